// A photo taken with the phone held upright: the camera writes the picture lying on its side, and beside it which way is up. The server keeps nothing but
// the picture, so the page turns it before it is sent.
import assert from 'node:assert/strict';
import { kClerk, report } from './report.mjs';

// A JPEG of width x height as the camera lays it down, with "turn it a quarter to the right" (Orientation 6) beside it.
async function lyingPhoto(page, width, height) {
  const plain = await page.evaluate(async ([w, h]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
    canvas.getContext('2d').fillRect(0, 0, w / 2, h);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Buffer.from([...plain.slice(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.slice(2)]);
}
// Width and height as they stand in the file (its SOF segment); a browser would turn the picture first.
function sizeOf(bytes) {
  const jpeg = Buffer.from(bytes);
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if ([0xffc0, 0xffc1, 0xffc2].includes(jpeg.readUInt16BE(at))) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  return [];
}

export async function photosStandUpright(town) {
  const resident = await town.sit('resident', 'en');
  const { number } = await report(resident, 'The railing is loose');
  const clerk = await town.sit('clerk', 'en');
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.press('report', 'settle');
  // What leaves the page: a file's bytes are not shown to whoever watches the requests from outside.
  await clerk.page.evaluate(() => {
    const fetched = window.fetch;
    window.sentFiles = [];
    window.fetch = async (path, more) => {
      if (String(path).endsWith('/files')) window.sentFiles.push({ type: more.headers['Content-Type'], bytes: [...new Uint8Array(await more.body.arrayBuffer())] });
      return fetched(path, more);
    };
  });
  const box = clerk.dialog.locator('input[type="file"]').last();
  const send = async (name, mimeType, buffer) => {
    const answered = clerk.page.waitForResponse((one) => one.url().endsWith('/api/v1/files'));
    await box.setInputFiles({ name, mimeType, buffer });
    assert.ok((await answered).ok(), name);
    return clerk.page.evaluate(() => window.sentFiles.pop());
  };
  const photo = await send('railing.jpg', 'image/jpeg', await lyingPhoto(clerk.page, 40, 20));
  assert.deepEqual(sizeOf(photo.bytes), [20, 40], 'upright in the picture itself');
  const paper = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
  const sent = await send('order.pdf', 'application/pdf', paper);
  assert.deepEqual([sent.type, Buffer.from(sent.bytes).equals(paper)], ['application/pdf', true], 'a paper goes as it is');
}
