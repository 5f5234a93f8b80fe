// The language of the page: which it is, how it changes, and where it is remembered.
import { createI18n } from 'vue-i18n';
import { isLocale, localeOf, type AppLocale } from '@/model/i18n';
import zh from '@/model/i18n/zh-CN';

const kKept = 'shaoyin.language';

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as Record<string, typeof zh>,
  missingWarn: false,
  fallbackWarn: false,
});

export function currentLocale(): AppLocale {
  return i18n.global.locale.value as AppLocale;
}

async function show(locale: AppLocale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('@/model/i18n/en')).default);
  }
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
}

// What somebody chose; remembered.
export async function setLocale(locale: AppLocale): Promise<void> {
  await show(locale);
  localStorage.setItem(kKept, locale);
}

// A link may name the language (?lang=en); else what was chosen before; else the browser's. What nobody chose is not remembered.
export async function startLocale(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const kept = localStorage.getItem(kKept);
  if (isLocale(asked)) return setLocale(asked);
  await show(isLocale(kept) ? kept : localeOf(navigator.languages));
}
