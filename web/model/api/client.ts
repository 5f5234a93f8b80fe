// Speaks to the server: one function per endpoint, no DOM. Whoever makes a client passes in how bytes travel
// (`Transport`), so tests need no network and a page can add its own rules.
//
// Promises: every answer outside 2xx becomes a ServerFault; a write carries the session's CSRF token and, where it
// changes a matter, an idempotency key, so that a repeated press or a lost answer can never act twice.
import type {
  ActRequest, CommunityMap, CommunityPage, Coverage, Desk, DeskName, DisclosureAnswer, DisclosureRequest, District, Explanation, FeedList, Input, IssuedDocument, OpenDocumentRequest, OpenedDocument,
  LocateAnswer, Matter, MatterPage, Nearby, PlaceHit, PublicNotice, VerifiedPaper, Procedure, ProcedureInShort, PublicAct, PublicReport, Receipt, RegisterPage, ReportAnswer, RoutingAnswer, SessionAnswer,
  StatusAnswer, TimelineEntry, ViewAnswer,
} from './types';
import { ServerFault, faultFrom } from './fault';

export interface Sent {
  method: string;
  path: string; // begins with /api/v1/
  headers: Record<string, string>;
  body?: unknown; // a string (JSON), or bytes in whatever form the transport carries
}

export interface Answer {
  status: number;
  json: unknown; // undefined when the body was not JSON
  date: string | null; // the server's own time, from the Date header
}

export type Transport = (sent: Sent) => Promise<Answer>;

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface ClientOptions {
  transport: Transport;
  language: () => string;
  onServerTime?: (date: string) => void;
  // The session ended while working. True: the same person has signed in again, and what was asked is asked once more.
  // `write`: somebody did something; else a page only looked for news.
  onSignedOut?: (write: boolean) => Promise<boolean>;
}

const kBase = '/api/v1';

// "?a=1&b=2&b=3"; leaves out what is undefined or empty.
export function queryText(query: Query): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === '') continue;
      parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
    }
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const segment = encodeURIComponent;

const viewPath = (desk: string, view: string) => `/views/${segment(desk)}/${segment(view)}`;

// The address of a view's rows as a file.
export function viewFile(desk: string, view: string, ending: 'csv' | 'xlsx', query: Query): string {
  return `${kBase}${viewPath(desk, view)}/rows.${ending}${queryText(query)}`;
}

export class Client {
  private csrf = '';
  district = ''; // code of the district that is read; '' for the server's own
  constructor(private readonly options: ClientOptions) {}

  setCsrf(token: string): void {
    this.csrf = token;
  }

  // --- session ---
  async logIn(login: string, password: string): Promise<SessionAnswer> {
    const answer = await this.write<SessionAnswer>('POST', '/session', { login, password });
    this.csrf = answer.csrf;
    return answer;
  }
  async session(): Promise<SessionAnswer> {
    const answer = await this.read<SessionAnswer>('/session', {}, true);
    this.csrf = answer.csrf;
    return answer;
  }
  async logOut(): Promise<void> {
    await this.write('DELETE', '/session', undefined);
    this.csrf = '';
  }

  // --- matters ---
  // Words one searches for travel in the body: addresses stay in proxies and logs.
  matters(query: Query, words = ''): Promise<MatterPage> {
    if (words === '') return this.read('/matters', this.here(query));
    return this.write('POST', `/matters/search${queryText(this.here(query))}`, { q: words });
  }
  // With `revision`: as it stood after that entry of its ledger.
  matter(id: string, revision?: number): Promise<Matter> {
    return this.read(`/matters/${segment(id)}`, this.here(revision === undefined ? {} : { revision }));
  }
  document(id: string, ordinal: string): Promise<IssuedDocument> {
    return this.read(`/matters/${segment(id)}/documents/${segment(ordinal)}`, this.here());
  }
  // The same unmasked, for a purpose; the ledger says who read it.
  openDocument(id: string, ordinal: string, body: OpenDocumentRequest, key: string): Promise<OpenedDocument> {
    return this.write('POST', `/matters/${segment(id)}/documents/${segment(ordinal)}/disclose`, body, key);
  }
  async timeline(id: string): Promise<TimelineEntry[]> {
    return (await this.read<{ entries: TimelineEntry[] }>(`/matters/${segment(id)}/timeline`, this.here())).entries;
  }
  open(kind: string, input: Input, key: string): Promise<Receipt> {
    return this.write('POST', '/matters', { kind, input }, key);
  }
  act(id: string, action: string, body: ActRequest, key: string): Promise<Receipt> {
    return this.write('POST', `/matters/${segment(id)}/actions/${segment(action)}`, body, key);
  }
  disclose(id: string, body: DisclosureRequest, key: string): Promise<DisclosureAnswer> {
    return this.write('POST', `/matters/${segment(id)}/disclose`, body, key);
  }
  feedList(after: number): Promise<FeedList> {
    return this.read('/feed/list', { after });
  }
  explain(id: string, query: { action: string; record?: number }): Promise<Explanation> {
    return this.read(`/matters/${segment(id)}/explain`, query);
  }
  // `bytes` is a Blob in a browser; the model does not look inside.
  async upload(matter: string, bytes: unknown, mediaType: string): Promise<string> {
    const headers = { 'Content-Type': mediaType || 'application/octet-stream', 'X-Matter': matter };
    return (await this.send<{ name: string }>({ method: 'POST', path: `${kBase}/files`, headers, body: bytes })).name;
  }

