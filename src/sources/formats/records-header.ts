import { isObject, textIn, type Field, type Header, type Json } from './records-item.js';

const holders = ['columns', 'fields', 'header', 'headers', 'cols', 'column_names', 'columnNames', 'names'];

/** The header that stands beside, or above, a list of rows as wide as `width`: as names, or as descriptions of columns. */
export function headerBeside(around: readonly Json[], width: number): Header | undefined {
  for (const object of around) {
    const { meta, schema, metadata } = object;
    const view = isObject(meta) ? meta['view'] : undefined;
    for (const holder of [object, schema, view, meta, metadata]) {
      const header = isObject(holder) ? holders.map((name) => namesIn(holder[name])).find((each) => each?.length === width) : undefined;
      if (header) return header;
    }
  }
  return undefined;
}

function namesIn(value: unknown): Header | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const fields = value.map(fieldOf);
  return fields.some((field) => field === false) ? undefined : (fields as Header);
}

/** `undefined` is a column that is the portal's own business, `false` is none. */
function fieldOf(value: unknown): Field | undefined | false {
  if (typeof value === 'string') return value.trim() ? { name: value.trim() } : undefined;
  if (!isObject(value)) return false;
  // Socrata's rows begin with what it keeps for itself.
  if (value['dataTypeName'] === 'meta_data') return undefined;
  const name = ['name', 'id', 'fieldName', 'field', 'label', 'title', 'key', 'code', 'text'].map((key) => textIn(value[key])).find(Boolean);
  const parts = Array.isArray(value['subColumnTypes']) ? value['subColumnTypes'].filter((part) => typeof part === 'string') : undefined;
  return name ? { name, parts: parts?.length ? parts : undefined } : false;
}
