// A resident's report while it is being written: photo and place, words, contact. No department, no account.
// What identifies a person (name, phone) is never kept in the browser beyond the page.
import type { PublicReport } from './api/types';
import { phoneMeant } from './typed';

export interface ReportDraft {
  what: string;
  place: { code: string; name: string; path: string } | null;
  point: { lon: number; lat: number; words: string; unsure?: boolean; confirmed?: boolean } | null; // unsure: near a boundary
  address: string;
  sameAs: { number: string; words: string } | null; // already reported by somebody: this one joins it
  name: string;
  phone: string;
  wish: 'reply' | 'none';
  agree: boolean;
}

export const kSteps = ['where', 'what', 'contact'] as const;
export type ReportStep = (typeof kSteps)[number];
// A remark about the service itself has no place.
export const kStepsAboutUs: readonly ReportStep[] = ['what', 'contact'];

export const kPhotosMax = 6; // photos_per_report_max of the contract

export const kWhatMax = 2000; // characters; report_text_max of the contract
export const kAddressMax = 200; // address_max
export const kNameMax = 40; // person_name_max

export function emptyDraft(): ReportDraft {
  return { what: '', place: null, point: null, address: '', sameAs: null, name: '', phone: '', wish: 'none', agree: false };
}

export interface DraftFault {
  field: keyof ReportDraft;
  key: string; // message key
}

const kPhone = /^[+]?[ ()-]*(?:[0-9][ ()-]*){5,}$/; // and at most 20 letters, as the server asks

function length(text: string): number {
  return [...text.trim()].length;
}

const kChecks: Record<ReportStep, (draft: ReportDraft) => (DraftFault | false)[]> = {
  what: (d) => [
    d.sameAs === null && length(d.what) < 2 && { field: 'what', key: 'report.fault_what_short' },
    length(d.what) + length(d.sameAs?.words ?? '') >= kWhatMax && { field: 'what', key: 'fault.too_long' },
  ],
  where: (d) => [
    d.place === null && d.point === null && length(d.address) === 0 && { field: 'address', key: 'report.fault_where' },
    d.place === null && d.point?.unsure === true && d.point.confirmed !== true && { field: 'address', key: 'report.fault_boundary' },
    length(d.address) > kAddressMax && { field: 'address', key: 'fault.too_long' },
  ],
  contact: (d) => [
    length(d.name) > kNameMax && { field: 'name', key: 'fault.too_long' },
    d.wish === 'reply' && length(d.phone) === 0 && { field: 'phone', key: 'report.fault_phone_needed' },
    length(d.phone) > 0 && !kPhone.test(phoneMeant(d.phone)) && { field: 'phone', key: 'report.fault_phone' },
    !d.agree && { field: 'agree', key: 'report.fault_agree' },
  ],
};

export function faultsOfStep(step: ReportStep, draft: ReportDraft): DraftFault[] {
  return kChecks[step](draft).filter((fault): fault is DraftFault => fault !== false);
}

// Which step a refusal of the server belongs to.
export function stepOfField(field: string): ReportStep {
  const bare = field.replace(/^input\./, '');
  if (bare === 'what' || bare === 'category') return 'what';
  return ['place', 'place_confirmed', 'lon', 'lat', 'address'].includes(bare) ? 'where' : 'contact';
}

// One way of saying where is sent: a known place before a point before words, the surest first.
function whereOf(draft: ReportDraft): Partial<PublicReport> {
  const address = draft.address.trim() === '' ? {} : { address: draft.address.trim() };
  if (draft.place !== null) return { place: draft.place.code, ...address };
  if (draft.point !== null) return { lon: draft.point.lon, lat: draft.point.lat, ...(draft.point.confirmed ? { place_confirmed: true } : {}), ...address };
  return address;
}

export function toReport(draft: ReportDraft): PublicReport {
  const name = draft.name.trim();
  const phone = phoneMeant(draft.phone);
  return {
    what: [draft.sameAs?.words ?? '', draft.what.trim()].filter(Boolean).join(' '),
    ...whereOf(draft),
    ...(name === '' ? {} : { name }),
    ...(phone === '' ? {} : { phone }),
    wish: draft.wish,
    agree: true,
  };
}

// What survives a closed tab: the words and the place, not the person.
export function toStored(draft: ReportDraft): string {
  return JSON.stringify({ what: draft.what, place: draft.place, address: draft.address });
}

export function fromStored(stored: string | null): ReportDraft {
  try {
    const kept = JSON.parse(stored ?? '{}') as Partial<ReportDraft>;
    const place = kept.place;
    return {
      ...emptyDraft(),
      what: typeof kept.what === 'string' ? kept.what : '',
      address: typeof kept.address === 'string' ? kept.address : '',
      place: typeof place?.code === 'string' && typeof place.name === 'string' ? { ...place, path: place.path ?? '' } : null,
    };
  } catch {
    return emptyDraft();
  }
}
