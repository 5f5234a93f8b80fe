// Conditions over the columns of a view, between the language and a form: a condition is read into the parts that stand between
// its `and`s, and written again from them. Parts that a form can show are tests ("due < tomorrow"); any other part is kept as
// the text it is, so that reading and writing never change what a condition says.
//
// Pure. What the server would refuse is refused here first where that is cheap (`refusalOf`); the server has the last word.
import type { ViewColumn } from './api/types';
import { readDateTime } from './when';

export const kWhereMax = 2000; // letters, as the server takes them
const kDaysMax = 36_600; // a hundred years, as the server has it
const kCode = /^[A-Za-z0-9._:-]{1,80}$/; // what a name of a person is not
const kDigitsMax = 15;

export const kMoments = [
  'now', 'today', 'tomorrow', 'start_of_week', 'start_of_next_week', 'start_of_month', 'start_of_next_month', 'start_of_year', 'start_of_next_year',
] as const;
export type Moment = (typeof kMoments)[number];

export type Sign = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'known' | 'not known';

export type Operand =
  | { is: 'codes'; codes: string[] }
  | { is: 'number'; number: number }
  | { is: 'truth'; truth: boolean }
  | { is: 'day'; day: string } // "2026-11-23": the beginning of that day
  | { is: 'moment'; moment: Moment }
  | { is: 'days_ago' | 'days_ahead'; days: number };

export interface Test {
  column: string;
  sign: Sign;
  value: Operand | null; // null: of `known` and `not known`
}
export type Part = { test: Test } | { text: string };

// --- reading ---

interface Token {
  kind: 'word' | 'number' | 'text' | 'sign';
  text: string; // of a text without its quotes
  at: number;
  end: number;
}
const kToken = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+)|'([^']*)'|(==|!=|<=|>=|[<>()[\],.+-]))/y;
const kReserved = new Set(['and', 'or', 'not', 'in', 'true', 'false', ...kMoments]);

// null: not readable, or its brackets do not match.
function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  const open: string[] = [];
  kToken.lastIndex = 0;
  let at = 0;
  while (source.slice(at).trim() !== '') {
    kToken.lastIndex = at;
    const found = kToken.exec(source);
    if (found === null) return null;
    const [word, number, text, sign] = found.slice(1);
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : text !== undefined ? 'text' : 'sign';
    const said = word ?? number ?? text ?? sign!;
    at = kToken.lastIndex;
    tokens.push({ kind, text: said, at: at - said.length - (kind === 'text' ? 2 : 0), end: at });
    if (sign === '(' || sign === '[') open.push(sign);
    if ((sign === ')' && open.pop() !== '(') || (sign === ']' && open.pop() !== '[')) return null;
  }
  return open.length === 0 ? tokens : null;
}

const isSign = (token: Token | undefined, sign: string) => token?.kind === 'sign' && token.text === sign;
const isWord = (token: Token | undefined, word: string) => token?.kind === 'word' && token.text === word;

// Where a word stands outside all brackets.
function outside(tokens: Token[], word: string): number[] {
  const found: number[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (isSign(token, '(') || isSign(token, '[')) depth += 1;
    if (isSign(token, ')') || isSign(token, ']')) depth -= 1;
    if (depth === 0 && isWord(token, word)) found.push(i);
  });
  return found;
}

// "(a and b)" without its brackets, when they belong together.
function unwrapped(tokens: Token[]): Token[] {
  if (tokens.length < 3 || !isSign(tokens[0], '(') || !isSign(tokens[tokens.length - 1], ')')) return tokens;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (isSign(token, '(')) depth += 1;
    if (isSign(token, ')')) depth -= 1;
    if (depth === 0 && i < tokens.length - 1) return tokens;
  }
  return unwrapped(tokens.slice(1, -1));
}

// "call.unit" at the beginning, and what follows.
function nameAt(tokens: Token[]): { name: string; rest: Token[] } | null {
  if (tokens[0]?.kind !== 'word' || kReserved.has(tokens[0].text)) return null;
  let [name, i] = [tokens[0].text, 1];
  while (isSign(tokens[i], '.') && tokens[i + 1]?.kind === 'word') {
    name += `.${tokens[i + 1]!.text}`;
    i += 2;
  }
  return { name, rest: tokens.slice(i) };
}

