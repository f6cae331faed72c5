import { crsOfWkt } from '../prj.js';
import { crsOfProjjson } from './geoparquet-projjson.js';
import type { Leaf, ParquetFile } from './parquet-file.js';

/** Which column holds the places, and how. */
export interface GeoColumn {
  /** The first name of its path. */
  readonly column: string;
  readonly encoding: 'wkb' | NativeEncoding;
  /** `undefined` where nobody knows. */
  readonly crs: string | undefined;
  /** The paths of the columns that hold each row's box: west, south, east, north. */
  readonly covering: readonly (readonly string[])[] | undefined;
  /** Columns that say again where rows are, and other geometry. */
  readonly others: ReadonlySet<string>;
}

export type NativeEncoding = 'point' | 'linestring' | 'polygon' | 'multipoint' | 'multilinestring' | 'multipolygon';

type Json = Readonly<Record<string, unknown>>;

const native = /^(multi)?(point|linestring|polygon)$/;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const sides = ['xmin', 'ymin', 'xmax', 'ymax'];

/** What the key `geo` says (https://geoparquet.org, 0.4 to 2.0), or else a column of the type GEOMETRY or GEOGRAPHY. */
export function geoColumn(file: ParquetFile): GeoColumn | undefined {
  const geo = parsed(file.said.get('geo'));
  const columns = isObject(geo?.['columns']) ? new Map(Object.entries(geo['columns'])) : new Map<string, unknown>();
  const isThere = (name: unknown): name is string => typeof name === 'string' && file.leaves.some(({ path }) => path[0] === name);
  const column = [geo?.['primary_column'], ...columns.keys()].find(isThere);
  if (column === undefined) return typedColumn(file);
  const said = isObject(columns.get(column)) ? (columns.get(column) as Json) : {};
  const encoding = String(said['encoding'] ?? 'WKB').toLowerCase();
  const covering = coveringOf(said['covering'], file.leaves);
  const typed = file.leaves.find(({ path }) => path[0] === column)?.element.logical_type;
  return {
    column,
    encoding: native.test(encoding) ? (encoding as NativeEncoding) : 'wkb',
    crs: 'crs' in said ? gridOf(said['crs']) : typed && 'crs' in typed && typed.crs ? gridOfType(typed.crs, file) : 'EPSG:4326',
    covering,
    others: new Set([...columns.keys(), ...(covering?.map(([first]) => first!) ?? [])].filter((name) => name !== column)),
  };
}

/** The first column of geometry that Parquet itself declares. */
function typedColumn(file: ParquetFile): GeoColumn | undefined {
  const typed = file.leaves.filter(({ path, element: { logical_type: logical } }) => path.length === 1 && (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY'));
  const [first] = typed;
  const logical = first?.element.logical_type;
  if (!first || !logical || !('crs' in logical)) return undefined;
  const covering = coveringOf({ bbox: Object.fromEntries(sides.map((side) => [side, ['bbox', side]])) }, file.leaves);
  return { column: first.path[0]!, encoding: 'wkb', crs: gridOfType(logical.crs, file), covering, others: new Set([...typed.slice(1).map(({ path }) => path[0]!), ...(covering ? ['bbox'] : [])]) };
}

/** `OGC:CRS84`, `srid:25832`, `projjson:` with the key that holds it, or the definition itself; without it degrees. */
function gridOfType(crs: string | undefined, { said }: ParquetFile): string | undefined {
  if (!crs) return 'EPSG:4326';
  const key = /^projjson:(.+)$/i.exec(crs)?.[1];
  const definition = parsed(key ? said.get(key) : crs);
  return gridOf(definition ?? crs.replace(/^srid:/i, 'EPSG:'));
}

/** The grid that PROJJSON, well-known text or a name defines. */
function gridOf(crs: unknown): string | undefined {
  return typeof crs === 'string' ? (crsOfWkt(crs) ?? (crs || undefined)) : isObject(crs) ? crsOfProjjson(crs) : undefined;
}

/** The four columns of a row's box, if all are there. */
function coveringOf(said: unknown, leaves: readonly Leaf[]): GeoColumn['covering'] {
  const bbox = isObject(said) && isObject(said['bbox']) ? said['bbox'] : undefined;
  const paths = sides.map((side) => (Array.isArray(bbox?.[side]) ? bbox[side].map(String) : []));
  return paths.every((path) => leaves.some((leaf) => leaf.path.join('\0') === path.join('\0') && !leaf.wraps.includes('repeated'))) ? paths : undefined;
}

function parsed(text: string | undefined): Json | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
