import type { Column } from '../model/dataset.js';
import type { PlacesBuilder } from '../model/places-builder.js';
import { addGeometry } from '../model/places-geometry.js';
import { Breath } from './slices.js';
import { readWkt } from './wkt.js';

/** Adds a place a row from a column of WKT, EWKT, GeoJSON or the digits of WKB; the grid that one names, if it does. */
export async function addGeometryTexts(builder: PlacesBuilder, column: Column, rows: number, signal: AbortSignal | undefined): Promise<string | undefined> {
  const breath = new Breath(signal);
  let crs: string | undefined;
  for (let row = 0; row < rows; row += 1) {
    if ((row & 63) === 63) await breath.pause();
    const value = column.value(row);
    if (typeof value !== 'string') builder.nothing('no-place');
    else if (value.startsWith('{')) addGeometry(builder, parsed(value));
    else if (/^(\\x)?0[01][\da-f]+$/i.test(value)) {
      const { addWkb, sridOfWkb } = await import('./formats/wkb.js');
      const bytes = bytesOf(value);
      const srid = sridOfWkb(bytes);
      crs ??= srid === undefined ? undefined : `EPSG:${srid}`;
      addWkb(builder, bytes);
    }
    else {
      const { geometry, srid } = readWkt(value);
      crs ??= srid;
      addGeometry(builder, geometry);
    }
  }
  return crs;
}

/** Bytes that are written as hexadecimal digits, as PostGIS shows geometry. */
const bytesOf = (digits: string): Uint8Array => Uint8Array.from(digits.replace('\\x', '').match(/../g) ?? [], (each) => Number.parseInt(each, 16));

/** Broken text is a geometry that cannot be drawn. */
function parsed(text: string): unknown {
  try {
    return geometryIn(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The geometry of a feature, or those of several, as one. */
function geometryIn(value: { readonly type?: unknown; readonly geometry?: unknown; readonly features?: unknown }): unknown {
  if (value?.type === 'Feature') return value.geometry;
  return value?.type === 'FeatureCollection' && Array.isArray(value.features) ? { type: 'GeometryCollection', geometries: value.features.map(geometryIn) } : value;
}
