const point = 0x2e;
const comma = 0x2c;
const minus = 0x2d;
const plus = 0x2b;
const space = 0x20;
const apostrophe = 0x27;
const zero = 0x30;
const decoder = new TextDecoder();
/** Powers of ten that a number holds exactly. */
export const powers: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

export type DecimalMark = '.' | ',';

/** Digits that begin with 0, such as `01067`: a code, of which a number would lose the beginning. */
export function isCode(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== zero || end - start < 2) return false;
  for (let at = start + 1; at < end; at += 1) if (bytes[at]! < zero || bytes[at]! > zero + 9) return false;
  return true;
}

/**
 * The number that a cell holds, or NaN. Thousands may be set apart by spaces, apostrophes or the mark that is not the
 * decimal one, in groups of three. More digits than a number can hold exactly are a code unless they are decimals.
 */
export function readNumber(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  const decimal = mark === '.' ? point : comma;
  const first = bytes[start];
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  let group = 0;
  let grouped = false;
  for (let at = first === minus || first === plus ? start + 1 : start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte >= zero && byte <= zero + 9) {
      mantissa = mantissa * 10 + (byte - zero);
      digits += 1;
      group += 1;
      if (decimals >= 0) decimals += 1;
    } else if (byte === decimal && decimals < 0) {
      if (grouped && group !== 3) return Number.NaN;
      decimals = 0;
    } else if ((byte === space || byte === apostrophe || byte === point || byte === comma) && decimals < 0) {
      // No thousands begin with a 0.
      if (grouped ? group !== 3 : mantissa === 0 || group > 3) return Number.NaN;
      grouped = true;
      group = 0;
    } else return unusual(bytes, start, end, mark);
  }
  if (digits === 0 || (grouped && decimals < 0 && group !== 3)) return Number.NaN;
  // `+4971155` is a telephone, `+1.5` a number.
  if (first === plus && decimals < 0) return Number.NaN;
  if (mantissa > Number.MAX_SAFE_INTEGER || decimals > 22) return decimals > 0 ? unusual(bytes, start, end, mark) : Number.NaN;
  const value = decimals > 0 ? mantissa / powers[decimals]! : mantissa;
  return first === minus ? -value : value;
}

/** What needs more than digits: exponents, no-break spaces between thousands, a typographic minus. */
function unusual(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  // Almost everything that is no number ends here, so it is refused by its first byte where that is enough.
  const first = bytes[start]!;
  const begins = (first >= zero && first <= zero + 9) || first === minus || first === point || first === comma || first === plus || first === 0xe2;
  if (!begins || end - start > 40) return Number.NaN;
  let text = decoder.decode(bytes.subarray(start, end)).replace('−', '-').replace(/(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '');
  if (mark === ',') text = text.replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
}
