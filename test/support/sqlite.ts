import { joined, utf8 } from './bytes.js';

type Value = string | number | bigint | Uint8Array | null;

export interface TestTable {
  readonly statement: string;
  /** Rows by their numbers, from 1. */
  readonly rows: readonly (readonly Value[])[];
}

const big = (size: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
};
const u16 = (value: number): Uint8Array => big(2, (view) => view.setUint16(0, value));
const u32 = (value: number): Uint8Array => big(4, (view) => view.setUint32(0, value));

function varint(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function record(values: readonly Value[], encode: (text: string) => Uint8Array): Uint8Array {
  const fields = values.map((value): readonly [number, Uint8Array] => {
    if (value === null) return [0, new Uint8Array(0)];
    if (value instanceof Uint8Array) return [12 + value.length * 2, value];
    if (typeof value === 'string') return [13 + encode(value).length * 2, encode(value)];
    if (typeof value === 'bigint') return [6, big(8, (view) => view.setBigInt64(0, value))];
    if (!Number.isInteger(value)) return [7, big(8, (view) => view.setFloat64(0, value))];
    return value === 0 || value === 1 ? [8 + value, new Uint8Array(0)] : [4, big(4, (view) => view.setInt32(0, value))];
  });
  const types = fields.flatMap(([type]) => varint(type));
  return joined([varint(types.length + 1), types, ...fields.map(([, bytes]) => bytes)]);
}

/** A database of a test: pages of tables with as many levels and overflows as they need. */
export function sqliteOf(tables: Readonly<Record<string, TestTable>>, { pageSize = 1024, utf16 = false } = {}): Uint8Array<ArrayBuffer> {
  const encode = (text: string): Uint8Array => (utf16 ? joined([...text].map((letter) => [...u16(letter.charCodeAt(0))].reverse())) : utf8(text));
  // The first page is that of the schema.
  const pages: Uint8Array[] = [new Uint8Array(pageSize)];
  const put = (page: Uint8Array): number => pages.push(page);
  const [most, least] = [pageSize - 35, Math.floor(((pageSize - 12) * 32) / 255) - 23];

  function cell(row: number, payload: Uint8Array): Uint8Array {
    const fit = least + ((payload.length - least) % (pageSize - 4));
    const local = payload.length <= most ? payload.length : fit <= most ? fit : least;
    let next = 0;
    const rest: Uint8Array[] = [];
    for (let at = local; at < payload.length; at += pageSize - 4) rest.unshift(payload.subarray(at, at + pageSize - 4));
    for (const part of rest) {
      const page = new Uint8Array(pageSize);
      page.set(u32(next));
      page.set(part, 4);
      next = put(page);
    }
    return joined([varint(payload.length), varint(row), payload.subarray(0, local), local < payload.length ? u32(next) : []]);
  }

  function fill(page: Uint8Array, start: number, type: number, cells: readonly Uint8Array[], right?: number): Uint8Array {
    let end = pageSize;
    const head = type === 5 ? 12 : 8;
    page.set([type, 0, 0, ...u16(cells.length), 0, 0, 0], start);
    if (right !== undefined) page.set(u32(right), start + 8);
    cells.forEach((bytes, i) => {
      end -= bytes.length;
      page.set(bytes, end);
      page.set(u16(end), start + head + i * 2);
    });
    return page;
  }

  function tree(rows: readonly (readonly Value[])[]): number {
    const leaves: { readonly cells: Uint8Array[]; last: number; size: number }[] = [{ cells: [], last: 0, size: 8 }];
    rows.forEach((values, i) => {
      const bytes = cell(i + 1, record(values, encode));
      if (leaves.at(-1)!.size + bytes.length + 2 > pageSize) leaves.push({ cells: [], last: 0, size: 8 });
      const leaf = leaves.at(-1)!;
      leaf.cells.push(bytes);
      leaf.size += bytes.length + 2;
      leaf.last = i + 1;
    });
    let level = leaves.map(({ cells, last }) => ({ page: put(fill(new Uint8Array(pageSize), 0, 13, cells)), last }));
    while (level.length > 1) {
      const below = level;
      const each = 20;
      level = Array.from({ length: Math.ceil(below.length / each) }, (_, i) => {
        const children = below.slice(i * each, i * each + each);
        const cells = children.slice(0, -1).map(({ page, last }) => joined([u32(page), varint(last)]));
        return { page: put(fill(new Uint8Array(pageSize), 0, 5, cells, children.at(-1)!.page)), last: children.at(-1)!.last };
      });
    }
    return level[0]!.page;
  }

  const schema = Object.entries(tables).map(([name, { statement, rows }]) => (statement.startsWith('CREATE VIEW') ? ['view', name, name, 0, statement] : ['table', name, name, tree(rows), statement]));
  const cells = schema.map((values, i) => cell(i + 1, record(values, encode)));
  fill(pages[0]!, 100, 13, cells);
  pages[0]!.set([...utf8('SQLite format 3\0'), ...u16(pageSize), 1, 1, 0, 64, 32, 32]);
  pages[0]!.set(u32(pages.length), 28);
  pages[0]!.set(u32(utf16 ? 2 : 1), 56);
  return joined(pages);
}

/** The tables that make a database a GeoPackage, with their layers. */
export function geopackageTables(layers: readonly { readonly name: string; readonly type?: string; readonly srs?: number; readonly geometry?: string }[], systems: readonly (readonly [id: number, organization: string, code: number, definition: string])[] = [[4326, 'EPSG', 4326, '']]): Record<string, TestTable> {
  return {
    gpkg_contents: { statement: 'CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY,data_type TEXT,identifier TEXT,description TEXT,last_change DATETIME,srs_id INTEGER)', rows: layers.map(({ name, type = 'features', srs = 4326 }) => [name, type, `${name} title`, 'About', '2024-05-01T10:00:00Z', srs]) },
    gpkg_geometry_columns: { statement: 'CREATE TABLE gpkg_geometry_columns (table_name TEXT,column_name TEXT,geometry_type_name TEXT,srs_id INTEGER)', rows: layers.filter(({ type }) => !type).map(({ name, srs = 4326, geometry = 'geom' }) => [name, geometry, 'GEOMETRY', srs]) },
    gpkg_spatial_ref_sys: { statement: 'CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT,srs_id INTEGER NOT NULL,organization TEXT,organization_coordsys_id INTEGER,definition TEXT)', rows: systems.map(([id, organization, code, definition]) => ['Grid', id, organization, code, definition]) },
  };
}
