/**
 * Numbers under which a state knows a person, by the rules of each: where the number has check digits they have to be
 * right, so that prices, files and house numbers are not taken for it.
 */
interface Rule {
  /** What it may look like; digits alone are compared, whatever stands between them. */
  readonly pattern: RegExp;
  readonly isRight: (compact: string) => boolean;
}

const digits = (text: string): number[] => [...text].map(Number);
const weighed = (text: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0);

/** Whether the day and the month of a number are such. Some states add to the month, some to the day. */
const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** The doubled digits of Luhn, from the right. */
const luhn = (text: string): boolean => digits(text).reverse().reduce((sum, digit, i) => sum + (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0) % 10 === 0;

/** ISO 7064, MOD 11,10. */
function mod1110(text: string): boolean {
  const product = digits(text.slice(0, -1)).reduce((sum, digit) => (((digit + sum) % 10 || 10) * 2) % 11, 10);
  return (11 - product) % 10 === Number(text.at(-1));
}

/** Odd places of the Italian code count by this table, even ones by the letter's place. */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const gap = String.raw`[ .\u00a0\u202f-]?`;
const group = (...parts: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(gap)}(?![\\p{L}\\p{N}])`, 'giu');

const rules: readonly Rule[] = [
  // Italy, codice fiscale: letters stand for digits where two persons would have the same one.
  {
    pattern: group('[A-Z]{3}', '[A-Z]{3}', '[0-9LMNPQRSTUV]{2}', '[ABCDEHLMPRST]', '[0-9LMNPQRSTUV]{2}', '[A-Z]', '[0-9LMNPQRSTUV]{3}', '[A-Z]'),
    isRight: (text) => {
      const place = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);
      const sum = [...text].slice(0, 15).reduce((total, sign, i) => total + (i % 2 === 0 ? odd[place(sign)]! : place(sign)), 0);
      return text[15] === String.fromCharCode(65 + (sum % 26));
    },
  },
  // France, numéro d'inscription au répertoire (sécurité sociale), with its key.
  {
    pattern: group('[12378]', String.raw`\d\d`, String.raw`\d\d`, String.raw`(?:\d\d|2[AB])`, String.raw`\d{3}`, String.raw`\d{3}`, String.raw`\d\d`),
    isRight: (text) => Number(text.slice(13)) === 97 - Number(BigInt(text.slice(0, 13).replace('2A', '19').replace('2B', '18')) % 97n),
  },
  // Spain, DNI and NIE.
  { pattern: group('[XYZ]', String.raw`\d{7}`, '[A-Z]'), isRight: (text) => letters[Number('XYZ'.indexOf(text[0]!) + text.slice(1, 8)) % 23] === text[8] },
  { pattern: group(String.raw`\d{2}`, String.raw`\d{3}`, String.raw`\d{3}`, '[A-Z]'), isRight: (text) => letters[Number(text.slice(0, 8)) % 23] === text[8] },
  // Germany, Steuer-Identifikationsnummer: of the first ten digits one is there twice or three times.
  {
    pattern: group(String.raw`[1-9]\d`, String.raw`\d{3}`, String.raw`\d{3}`, String.raw`\d{3}`),
    isRight: (text) => [8, 9].includes(new Set(text.slice(0, 10)).size) && mod1110(text),
  },
  // United States, Social Security number: without a check digit, so only as it is written, in groups.
  { pattern: /(?<![\p{L}\p{N}-])(?!000|666|9\d\d)\d{3}[- ](?!00)\d\d[- ](?!0000)\d{4}(?![\p{L}\p{N}-])/gu, isRight: () => true },
  // United Kingdom, National Insurance number.
  { pattern: group('(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]', String.raw`\d\d`, String.raw`\d\d`, String.raw`\d\d`, '[A-D]'), isRight: () => true },
  // Netherlands, burgerservicenummer.
  { pattern: group(String.raw`\d{4}`, String.raw`\d{2}`, String.raw`\d{3}`), isRight: (text) => Number(text) > 0 && weighed(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 },
  // Belgium, rijksregisternummer: born since 2000, a 2 stands before it when it is checked.
  {
    pattern: group(String.raw`\d\d`, String.raw`\d\d`, String.raw`\d\d`, String.raw`\d{3}`, String.raw`\d\d`),
    isRight: (text) => {
      const key = Number(text.slice(9));
      const isKey = (number: string): boolean => 97 - (Number(number) % 97) === key;
      return isDay(Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6))) && (isKey(text.slice(0, 9)) || isKey(`2${text.slice(0, 9)}`));
    },
  },
  // Poland, PESEL: the month tells the century, too.
  {
    pattern: group(String.raw`\d{6}`, String.raw`\d{5}`),
    isRight: (text) => isDay(Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6))) && weighed(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  },
  // Sweden, personnummer: sixty more than the day where it is a number for the meantime.
  {
    pattern: /(?<![\p{L}\p{N}])(?:19|20)?\d{6}[-+]\d{4}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:19|20)\d{10}(?![\p{L}\p{N}])/gu,
    isRight: (text) => isDay(Number(text.slice(-8, -6)), Number(text.slice(-6, -4)) % 60) && luhn(text.slice(-10)),
  },
  // Portugal, número de identificação fiscal of a person.
  {
    pattern: group(String.raw`[123]\d{2}`, String.raw`\d{3}`, String.raw`\d{3}`),
    isRight: (text) => Number(text[8]) === ((11 - (weighed(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10,
  },
  // Finland, henkilötunnus.
  {
    pattern: /(?<![\p{L}\p{N}])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}])/gu,
    isRight: (text) => isDay(Number(text.slice(2, 4)), Number(text.slice(0, 2))) && '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(text.slice(0, 6) + text.slice(-4, -1)) % 31] === text.at(-1),
  },
];

/** Personal numbers as they stand in a text, in the order of the rules. */
export function personalNumbers(text: string): readonly string[] {
  return [...new Set(rules.flatMap(({ pattern, isRight }) => (text.match(pattern) ?? []).filter((found) => isRight(found.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()))))];
}
