// How a file leaves a staff page: photos drawn anew, papers as they are. Loaded when the first file is chosen.
import { cleanPhoto } from '../photo';
import { client } from '../services';
import type { Upload } from './upload';

// What cameras write. The server keeps nothing but the picture, so which way is up must stand in the picture itself. PNG is what scanners and screens
// write: it knows no way up, and small print in it would suffer.
const kPhotos = ['image/jpeg', 'image/webp'];

// What is sent of a file: photos upright and small (ui/photo.ts), everything else as it is. A photo that this browser cannot draw is left to the
// server's judgement.
async function asSent(file: File): Promise<Blob> {
  if (!kPhotos.includes(file.type)) return file;
  const photo = await cleanPhoto(file).catch(() => null);
  if (photo === null) return file;
  URL.revokeObjectURL(photo.url);
  return photo.blob;
}
const kBytesMax = 20 * 1024 * 1024; // the server takes no larger file

// Throws RangeError for what is too large, else what the client throws.
export const sendFile: Upload = async (matter, file) => {
  const blob = await asSent(file);
  if (blob.size > kBytesMax) throw new RangeError('too large');
  return client.upload(matter, blob, blob.type);
};
