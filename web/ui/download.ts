// Takes a file of the server's away under the name the server gave it. Fetched, not linked to: a link would speak the browser's
// language instead of the page's, and would show a refusal as a page of JSON.
import { faultFrom, ServerFault } from '@/model/api/fault';
import { currentLocale } from './i18n';

const kHold = 60_000; // ms until the bytes may be forgotten; a slow disk may still be writing

// Throws ServerFault when it is refused. Returns the file's name.
export async function download(address: string): Promise<string> {
  const response = await fetch(address, { headers: { 'Accept-Language': currentLocale() }, credentials: 'same-origin' });
  if (!response.ok) throw new ServerFault(faultFrom(response.status, await response.json().catch(() => undefined)));
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'rows';
  const link = document.createElement('a');
  [link.href, link.download] = [URL.createObjectURL(await response.blob()), name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), kHold);
  return name;
}
