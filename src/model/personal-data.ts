/** What a person may not mean to publish, as it stands in the text. */
export interface PersonalData {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

const email = /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.\p{L}{2,}/gu;

// A number that is dialled: a + or a 0 in front, or groups; years, prices and house numbers stay below nine digits.
const phone = /(?<![\p{L}\p{N}.,])(?:\+|00?|\()?\p{Nd}(?:[\s./()-]{0,3}\p{Nd}){8,14}(?![\p{L}\p{N}]|[.,]\p{Nd})/gu;

/** Looks for e-mail addresses and telephone numbers. It errs on the side of asking: it warns and never forbids. */
export function personalData(text: string): PersonalData {
  const without = text.replace(/https?:\S+/g, ' ');
  const phones = without.match(phone) ?? [];
  // Two dates in a row, or coordinates, look much like a number to dial.
  const dialled = phones.filter((each) => !/\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{4}|\p{Nd}\.\p{Nd}{4}/u.test(each));
  return { emails: [...new Set(without.match(email))], phones: [...new Set(dialled.map((each) => each.trim()))] };
}