function calledWith(tokens: Token[]): Operand | null {
  const [name, open, given, close] = tokens;
  if (tokens.length !== 4 || !isSign(open, '(') || !isSign(close, ')')) return null;
  if (isWord(name, 'date') && given!.kind === 'text') return { is: 'day', day: given!.text };
  const days = isWord(name, 'days_ago') || isWord(name, 'days_ahead');
  return days && given!.kind === 'number' ? { is: name!.text as 'days_ago' | 'days_ahead', days: Number(given!.text) } : null;
}

function operandOf(tokens: Token[]): Operand | null {
  const [first] = tokens;
  if (first === undefined || tokens.length > 1) return calledWith(tokens);
  if (first.kind === 'text') return { is: 'codes', codes: [first.text] };
  if (first.kind === 'number') return { is: 'number', number: Number(first.text) };
  if (isWord(first, 'true') || isWord(first, 'false')) return { is: 'truth', truth: first.text === 'true' };
  const moment = kMoments.find((one) => isWord(first, one));
  return moment === undefined ? null : { is: 'moment', moment };
}

function codesIn(tokens: Token[]): Operand | null {
  if (!isSign(tokens[0], '[') || !isSign(tokens[tokens.length - 1], ']')) return null;
  const inner = tokens.slice(1, -1);
  const good = inner.every((token, i) => (i % 2 === 0 ? token.kind === 'text' : isSign(token, ',')));
  return good && inner.length % 2 === 1 ? { is: 'codes', codes: inner.filter((_, i) => i % 2 === 0).map((token) => token.text) } : null;
}

function knownOf(tokens: Token[]): string | null {
  if (!isWord(tokens[0], 'known') || !isSign(tokens[1], '(') || !isSign(tokens[tokens.length - 1], ')')) return null;
  const named = nameAt(tokens.slice(2, -1));
  return named !== null && named.rest.length === 0 ? named.name : null;
}

function testOf(tokens: Token[]): Test | null {
  const negated = isWord(tokens[0], 'not');
  const inner = negated ? unwrapped(tokens.slice(1)) : tokens;
  const known = knownOf(inner);
  if (known !== null) return { column: known, sign: negated ? 'not known' : 'known', value: null };
  const named = nameAt(inner);
  if (named === null) return null;
  const { name, rest } = named;
  if (rest.length === 0) return { column: name, sign: '==', value: { is: 'truth', truth: !negated } };
  if (negated) return null;
  const listed = isWord(rest[0], 'in') ? 'in' : isWord(rest[0], 'not') && isWord(rest[1], 'in') ? 'not in' : null;
  if (listed !== null) {
    const value = codesIn(rest.slice(listed === 'in' ? 1 : 2));
    return value === null ? null : { column: name, sign: listed, value };
  }
  const sign = (['==', '!=', '<', '<=', '>', '>='] as const).find((one) => isSign(rest[0], one));
  const value = sign === undefined ? null : operandOf(rest.slice(1));
  return value === null ? null : { column: name, sign: sign!, value };
}

function partsIn(tokens: Token[], source: string): Part[] {
  const inner = unwrapped(tokens);
  if (inner.length === 0) return [];
  const whole = source.slice(inner[0]!.at, inner[inner.length - 1]!.end);
  if (outside(inner, 'or').length > 0) return [{ text: whole }];
  const ands = outside(inner, 'and');
  if (ands.length === 0) {
    const test = testOf(inner);
    return [test === null ? { text: whole } : { test }];
  }
  const pieces = [...ands, inner.length].map((end, i) => inner.slice(i === 0 ? 0 : ands[i - 1]! + 1, end));
  // An `and` with nothing beside it is for the server to refuse, in whole.
  return pieces.some((piece) => piece.length === 0) ? [{ text: whole }] : pieces.flatMap((piece) => partsIn(piece, source));
}

