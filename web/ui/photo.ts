// A chosen photo made small and clean before it leaves the phone: drawn anew, so that nothing but pixels is left.
import { takenAt, type TakenAt } from '@/model/exif';

const kLongSide = 1600; // px; enough to read a meter, some 400 KB
const kQuality = 0.82;

export interface CleanPhoto {
  title: string;
  blob: Blob;
  url: string; // of the small one, for a thumbnail; to be revoked
  taken: TakenAt | null;
}

async function drawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, kLongSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob === null ? failed(new Error('no picture')) : done(blob)), 'image/jpeg', kQuality));
}

// Throws when the file is no picture this browser can draw.
export async function cleanPhoto(file: File): Promise<CleanPhoto> {
  const blob = await drawn(file);
  return { title: file.name, blob, url: URL.createObjectURL(blob), taken: takenAt(await file.arrayBuffer()) };
}