  // --- reference ---
  async districts(): Promise<District[]> {
    return (await this.read<{ rows: District[] }>('/districts')).rows;
  }
  procedures(): Promise<ProcedureInShort[]> {
    return this.read('/procedures', this.here());
  }
  procedure(kind: string): Promise<Procedure> {
    return this.read(`/procedures/${segment(kind)}`);
  }
  // Names of people travel in the body, as words do.
  register(name: string, query: Query, words = ''): Promise<RegisterPage> {
    if (name === 'people' && words !== '') return this.write('POST', `/registers/people/search${queryText(this.here(query))}`, { q: words });
    return this.read(`/registers/${segment(name)}`, this.here({ q: words, ...query }));
  }
  async placesLike(text: string): Promise<PlaceHit[]> {
    return (await this.read<{ rows: PlaceHit[] }>('/places/search', { q: text })).rows;
  }
  locate(lon: number, lat: number): Promise<LocateAnswer> {
    return this.write('POST', '/places/locate', { lon, lat });
  }
  community(code: string): Promise<CommunityPage> {
    return this.read(`/communities/${segment(code)}/page`);
  }

  communityMap(code: string): Promise<CommunityMap> {
    return this.read(`/communities/${segment(code)}/map`);
  }
  routing(place: string, category: string): Promise<RoutingAnswer> {
    return this.read('/routing/explain', { place, category });
  }
  coverage(): Promise<Coverage> {
    return this.read('/routing/coverage');
  }

  // --- desks and views; of the server's own district only ---

  desks(): Promise<DeskName[]> {
    return this.read('/desks');
  }
  desk(name: string): Promise<Desk> {
    return this.read(`/desks/${segment(name)}`);
  }
  view(desk: string, view: string, query: Query): Promise<ViewAnswer> {
    return this.read(viewPath(desk, view), query);
  }

  // --- residents, without an account ---
  report(body: PublicReport, key: string): Promise<ReportAnswer> {
    return this.write('POST', '/public/reports', body, key);
  }
  // Whether a paper is genuine, by the number it carries.
  verify(number: string): Promise<VerifiedPaper> {
    return this.read(`/public/documents/${segment(number)}`);
  }
  async notices(community = ''): Promise<PublicNotice[]> {
    return (await this.read<{ rows: PublicNotice[] }>('/public/notices', { community })).rows;
  }
  status(number: string, code: string): Promise<StatusAnswer> {
    return this.write('POST', '/public/status', { number, code });
  }
  async nearby(where: { place: string } | { lon: number; lat: number }): Promise<Nearby[]> {
    return (await this.write<{ rows: Nearby[] }>('POST', '/public/nearby', where)).rows;
  }
  // A JPEG; the server keeps nothing but the picture.
  async photo(number: string, code: string, bytes: unknown): Promise<string> {
    const headers = { 'Content-Type': 'image/jpeg', 'X-Matter': number, 'X-Receipt-Code': code };
    return (await this.send<{ name: string }>({ method: 'POST', path: `${kBase}/public/files`, headers, body: bytes })).name;
  }
  residentActs(body: PublicAct, key: string): Promise<Receipt> {
    return this.write('POST', '/public/actions', body, key);
  }

  private here(query: Query = {}): Query {
    return this.district === '' ? query : { ...query, district: this.district };
  }
  private read<T>(path: string, query: Query = {}, quiet = false): Promise<T> {
    return this.send({ method: 'GET', path: kBase + path + queryText(query), headers: {} }, quiet);
  }
  private write<T>(method: string, path: string, body: unknown, key?: string): Promise<T> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key !== undefined) headers['Idempotency-Key'] = key;
    const json = body === undefined ? undefined : JSON.stringify(body);
    return this.send({ method, path: kBase + path, headers, body: json }, path === '/session');
  }

  // `quiet`: a 401 here is an answer (not signed in, wrong password), not the end of a session. What is sent again bears the key it
  // had, so that it cannot act twice.
  private async send<T>(sent: Sent, quiet = false, again = false): Promise<T> {
    sent.headers['Accept'] = 'application/json';
    sent.headers['Accept-Language'] = this.options.language();
    if (sent.method !== 'GET' && this.csrf !== '') sent.headers['X-CSRF-Token'] = this.csrf;
    const answer = await this.options.transport(sent);
    if (answer.date !== null) this.options.onServerTime?.(answer.date);
    if (answer.status >= 200 && answer.status < 300) return answer.json as T;
    if (answer.status === 401 && !quiet && !again && (await this.options.onSignedOut?.(sent.method !== 'GET')) === true) return this.send(sent, quiet, true);
    throw new ServerFault(faultFrom(answer.status, answer.json));
  }
}
