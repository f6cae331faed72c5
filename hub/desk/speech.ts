import { en, type Words } from './words/en.js';

const others: Readonly<Record<string, () => Promise<Words>>> = {
  ar: () => import('./words/ar.js').then(({ ar }) => ar),
  de: () => import('./words/de.js').then(({ de }) => de),
  es: () => import('./words/es.js').then(({ es }) => es),
  fr: () => import('./words/fr.js').then(({ fr }) => fr),
};

/** In seconds, the largest first. */
const units = [['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3600], ['minute', 60]] as const;

/** The language of the page, with what it writes numbers and moments with. */
export interface Speech {
  readonly words: Words;
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  number(n: number): string;
  percent(share: number): string;
  /** Of ISO 8601: the day and the time of the reader's clock. */
  moment(at: string): string;
  /** Of a day in UTC, which is the same day for everybody. */
  day(day: string): string;
  /** How long ago it was. */
  ago(at: string): string;
}

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Speaks the first of these languages that it can, else English. */
export async function speechIn(wanted: readonly string[]): Promise<Speech> {
  const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;
  const tag = wanted.find((each) => isTag(each) && (languageOf(each) === 'en' || Object.hasOwn(others, languageOf(each)))) ?? 'en';
  const language = languageOf(tag);
  const words = (await others[language]?.()) ?? en;
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const times = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    words, tag, direction: language === 'ar' ? 'rtl' : 'ltr',
    number: (n) => numbers.format(n),
    percent: (share) => percents.format(share),
    moment: (at) => moments.format(new Date(at)),
    day: (day) => days.format(new Date(day)),
    ago: (at) => {
      const seconds = (Date.now() - Date.parse(at)) / 1000;
      const [unit, length] = units.find((each) => seconds >= each[1]) ?? ['minute', Infinity];
      return times.format(-Math.floor(seconds / length), unit);
    },
  };
}
