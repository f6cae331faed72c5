const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a description that publishers wrote as HTML says, without its tags; `undefined` where it says nothing. */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (!/[<&]/.test(value)) return value.trim() || undefined;
  const text = value
    .replace(/<(br|\/p|\/div|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,5}));/gi, (all, decimal?: string, hex?: string, name?: string) => (name ? (named[name.toLowerCase()] ?? all) : character(decimal ? Number(decimal) : parseInt(hex!, 16))));
  return text.replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n').trim() || undefined;
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
