import { common } from './en.common.js';
import type { Messages } from './en.js';

const others: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.js').then(({ ar }) => ar),
  de: () => import('./de.js').then(({ de }) => de),
  es: () => import('./es.js').then(({ es }) => es),
  fr: () => import('./fr.js').then(({ fr }) => fr),
};

const loaded = new Map<string, Messages>();

/** The language that we speak for a BCP 47 tag: its own, or English. */
export function spoken(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return language in others ? language : 'en';
}

/** What is said in English: what all elements share, and the part of the one that asks. */
export type English = Partial<Messages>;

/** The messages for a BCP 47 tag, at once where they are there; `english` is the asking element's own part. */
export function messages(tag: string, english: English): Messages | Promise<Messages> {
  const language = spoken(tag);
  const load = others[language];
  // An element says nothing but its own sentences and the shared ones, so that the other parts may be missing.
  if (!load) return { ...common, ...english } as Messages;
  const known = loaded.get(language);
  if (known) return known;
  return load().then((found) => {
    loaded.set(language, found);
    return found;
  });
}

/** In which direction a language that we speak is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export type { Messages };
