// Keeps the pages themselves on the device, so that they open without a network. Nothing of any matter is kept here: what the server answers is
// never stored, and what somebody filled in while away waits elsewhere (ui/outbox.ts).
// The list of files is the build's own manifest; their names carry a hash of their content, so a file once kept is right for ever. A new build is
// laid beside the old one and waits until the old one's pages are closed: until then these may still fetch a part of themselves.
const kShelf = 'shaoyin-pages';
const kShell = '/index.html';
const kList = '/manifest.json';
// First parts of the addresses of router.ts (a test compares them): only these are answered by the shell.
const kPages = ['', 'login', 'outbox', 'report', 'status', 'verify', 'notices', 'inbox', 'new', 'm', 'w', 'desk', 'community', 'coverage', 'registers'];

function filesOf(manifest) {
  const files = new Set([kShell, kList, '/favicon.svg']);
  for (const chunk of Object.values(manifest)) for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(`/${file}`);
  return files;
}
const keptPaths = async (shelf) => new Set((await shelf.keys()).map((request) => new URL(request.url).pathname));

async function fill() {
  const shelf = await caches.open(kShelf);
  const files = filesOf(await (await fetch(kList, { cache: 'no-cache' })).json());
  const kept = await keptPaths(shelf);
  const lasting = [...files].filter((file) => file !== kShell && file !== kList && !kept.has(file));
  await Promise.all(lasting.map((file) => shelf.add(new Request(file, { cache: 'no-cache' }))));
  for (const file of [kShell, kList]) await shelf.add(new Request(file, { cache: 'no-cache' })); // last: they name the others
}
// A page that lives was opened before this build, or it would not have had to wait; it keeps its files until the next turn.
async function tidy() {
  if ((await clients.matchAll({ type: 'window', includeUncontrolled: true })).length > 0) return;
  const shelf = await caches.open(kShelf);
  const list = await shelf.match(kList);
  if (list === undefined) return;
  const files = filesOf(await list.json());
  for (const file of await keptPaths(shelf)) if (!files.has(file)) await shelf.delete(file);
}

// The network first, for a new version must come, and whatever the server says is its answer; without a network the page that was kept.
const page = (request) => fetch(request).catch(async () => (await caches.match(kShell)) ?? Response.error());

addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (event.request.mode === 'navigate' && kPages.includes(pathname.split('/')[1])) event.respondWith(page(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
