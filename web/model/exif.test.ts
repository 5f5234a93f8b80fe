import { describe, expect, it } from 'vitest';
import { takenAt } from './exif';

// A JPEG that holds nothing but an EXIF segment with a position in degrees, minutes and seconds.
function photo({ little = true, lat = [39, 6, 30], lon = [117, 11, 12], refs = 'NE' } = {}): ArrayBuffer {
  const tiff = new DataView(new ArrayBuffer(200));
  const u16 = (at: number, value: number) => tiff.setUint16(at, value, little);
  const u32 = (at: number, value: number) => tiff.setUint32(at, value, little);
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  u16(2, 42);
  u32(4, 8);
  u16(8, 1);
  u16(10, 0x8825);
  u32(18, 26); // the GPS directory
  u16(26, 4);
  const entry = (i: number, tag: number) => { u16(28 + i * 12, tag); return 28 + i * 12 + 8; };
  tiff.setUint8(entry(0, 1), refs.charCodeAt(0));
  u32(entry(1, 2), 100);
  tiff.setUint8(entry(2, 3), refs.charCodeAt(1));
  u32(entry(3, 4), 130);
  [...lat, ...lon].forEach((part, i) => { const at = (i < 3 ? 100 : 130) + (i % 3) * 8; u32(at, part); u32(at + 4, 1); });
  const jpeg = new Uint8Array(12 + 200 + 2);
  jpeg.set([0xff, 0xd8, 0xff, 0xe1, 0, 208, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  jpeg.set(new Uint8Array(tiff.buffer), 12);
  return jpeg.buffer;
}

describe('Where a photo was taken', () => {
  it('is read in either byte order', () => {
    for (const little of [true, false]) {
      const found = takenAt(photo({ little }))!;
      expect(found.lat).toBeCloseTo(39.10833, 4);
      expect(found.lon).toBeCloseTo(117.18667, 4);
    }
  });

  it('knows west and south', () => {
    expect(takenAt(photo({ refs: 'SW' }))).toMatchObject({ lat: expect.closeTo(-39.10833, 4), lon: expect.closeTo(-117.18667, 4) });
  });

  it('is nothing where nothing was written, or the file is cut short anywhere', () => {
    expect(takenAt(new ArrayBuffer(0))).toBeNull();
    expect(takenAt(photo({ lat: [0, 0, 0], lon: [0, 0, 0] }))).toBeNull();
    const whole = photo();
    for (let cut = 0; cut < 150; cut += 1) expect(takenAt(whole.slice(0, cut))).toBeNull();
  });
});
