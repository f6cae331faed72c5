import { personalNumbers } from './personal-numbers.js';

/** What a person may not mean to publish, as it stands in the text. */
export interface PersonalData {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Under which a state knows a person, such as a codice fiscale or a Social Security number. */
  readonly numbers: readonly string[];
}

const email = /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.\p{L}{2,}/gu;

// A number that is dialled: a + or a 0 in front, or groups; years, prices and house numbers stay below nine digits.
const phone = /(?<![\p{L}\p{N}.,])(?:\+|00?|\()?\p{Nd}(?:[\s./()-]{0,3}\p{Nd}){8,14}(?![\p{L}\p{N}]|[.,]\p{Nd})/gu;

/** All of it in one list, as it stands in the text. */
export function personalParts(text: string): readonly string[] {
  const { emails, phones, numbers } = personalData(text);
  return [...emails, ...phones, ...numbers];
}

/** Looks for e-mail addresses, telephone numbers and personal numbers of states. It errs on the side of asking: it warns and never forbids. */
export function personalData(text: string): PersonalData {
  const plain = text.replace(/https?:\S+/g, ' ');
  const numbers = personalNumbers(plain);
  const without = numbers.reduce((rest, number) => rest.replaceAll(number, ' '), plain);
  const phones = without.match(phone) ?? [];
  // Two dates in a row, or coordinates, look much like a number to dial.
  const dialled = phones.filter((each) => !/\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{4}|\p{Nd}\.\p{Nd}{4}/u.test(each));
  return { emails: [...new Set(without.match(email))], phones: [...new Set(dialled.map((each) => each.trim()))], numbers };
}
