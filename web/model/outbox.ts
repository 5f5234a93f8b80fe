// What was filled in without a network waits on the device until there is one. Each deed bears the key it was given when its form opened, so
// sending it twice does it once: the server answers a key it knows with the receipt it gave before.
//
// Deeds are sent in the order in which they were done, one after the other: a later one may rest on an earlier. A deed that the server refuses
// stays with its reason, for its author to mend or to drop; it holds up nothing behind it. Only its author sends it: a device may have several users.
import { faultOf, type Fault } from './api/fault';
import type { ActRequest, Input, Receipt } from './api/types';

export const kKeptMax = 200; // deeds on one device: a week of visits; more should be sent first

export type Deed =
  | { open: string; input: Input } // a kind of matter
  | { matter: string; action: string; body: ActRequest };

export interface Kept {
  key: string; // Idempotency-Key
  person: string; // whose it is
  at: number; // when it was done, ms since 1970 by the device's own clock
  title: string; // for its author: "Note a visit"
  about: string; // the matter's number, or ''
  deed: Deed;
  refused: Fault | null;
}

// Where deeds lie: IndexedDB in a browser, a list in tests. `all` gives them in the order in which they were put first.
export interface Shelf {
  all(): Promise<Kept[]>;
  put(one: Kept): Promise<void>;
  drop(key: string): Promise<void>;
}

export interface Sender {
  open(kind: string, input: Input, key: string): Promise<Receipt>;
  act(id: string, action: string, body: ActRequest, key: string): Promise<Receipt>;
}

export interface Flushed {
  sent: Receipt[];
  refused: number;
  stopped: Fault | null; // no network, or not signed in: the rest waits
}

// A matter may have moved on since the page was loaded; whether the deed still fits is for its procedure to say, not for the page's revision.
function send(sender: Sender, one: Kept): Promise<Receipt> {
  if ('open' in one.deed) return sender.open(one.deed.open, one.deed.input, one.key);
  const { record, to, input } = one.deed.body;
  return sender.act(one.deed.matter, one.deed.action, { ...(record === undefined ? {} : { record }), ...(to === undefined ? {} : { to }), input }, one.key);
}

// Not the deed's fault: it is tried again later as it is.
const passing = (fault: Fault) => fault.status === 0 || fault.status === 401 || fault.status === 403 && fault.code === 'csrf' || fault.status === 429 || fault.status >= 500;

export async function flush(shelf: Shelf, sender: Sender, person: string): Promise<Flushed> {
  const done: Flushed = { sent: [], refused: 0, stopped: null };
  for (const one of await shelf.all()) {
    if (one.person !== person || one.refused !== null) continue;
    try {
      const receipt = await send(sender, one);
      await shelf.drop(one.key);
      done.sent.push(receipt);
    } catch (error) {
      const fault = faultOf(error);
      if (passing(fault)) return { ...done, stopped: fault };
      done.refused += 1;
      await shelf.put({ ...one, refused: fault });
    }
  }
  return done;
}
