import { categoryColumn, dateColumn, numberColumn, repeatedTextColumn, textColumn, type RawColumn, type StoredText } from '../model/columns.js';
import type { CategoryColumn, Column, Dataset, DateColumn, NumberColumn, Places } from '../model/dataset.js';
import { kindNames, pointAt } from '../model/place-kinds.js';

/** A column without what cannot go from one thread to another. */
type PackedColumn =
  | Pick<NumberColumn, 'name' | 'type' | 'values'>
  | Pick<DateColumn, 'name' | 'type' | 'values' | 'isLocal'>
  | Pick<CategoryColumn, 'name' | 'type' | 'codes' | 'labels'>
  | Pick<StoredText, 'name' | 'type' | 'storage'>;

export interface PackedDataset extends Omit<Dataset, 'columns' | 'places'> {
  readonly columns: readonly PackedColumn[];
  readonly places: Omit<Places, 'kind'> | undefined;
}

/** A dataset as a message, and the memory that goes along with it rather than being copied. */
export function packed(dataset: Dataset): { readonly message: PackedDataset; readonly transfer: readonly ArrayBuffer[] } {
  const { places } = dataset;
  const columns = dataset.columns.map((column) => packedColumn(column, dataset.length));
  const message: PackedDataset = { ...dataset, columns, places: places && { located: places.located, bounds: places.bounds, x: places.x, y: places.y, shapes: places.shapes } };
  const arrays = columns.flatMap((column): ArrayBufferView[] => {
    if (column.type === 'category') return [column.codes];
    if (column.type !== 'text') return [column.values];
    return 'codes' in column.storage ? [column.storage.codes] : [column.storage.bytes, column.storage.starts, column.storage.ends];
  });
  if (places) arrays.push(places.x, places.y);
  if (places?.shapes) arrays.push(...Object.values(places.shapes) as ArrayBufferView[]);
  return { message, transfer: [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))] };
}

function packedColumn(column: Column, rows: number): PackedColumn {
  const { name } = column;
  if (column.type === 'category') return { name, type: 'category', codes: column.codes, labels: column.labels };
  if (column.type === 'date') return { name, type: 'date', values: column.values, isLocal: column.isLocal };
  if (column.type === 'number') return { name, type: 'number', values: column.values };
  return { name, type: 'text', storage: (column as Partial<StoredText>).storage ?? repeated(column, rows) };
}

/** Text of which nobody knows what it is made of. */
function repeated(column: Column, rows: number): { codes: Uint32Array; labels: string[] } {
  const [codes, labels, known] = [new Uint32Array(rows), [] as string[], new Map<string, number>()];
  for (let row = 0; row < rows; row += 1) {
    const value = column.value(row);
    if (value === undefined) continue;
    const text = String(value);
    if (!known.has(text)) known.set(text, labels.push(text));
    codes[row] = known.get(text)!;
  }
  return { codes, labels };
}

/** The dataset that a message holds. */
export function unpacked(message: PackedDataset): Dataset {
  const { places } = message;
  const shapes = places?.shapes;
  const kind: Places['kind'] = (row) => (shapes ? kindNames[shapes.kinds[row]!] : pointAt(places?.x[row]));
  return { ...message, columns: message.columns.map(unpackedColumn), places: places && { ...places, kind } };
}

function unpackedColumn(column: PackedColumn): Column {
  const { name } = column;
  if (column.type === 'category') return categoryColumn(name, column.codes, column.labels);
  if (column.type === 'number') return numberColumn(name, column.values);
  if (column.type === 'date') return dateColumn(name, column.values, column.isLocal);
  const { storage } = column as Pick<StoredText, 'storage'>;
  return 'codes' in storage ? repeatedTextColumn(name, storage.codes, storage.labels) : textColumn({ ...(storage as RawColumn), name });
}