// Total: what cannot be read is one part, its text.
export function partsOf(where: string): Part[] {
  if (where.trim() === '') return [];
  const tokens = tokensOf(where);
  return tokens === null ? [{ text: where.trim() }] : partsIn(tokens, where);
}

// --- writing ---

function operandText(value: Operand): string {
  switch (value.is) {
    case 'codes': return `'${value.codes[0] ?? ''}'`;
    case 'number': return String(value.number);
    case 'truth': return String(value.truth);
    case 'day': return `date('${value.day}')`;
    case 'moment': return value.moment;
    default: return `${value.is}(${value.days})`;
  }
}

export function textOfTest({ column, sign, value }: Test): string {
  if (sign === 'known' || sign === 'not known' || value === null) return `${sign}(${column})`;
  if (value.is === 'codes' && (sign === 'in' || sign === 'not in')) return `${column} ${sign} [${value.codes.map((code) => `'${code}'`).join(', ')}]`;
  return `${column} ${sign} ${operandText(value)}`;
}

// Equal parts are said once. What is no test stands in brackets: it may hold an `or`.
export function whereOf(parts: readonly Part[]): string {
  const said = parts.map((part) => ('test' in part ? textOfTest(part.test) : parts.length === 1 ? part.text : `(${part.text})`));
  return [...new Set(said)].join(' and ');
}

export function withTest(where: string, test: Test): string {
  return whereOf([...partsOf(where), { test }]);
}
export function withoutPart(where: string, at: number): string {
  return whereOf(partsOf(where).filter((_, i) => i !== at));
}

// --- what a form may offer, and what it refuses ---

const kOfCodes: readonly Sign[] = ['==', '!=', 'known', 'not known'];
const kSigns: Record<ViewColumn['type'], readonly Sign[]> = {
  yes_no: ['=='],
  number: ['==', '!=', '<', '<=', '>', '>=', 'known', 'not known'],
  instant: ['>=', '<', 'known', 'not known'],
  choice: ['in', 'not in', 'known', 'not known'],
  step: ['in', 'not in'],
  party: kOfCodes, place: kOfCodes, category: kOfCodes, code: kOfCodes,
};
export function signsOf(column: ViewColumn): readonly Sign[] {
  return kSigns[column.type];
}

// Names stand in no address, and a condition stands in one: what is written by hand is looked at before it gets there. What stands
// in quotes is a code, and nothing else goes beyond the letters of the language.
export function mayStandInAddress(where: string): boolean {
  const quoted = where.split("'").filter((_, i) => i % 2 === 1);
  return /^[\x20-\x7e\s]*$/.test(where) && quoted.every((text) => kCode.test(text));
}

export type Refusal = 'no_column' | 'no_value' | 'no_code' | 'no_number' | 'no_day' | 'too_far' | 'too_long';

// "2026-11-23" of what people type for a date; null when there is no such day.
export function dayOf(typed: string): string | null {
  const at = readDateTime(typed, '12:00');
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

function refusalOfValue(value: Operand): Refusal | null {
  switch (value.is) {
    case 'codes': return value.codes.length === 0 ? 'no_value' : value.codes.every((code) => kCode.test(code)) ? null : 'no_code';
    case 'number': return Number.isInteger(value.number) && value.number >= 0 && String(value.number).length <= kDigitsMax ? null : 'no_number';
    case 'day': return dayOf(value.day) === value.day ? null : 'no_day';
    case 'days_ago': case 'days_ahead': return !Number.isInteger(value.days) || value.days < 0 ? 'no_number' : value.days > kDaysMax ? 'too_far' : null;
    default: return null;
  }
}

// Why `test` cannot be added to `where`; null when it can.
export function refusalOf(test: Test, columns: readonly ViewColumn[], where: string): Refusal | null {
  const column = columns.find((one) => one.name === test.column);
  if (column === undefined) return 'no_column';
  if (test.sign !== 'known' && test.sign !== 'not known') {
    if (test.value === null) return 'no_value';
    const refused = refusalOfValue(test.value);
    if (refused !== null) return refused;
  }
  return withTest(where, test).length > kWhereMax ? 'too_long' : null;
}
