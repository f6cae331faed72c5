import * as v from 'valibot';

/** Length as people count it: an emoji or a letter outside the basic plane is one. */
const characters = (text: string): number => [...text].length;

// In JSON a lone surrogate may be written, in no database; and control characters hide what is really said.
const line = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
const prose = (text: string): boolean => !/\p{Cs}|[^\P{Cc}\n\t]/u.test(text);

const between = (shortest: number, longest: number) => [
  v.check((text: string) => characters(text) >= shortest, shortest === 1 ? 'required: This field is required.' : `too-short: Write at least ${shortest} characters.`),
  v.check((text: string) => characters(text) <= longest, `too-long: Write at most ${longest} characters.`),
] as const;

/** What the description of the API says of it, which cannot read the checks. */
const lengths = (minLength: number, maxLength: number) => v.metadata<string, { readonly minLength: number; readonly maxLength: number }>({ minLength, maxLength });

/** One line of text, trimmed. */
export const lineOf = (shortest: number, longest: number) => v.pipe(
  v.string(), lengths(shortest, longest), v.trim(), v.check(line, 'not-valid: Control characters and line breaks are not allowed here.'), ...between(shortest, longest),
);

/** Text of several lines, trimmed, with line feeds alone between them. */
export const proseOf = (shortest: number, longest: number) => v.pipe(
  v.string(), lengths(shortest, longest), v.transform((text) => text.replace(/\r\n?/g, '\n')), v.trim(), v.check(prose, 'not-valid: Control characters are not allowed.'), ...between(shortest, longest),
);

/** A field that was left empty is absent. */
export const orAbsent = <S extends v.GenericSchema<string, string>>(schema: S) =>
  v.pipe(v.optional(v.string()), v.transform((text) => (text?.trim() ? text : undefined)), v.optional(schema));

/** A UUID of any version, in lower case. */
export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'not-valid: This is not a UUID.'), v.metadata({ format: 'uuid', pattern: undefined }), v.toLowerCase());

/** A word that machines read, such as the code of a reason or a category. */
export const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:-]{0,59}$/, 'not-valid: A code is 1 to 60 letters, digits, points, colons, hyphens and underscores.'));

export const language = v.pipe(v.string(), v.check((tag) => tag.length <= 35 && isLanguage(tag), 'not-valid: This is not a language tag of BCP 47, such as “de” or “pt-BR”.'));

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A field that no reader sees, and that machines fill in. */
export const trap = v.optional(v.pipe(v.string(), v.maxLength(1000, 'too-long: Leave it empty.')));
