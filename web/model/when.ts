// Tells times as people in the district read them. The district keeps one clock (UTC+8, no summer time), and a
// deadline must read the same to everyone, so the zone of the reader's machine plays no part. Imported districts keep
// the clock of their source; their zone is named after the time.
// Pure: "now" is always passed in.

const kDistrictOffset = 8 * 3_600_000; // ms
const kDay = 86_400_000; // ms

export type Locale = 'zh-CN' | 'en';

export interface WallClock {
  year: number;
  month: number; // 1..12
  day: number; // 1..31
  hour: number;
  minute: number;
  weekday: number; // 0 = Sunday
}

export function wallClock(instant: number): WallClock {
  const local = new Date(instant + kDistrictOffset);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

// The instant of a wall-clock reading; null when there is no such date (30 February) or hour.
export function instantOf(year: number, month: number, day: number, hour: number, minute: number): number | null {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || year < 1970 || year > 9999) return null;
  const instant = Date.UTC(year, month - 1, day, hour, minute) - kDistrictOffset;
  const back = wallClock(instant);
  return back.month === month && back.day === day ? instant : null;
}

// Whole calendar days from `now` to `instant` in the district: 0 today, 1 tomorrow, -1 yesterday.
export function daysBetween(now: number, instant: number): number {
  return Math.floor((instant + kDistrictOffset) / kDay) - Math.floor((now + kDistrictOffset) / kDay);
}

const kMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

export function clockText(instant: number): string {
  const at = wallClock(instant);
  return `${two(at.hour)}:${two(at.minute)}`;
}

// "2月14日" / "14 Feb"; with the year when it is not this one.
export function dayText(instant: number, now: number, locale: Locale): string {
  const at = wallClock(instant);
  const thisYear = at.year === wallClock(now).year;
  if (locale === 'en') return `${at.day} ${kMonths[at.month - 1]}${thisYear ? '' : ` ${at.year}`}`;
  return `${thisYear ? '' : `${at.year}年`}${at.month}月${at.day}日`;
}

const kNearDays: Record<Locale, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' },
};

// "今天 18:00", "2月14日 09:00": for any line a person reads.
// The whole date, as it stands under a document: "2026年11月23日", "23 November 2026".
export function documentDay(iso: string, locale: Locale): string {
  const { year, month, day } = wallClock(Date.parse(iso));
  if (locale === 'zh-CN') return `${year}年${month}月${day}日`;
  const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  return `${day} ${names[month - 1]} ${year}`;
}

export function whenText(iso: string | null, now: number, locale: Locale): string {
  const instant = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(instant)) return '—';
  const day = kNearDays[locale][daysBetween(now, instant)] ?? dayText(instant, now, locale);
  return `${day} ${clockText(instant)}`;
}

export const kOwnZone = 'Asia/Shanghai';

// "2015-01-05 12:40 America/New_York": a time of an imported district, on the clocks of its own place. A zone this
// browser does not know is told in UTC and says so.
export function historyText(iso: string | null, zone: string): string {
  const instant = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(instant)) return '—';
  const kParts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    const told = new Intl.DateTimeFormat('sv-SE', { ...kParts, timeZone: zone }).format(instant);
    return zone === kOwnZone ? told : `${told} ${zone}`;
  } catch {
    return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  }
}

// "2023-02-14": what the date field shows and reads.
export function dateText(instant: number): string {
  const at = wallClock(instant);
  return `${at.year}-${two(at.month)}-${two(at.day)}`;
}

// Reads "2023-02-14" (also 2023/2/14, 2023.2.14, 2023年2月14日, 20230214) and "09:30" (also 9：30, 0930).
// null when either is not a date or time that exists.
export function readDateTime(date: string, time: string): number | null {
  const d = /^\s*(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))\s*$/.exec(date);
  const t = /^\s*(\d{1,2})(?:\s*[:：]\s*(\d{2})|(\d{2}))\s*$/.exec(time);
  if (d === null || t === null) return null;
  const month = d[2] ?? d[4];
  const day = d[3] ?? d[5];
  return instantOf(Number(d[1]), Number(month), Number(day), Number(t[1]), Number(t[2] ?? t[3]));
}

// Six weeks of days, Monday first, around a month: what the month sheet of the date field shows.
export function monthSheet(year: number, month: number): { date: string; day: number; inMonth: boolean }[] {
  const first = Date.UTC(year, month - 1, 1);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, i) => {
    const at = new Date(first + (i - lead) * kDay);
    const m = at.getUTCMonth() + 1;
    return { date: `${at.getUTCFullYear()}-${two(m)}-${two(at.getUTCDate())}`, day: at.getUTCDate(), inMonth: m === month };
  });
}
