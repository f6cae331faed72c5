/** A text in one of several languages. */
interface Translation {
  readonly language?: unknown;
  readonly text?: unknown;
}

/** The languages to show texts of data in, the best first: that of the page, those of its reader, English. */
function wished(): readonly string[] {
  const page = globalThis.document?.documentElement.lang;
  return [page, ...(globalThis.navigator?.languages ?? []), 'en'].flatMap((tag) => (tag ? [tag.toLowerCase(), tag.toLowerCase().split('-')[0]!] : []));
}

/** Of several languages the one to show: by its tag, else the first; `undefined` where there is none. */
export function bestLanguage(tags: readonly string[]): string | undefined {
  const lower = tags.map((tag) => tag.toLowerCase());
  const found = wished().map((wish) => lower.findIndex((tag) => tag === wish || tag.startsWith(`${wish}-`))).find((index) => index >= 0);
  return tags[found ?? 0];
}

/** A text that may come in several languages, as `[{text, language}]`, as `{de: …, en: …}`, or plainly; `undefined` for what is none. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOfList(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const tag = bestLanguage(texts.map(([language]) => language));
  return texts.find(([language]) => language === tag)?.[1].trim() || undefined;
}

/** Whether a value is a list of one text in several languages. */
export const isTranslated = (value: unknown): value is readonly Translation[] => Array.isArray(value) && value.length > 0 && value.every((each) => typeof textOf(each) === 'string' && typeof (each as Translation).language !== 'object');

function textOfList(list: readonly unknown[]): string | undefined {
  const texts = list.filter((each) => textOf(each) !== undefined) as Translation[];
  const tag = bestLanguage(texts.map(({ language }) => String(language ?? '')));
  const best = texts.find(({ language }) => String(language ?? '') === tag) ?? texts[0];
  return textOf(best)?.trim() || undefined;
}

/** Standards call the text itself `text`, `string` or `value`. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('language' in value || 'text' in value)) return undefined;
  const { text, string, value: plain } = value as { text?: unknown; string?: unknown; value?: unknown };
  return [text, string, plain].find((each) => typeof each === 'string');
}
