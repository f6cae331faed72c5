/** What a GeoReport service said: fields of text, of a request, a token or an error. */
export type ReplyRecord = Readonly<Record<string, string>>;

/** Ids are text, and as numbers they would lose zeros or, where they are long, digits. */
const numbered = /("(?:service_request_id|token)"\s*:\s*)(\d+)(?=\s*[,}\]])/g;

/** All records of an answer, JSON or XML, in whichever frame it puts them; none, where it is neither. */
export function replyRecords(text: string): ReplyRecord[] {
  if (/^\s*</.test(text)) return xmlRecords(text);
  try {
    return jsonRecords(JSON.parse(text.replace(numbered, '$1"$2"')));
  } catch {
    return [];
  }
}

function jsonRecords(value: unknown): ReplyRecord[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(jsonRecords);
  const fields = Object.entries(value).filter(([, field]) => typeof field === 'string' || typeof field === 'number').map(([name, field]) => [name, String(field).trim()] as const);
  const record = Object.fromEntries(fields.filter(([, field]) => field !== ''));
  return isRecord(record) ? [record] : Object.values(value).flatMap(jsonRecords);
}

const isRecord = (record: ReplyRecord): boolean => ['service_request_id', 'token', 'description'].some((name) => record[name] !== undefined);

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const element = /<(?:\w+:)?(\w+)(?:\s[^>]*)?>((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)<\/(?:\w+:)?\1\s*>/g;

function xmlRecords(text: string): ReplyRecord[] {
  const records = text.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(?:\w+:)?(request|error)(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?\1\s*>/g);
  return [...records].map(([, , content = '']) => {
    const fields = [...content.matchAll(element)].map(([, name = '', said = '']) => [name, unescaped(said).trim()] as const);
    return Object.fromEntries(fields.filter(([, field]) => field !== ''));
  });
}

function unescaped(text: string): string {
  return text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, literal: string | undefined, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (literal !== undefined) return literal;
    if (name !== undefined) return entities[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });
}
