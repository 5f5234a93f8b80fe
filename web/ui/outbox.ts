// The outbox of this device: deeds that wait for a network lie in IndexedDB until the server has them. They are sent when the network comes back,
// when somebody signs in, and when they ask for it. (No background sync: some browsers have none, and a deed is sent in its author's session only.)
// They lie in clear, as the browser keeps everything of a page: what protects them is the device's own lock, that nobody else is shown them here, that
// logging out sends or deletes them, and that none lies for ever. A key beside them in the same browser would protect no more.
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { flush, forget, hasRoom, sweep, type Kept, type Sender, type Shelf } from '@/model/outbox';
import { client, serverClock } from './services';
import { useSession } from './stores';

const kBase = 'shaoyin';
const kStore = 'outbox';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(kBase, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(kStore, { keyPath: 'key' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('indexedDB'));
  });
}
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(kStore, mode);
      const asked = ask(transaction.objectStore(kStore));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'));
    });
  } finally {
    base.close();
  }
}
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // a form's values are watched by Vue; the device keeps what they say
const shelf: Shelf = {
  all: async () => ((await within('readonly', (store) => store.getAll())) as Kept[]).map((one) => ({ ...one, said: one.said ?? [], named: one.named ?? {} })).sort((a, b) => a.at - b.at),
  put: async (one) => { await within('readwrite', (store) => store.put(plain(one))); },
  drop: async (key) => { await within('readwrite', (store) => store.delete(key)); },
};

const sender: Sender = {
  open: (kind, input, key) => client.open(kind, input, key),
  act: (id, action, body, key) => client.act(id, action, body, key),
  revision: async (id) => (await client.matter(id)).revision,
};

export const useOutbox = defineStore('outbox', () => {
  const session = useSession();
  const list = ref<Kept[]>([]);
  const sending = ref(false);
  // A device may have several users: what is not of whoever is signed in is neither shown nor sent nor dropped.
  const mine = computed(() => list.value.filter((one) => one.person === session.me?.person));
  const waiting = computed(() => mine.value.filter((one) => one.refused === null).length);
  const now = () => serverClock.now(Date.now());

  async function look(): Promise<void> {
    await sweep(shelf, now()).catch(() => undefined);
    list.value = await shelf.all().catch(() => []); // a private window may have no place to keep anything
  }
  async function keep(one: Omit<Kept, 'person' | 'at' | 'refused'>): Promise<void> {
    const person = session.me?.person;
    if (person === undefined || !hasRoom(await shelf.all(), person)) throw new Error('outbox');
    await shelf.put({ ...one, person, at: now(), refused: null });
    await look();
  }
  async function drop(key: string): Promise<void> {
    if (mine.value.some((one) => one.key === key)) await shelf.drop(key);
    await look();
  }
  // Before its author leaves this device.
  async function forgetMine(): Promise<void> {
    if (session.me !== null) await forget(shelf, session.me.person);
    await look();
  }
  // What was sent, or null while somebody else is at it or nobody is signed in.
  async function send() {
    const person = session.me?.person;
    if (sending.value || person === undefined) return null;
    sending.value = true;
    try {
      return await flush(shelf, sender, person, now());
    } finally {
      sending.value = false;
      await look();
    }
  }
  return { mine, waiting, sending, look, keep, drop, forgetMine, send };
});
