import type { Leaf } from './parquet-file.js';

/** Bytes that are text: none of a record's control characters are in it. */
const decoder = new TextDecoder('utf-8', { fatal: true });
const control = /[^\P{Cc}\t\n\r]/u;

export type CellValue = string | number | boolean | undefined;

/** How a value of a column is shown: numbers, text, and dates as ISO 8601 has them; lists with commas; nothing for bytes. */
export function valueReader({ element, wraps }: Leaf): (value: unknown) => CellValue {
  const single = (value: unknown): CellValue => {
    if (value === null || value === undefined) return undefined;
    if (isTime(element)) return timeOfDay(Number(value), element);
    if (typeof value === 'number') return numberValue(value, element);
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value || undefined;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, element.converted_type === 'DATE' ? 10 : 24);
    if (!(value instanceof Uint8Array)) return undefined;
    return element.converted_type === 'INTERVAL' ? duration(value) : textOf(value);
  };
  if (wraps.length === 0) return single;
  const isList = wraps.includes('repeated');
  return (value) => {
    const values = flat(value, 0).map(single).filter((each) => each !== undefined);
    return isList ? values.join(', ') || undefined : values[0];
  };
}

type Element = Leaf['element'];

const isTime = ({ converted_type: converted, logical_type: logical }: Element): boolean => converted === 'TIME_MILLIS' || converted === 'TIME_MICROS' || logical?.type === 'TIME';

/** `10:30:00`, from what has passed since midnight. */
function timeOfDay(value: number, { converted_type: converted, logical_type: logical }: Element): string | undefined {
  const unit = logical?.type === 'TIME' ? logical.unit : converted === 'TIME_MICROS' ? 'MICROS' : 'MILLIS';
  const milliseconds = value / (unit === 'NANOS' ? 1e6 : unit === 'MICROS' ? 1e3 : 1);
  return milliseconds >= 0 && milliseconds < 86_400_000 ? new Date(milliseconds).toISOString().slice(11, 19) : undefined;
}

/** `P1M3DT10S`, as ISO 8601 has it, from months, days and milliseconds. */
function duration(bytes: Uint8Array): string | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, seconds] = [view.getInt32(0, true), view.getInt32(4, true), view.getUint32(8, true) / 1000];
  const date = `${months ? `${months}M` : ''}${days ? `${days}D` : ''}`;
  return seconds || !date ? `P${date}T${seconds}S` : `P${date}`;
}

/** As it was meant: 32 bits hold 0.1 as 0.10000000149, and 1234 hundredths are not quite 12.34. */
function numberValue(value: number, { type, converted_type: converted, scale }: Element): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (converted === 'DECIMAL') return Number(value.toFixed(Math.max(0, Math.min(20, scale ?? 0))));
  return type === 'FLOAT' ? Number(value.toPrecision(7)) : value;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return control.test(text) ? undefined : text || undefined;
  } catch {
    return undefined;
  }
}

function flat(value: unknown, depth: number): unknown[] {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return [value];
  if (value instanceof Uint8Array) return [value];
  return depth > 40 ? [] : Array.from(value as ArrayLike<unknown>).flatMap((each) => flat(each, depth + 1));
}
