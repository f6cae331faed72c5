import { isGeometry } from '../formats/feature-table.js';
import { isObject, text, type Json } from './answer.js';

/** A row as values and its place. Old places are an object of texts, with an address that is JSON of its own. */
export function recordOf(row: Json, place: string | undefined): { readonly values: Json; readonly geometry?: unknown } {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let geometry: unknown = place === undefined ? undefined : null;
  for (const key of Object.keys(row)) {
    const value = row[key];
    if (key.startsWith(':')) continue;
    if (isGeometry(value)) {
      if (key === place || geometry === undefined) geometry = value;
    } else if (isObject(value) && ('latitude' in value || 'human_address' in value)) {
      if (key === place || geometry === undefined) geometry = pointOf(value) ?? geometry;
      values[key] = addressOf(value['human_address']);
    } else if (isObject(value) && 'url' in value) values[key] = value['url'];
    else values[key] = value;
  }
  // Without a description, and without places, columns are searched for them.
  return geometry === undefined ? { values } : { values, geometry };
}

function pointOf({ latitude, longitude }: Json): unknown {
  const coordinates = [Number(longitude ?? Number.NaN), Number(latitude ?? Number.NaN)];
  return coordinates.every((value) => Number.isFinite(value)) ? { type: 'Point', coordinates } : undefined;
}

function addressOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const { address, city, state, zip } = JSON.parse(value) as Json;
    return [text(address), text(city), [text(state), text(zip)].filter(Boolean).join(' ')].filter(Boolean).join(', ') || undefined;
  } catch {
    return text(value);
  }
}
