// Keeps the pages themselves on the device, so that they open without a network. Nothing of any matter is kept here: what the server answers is
// never stored, and what somebody filled in while away waits elsewhere (ui/outbox.ts).
// The list of files is the build's own manifest; their names carry a hash of their content, so a file once kept is right for ever.
const kShelf = 'shaoyin-pages';
const kShell = '/index.html';

async function fill() {
  const shelf = await caches.open(kShelf);
  const manifest = await (await fetch('/manifest.json', { cache: 'no-cache' })).json();
  const files = new Set([kShell, '/favicon.svg']);
  for (const chunk of Object.values(manifest)) for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(`/${file}`);
  const kept = new Set((await shelf.keys()).map((request) => new URL(request.url).pathname));
  await Promise.all([...files].filter((file) => !kept.has(file) || file === kShell).map((file) => shelf.add(new Request(file, { cache: 'no-cache' }))));
  for (const file of kept) if (!files.has(file)) await shelf.delete(file);
}

// A page: the network first, for a new version must come; without one the page that was kept. A file of the build: as it was kept.
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) return answer;
    throw new Error(String(answer.status));
  } catch {
    return (await caches.match(kShell)) ?? Response.error();
  }
}

addEventListener('install', (event) => { skipWaiting(); event.waitUntil(fill()); });
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (event.request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(event.request));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
