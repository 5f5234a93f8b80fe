// The two languages of the product. The tables have the same keys (a test and the compiler both say so);
// Chinese is the default and travels with the first page, English is fetched when asked for.
import type { Messages } from './zh-CN';

export type { Messages };
export const kLocales = ['zh-CN', 'en'] as const;
export type AppLocale = (typeof kLocales)[number];

export function isLocale(text: string | null | undefined): text is AppLocale {
  return text === 'zh-CN' || text === 'en';
}

// The first language of the browser that we speak ("en-US" is English); Chinese when there is none.
export function localeOf(languages: readonly string[]): AppLocale {
  for (const language of languages) {
    const spoken = language.toLowerCase().split('-')[0];
    if (spoken === 'zh') return 'zh-CN';
    if (spoken === 'en') return 'en';
  }
  return 'zh-CN';
}

// "left.hours" of every leaf, for tests and tools.
export function flatKeys(table: object, prefix = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flatKeys(value as object, `${prefix}${key}.`),
  );
}
