// What was filled in without a network waits on the device until there is one. Each deed bears the key it was given when its form opened, so
// sending it twice does it once: the server answers a key it knows with the receipt it gave before.
//
// Deeds are sent in the order in which they were done, one after the other: a later one may rest on an earlier. A deed that the server refuses
// stays with its reason, for its author to mend or to drop; it holds up nothing behind it. Only its author sends it: a device may have several users.
import type { FormPart, Values } from './action_form';
import { faultOf, type Fault } from './api/fault';
import type { ActRequest, Input, Receipt } from './api/types';
import type { Named, Said } from './told';

export const kKeptMax = 200; // deeds of one person on one device: a week of visits; more should be sent first

const kDay = 86_400_000; // ms
// The server knows a key again for 30 days (app/tidy.h, kAnswersKept). Sent later, a deed whose answer was lost would be done a second time; two
// days are left for clocks that err. After that its author looks first, and it is sent under a new key.
export const kSentWithin = 28 * kDay;
// What nobody came back for in a quarter goes from the device: it may speak of people, and the device may have changed hands.
export const kLiesWithin = 90 * kDay;

export type Deed =
  | { open: string; input: Input } // a kind of matter
  | { matter: string; action: string; body: ActRequest };

// What its author reads while it waits.
export interface Told {
  said: Said[];
  named: Named;
}

export interface Kept extends Told {
  key: string; // Idempotency-Key
  person: string; // whose it is
  at: number; // when it was done, ms since 1970; by the server's clock as far as the device has heard it
  title: string; // for its author: "Note a visit"
  about: string; // the matter's number, or ''
  deed: Deed;
  refused: Fault | null;
}

// Why a form may not wait: what cannot be undone is not done days later on an old view of things, and a file that no entry names is thrown away
// by the server after a day (app/attach.h, kUnusedFilesKept).
export function whyNotKept(danger: boolean, parts: readonly FormPart[], values: Values): '' | 'danger' | 'files' {
  if (danger) return 'danger';
  const held = (part: FormPart) => part.kind === 'field' && part.field.kind === 'evidence' && (values[part.field.name] as string[]).length > 0;
  return parts.some(held) ? 'files' : '';
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
  revision(id: string): Promise<number>; // at which the matter is now
}

export interface Flushed {
  sent: Receipt[];
  refused: number;
  stopped: Fault | null; // no network, or not signed in: the rest waits
}

// An act carries the revision its form rested on: the server lets through what changed besides, and refuses what was filled in on other facts.
function send(sender: Sender, one: Kept): Promise<Receipt> {
  if ('open' in one.deed) return sender.open(one.deed.open, one.deed.input, one.key);
  return sender.act(one.deed.matter, one.deed.action, one.deed.body, one.key);
}

// Not the deed's fault: it is tried again later as it is.
const passing = (fault: Fault) => fault.status === 0 || fault.status === 401 || fault.status === 403 && fault.code === 'csrf' || fault.status === 429 || fault.status >= 500;

// Which of those behind `one` rest on the same revision of the same matter: what `one` does is their author's own doing, and no news to them.
// They are carried along only where nobody else had acted before; whoever acts in the moment between asking and sending is overlooked.
async function restingOnTheSame(sender: Sender, one: Kept, behind: Kept[]): Promise<Kept[]> {
  const { deed } = one;
  if ('open' in deed || deed.body.revision === undefined) return [];
  const same = behind.filter((other) => other.refused === null && other.person === one.person && 'matter' in other.deed && other.deed.matter === deed.matter && other.deed.body.revision === deed.body.revision);
  return same.length > 0 && (await sender.revision(deed.matter)) === deed.body.revision ? same : [];
}
const carried = (one: Kept, revision: number): Kept => ('open' in one.deed ? one : { ...one, deed: { ...one.deed, body: { ...one.deed.body, revision } } });

// A time ahead of the clock says nothing about its age.
const tooOld = (one: Kept, now: number) => now - one.at > kSentWithin || one.at - now > kDay;
const kTooOld: Fault = { status: 0, code: 'too_old', field: '', message: '', hint: '' };

export const hasRoom = (list: readonly Kept[], person: string) => list.filter((one) => one.person === person).length < kKeptMax;

export async function forget(shelf: Shelf, person: string): Promise<void> {
  for (const one of await shelf.all()) if (one.person === person) await shelf.drop(one.key);
}
export async function sweep(shelf: Shelf, now: number): Promise<void> {
  for (const one of await shelf.all()) if (now - one.at > kLiesWithin) await shelf.drop(one.key);
}

export async function flush(shelf: Shelf, sender: Sender, person: string, now: number): Promise<Flushed> {
  const done: Flushed = { sent: [], refused: 0, stopped: null };
  const rest = await shelf.all();
  for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
    if (one.person !== person || one.refused !== null) continue;
    if (tooOld(one, now)) {
      done.refused += 1;
      await shelf.put({ ...one, refused: kTooOld });
      continue;
    }
    try {
      const along = await restingOnTheSame(sender, one, rest);
      const receipt = await send(sender, one);
      for (const other of along) await shelf.put((rest[rest.indexOf(other)] = carried(other, receipt.revision)));
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
