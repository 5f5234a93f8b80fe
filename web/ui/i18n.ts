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

// Words of pages that are opened later (model/i18n/later.*.ts); once read they are there in every language that is shown.
let laterAsked = false;
async function addLater(locale: AppLocale): Promise<void> {
  const words = (locale === 'en' ? await import('@/model/i18n/later.en') : await import('@/model/i18n/later.zh-CN')).default;
  i18n.global.mergeLocaleMessage(locale, words);
}
export async function takeLaterWords(): Promise<void> {
  if (laterAsked) return;
  await addLater(currentLocale());
  laterAsked = true;
}

async function show(locale: AppLocale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('@/model/i18n/en')).default);
  }
  if (laterAsked && locale !== currentLocale()) await addLater(locale);
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
