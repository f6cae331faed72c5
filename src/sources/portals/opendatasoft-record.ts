import { isGeometry } from '../formats/feature-table.js';
import { isObject, type Json } from './answer.js';

/** A record as values and its place. In the first API what is within the fields is latitude first. */
export function recordOf(row: Json, place: string | undefined): { readonly values: Json; readonly geometry?: unknown } {
  const isOld = isObject(row['fields']) && 'recordid' in row;
  const fields = isOld ? (row['fields'] as Json) : row;
  const geometryBeside = isOld && isGeometry(row['geometry']) ? row['geometry'] : undefined;
  const found = place ?? Object.keys(fields).find((key) => isPlace(fields[key]));
  if (found === undefined) return geometryBeside ? { values: fields, geometry: geometryBeside } : { values: fields };
  const values = Object.fromEntries(Object.entries(fields).filter(([key, value]) => key !== found && !isPlace(value)));
  return { values: values as Json, geometry: geometryOf(fields[found]) ?? geometryBeside ?? null };
}

const isPlace = (value: unknown): boolean => isGeometry(value) || (isObject(value) && (('lon' in value && 'lat' in value) || isGeometry(value['geometry'])));

function geometryOf(value: unknown): unknown {
  if (isGeometry(value)) return value;
  if (Array.isArray(value) && value.length === 2) return { type: 'Point', coordinates: [Number(value[1]), Number(value[0])] };
  if (!isObject(value)) return undefined;
  return isGeometry(value['geometry']) ? value['geometry'] : 'lon' in value ? { type: 'Point', coordinates: [Number(value['lon']), Number(value['lat'])] } : undefined;
}
