// Where a photo was taken, if the camera wrote it down (EXIF GPS in a JPEG). Reads only; total: whatever the bytes are, the
// answer is a point or null. Positions are as the phone gave them (WGS-84).

export interface TakenAt {
  lon: number;
  lat: number;
}

const kGpsPointer = 0x8825; // tag of the first directory that leads to the GPS directory
const kGps = { latRef: 1, lat: 2, lonRef: 3, lon: 4 };
const kEntriesMax = 200; // a directory of a camera has a few dozen; more is a broken file

// The TIFF block of the first EXIF segment.
function tiffOf(view: DataView): DataView | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker >> 8 !== 0xff || marker === 0xffda || length < 2 || at + 2 + length > view.byteLength) return null;
    const isExif = marker === 0xffe1 && length > 8 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) return new DataView(view.buffer, view.byteOffset + at + 10, length - 8);
    at += 2 + length;
  }
  return null;
}

class Tiff {
  private readonly little: boolean;
  constructor(private readonly view: DataView) {
    this.little = view.getUint16(0) === 0x4949;
  }
  u16(at: number): number { return this.view.getUint16(at, this.little); }
  u32(at: number): number { return this.view.getUint32(at, this.little); }
  letter(at: number): string { return String.fromCharCode(this.view.getUint8(at)); }

  // Tag -> where its value, or the pointer to it, stands.
  directory(at: number): Map<number, number> {
    const entries = new Map<number, number>();
    const count = Math.min(this.u16(at), kEntriesMax);
    for (let i = 0; i < count; i += 1) entries.set(this.u16(at + 2 + i * 12), at + 2 + i * 12 + 8);
    return entries;
  }
  // Degrees, minutes, seconds as three fractions.
  degrees(at: number): number {
    const from = this.u32(at);
    const part = (i: number) => this.u32(from + i * 8) / this.u32(from + i * 8 + 4);
    return part(0) + part(1) / 60 + part(2) / 3600;
  }
}

function read(view: DataView): TakenAt | null {
  const block = tiffOf(view);
  if (block === null) return null;
  const tiff = new Tiff(block);
  const pointer = tiff.directory(tiff.u32(4)).get(kGpsPointer);
  if (pointer === undefined) return null;
  const gps = tiff.directory(tiff.u32(pointer));
  const [lat, lon, latRef, lonRef] = [gps.get(kGps.lat), gps.get(kGps.lon), gps.get(kGps.latRef), gps.get(kGps.lonRef)];
  if (lat === undefined || lon === undefined || latRef === undefined || lonRef === undefined) return null;
  return {
    lon: tiff.degrees(lon) * (tiff.letter(lonRef) === 'W' ? -1 : 1),
    lat: tiff.degrees(lat) * (tiff.letter(latRef) === 'S' ? -1 : 1),
  };
}

export function takenAt(bytes: ArrayBuffer): TakenAt | null {
  try {
    const found = read(new DataView(bytes));
    const onEarth = found !== null && Math.abs(found.lon) <= 180 && Math.abs(found.lat) <= 90 && (found.lon !== 0 || found.lat !== 0);
    return onEarth ? found : null;
  } catch {
    return null; // a pointer beyond the end: broken, or cut short
  }
}
