import { en, type Messages } from './en.js';

const others: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.js').then(({ ar }) => ar),
  de: () => import('./de.js').then(({ de }) => de),
  es: () => import('./es.js').then(({ es }) => es),
  fr: () => import('./fr.js').then(({ fr }) => fr),
};

const loaded = new Map<string, Messages>([['en', en]]);

/** The language that we speak for a BCP 47 tag: its own, or English. */
export function spoken(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return language in others ? language : 'en';
}

/** The messages for a BCP 47 tag, at once where they are loaded. */
export function messages(tag: string): Messages | Promise<Messages> {
  const language = spoken(tag);
  const known = loaded.get(language);
  if (known) return known;
  return (others[language]?.() ?? Promise.resolve(en)).then((found) => {
    loaded.set(language, found);
    return found;
  });
}

/** In which direction a language that we speak is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export { en, type Messages };
