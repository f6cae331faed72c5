import type { Column } from '../model/dataset.js';
import type { PlacesBuilder } from '../model/places-builder.js';
import { addGeometry } from '../model/places-geometry.js';
import { Breath } from './slices.js';
import { readWkt } from './wkt.js';

/** Adds a place a row from a column of WKT, EWKT or GeoJSON; the grid that EWKT names, if it does. */
export async function addGeometryTexts(builder: PlacesBuilder, column: Column, rows: number, signal: AbortSignal | undefined): Promise<string | undefined> {
  const breath = new Breath(signal);
  let crs: string | undefined;
  for (let row = 0; row < rows; row += 1) {
    if ((row & 63) === 63) await breath.pause();
    const value = column.value(row);
    if (typeof value !== 'string') builder.nothing('no-place');
    else if (value.startsWith('{')) addGeometry(builder, parsed(value));
    else {
      const { geometry, srid } = readWkt(value);
      crs ??= srid;
      addGeometry(builder, geometry);
    }
  }
  return crs;
}

/** Broken text is a geometry that cannot be drawn. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
