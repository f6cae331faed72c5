import type { KindCode, PlacesBuilder } from '../../model/places-builder.js';
import type { NativeEncoding } from './geoparquet.js';
import type { Leaf } from './parquet-file.js';
import { closePart, closeRow } from './wkb-parts.js';

const kinds: Readonly<Record<NativeEncoding, KindCode>> = { point: 1, multipoint: 1, linestring: 2, multilinestring: 2, polygon: 3, multipolygon: 3 };

/** Adds a row at a geometry that is lists of x and lists of y, wrapped as their columns are. */
export function addNative(builder: PlacesBuilder, encoding: NativeEncoding, wraps: Leaf['wraps'], x: unknown, y: unknown): void {
  const kind = kinds[encoding];
  const innermost = wraps.lastIndexOf('repeated');
  const take = (xs: unknown, ys: unknown, level: number): void => {
    const wrap = wraps[level];
    if (wrap === undefined) {
      if (typeof xs !== 'number' || typeof ys !== 'number') return;
      builder.position(xs, ys);
      if (kind === 1) closePart(builder, kind);
    } else if (isList(xs) && isList(ys)) {
      for (let i = 0; i < xs.length && i < ys.length; i += 1) take(xs[i], ys[i], level + 1);
      if (level === innermost && kind > 1) closePart(builder, kind);
    }
  };
  if (encoding === 'point') {
    const [px, py] = wraps.reduce<readonly [unknown, unknown]>(([a, b]) => [isList(a) ? a[0] : a, isList(b) ? b[0] : b], [x, y]);
    return typeof px === 'number' && typeof py === 'number' ? builder.point(px, py) : builder.nothing('no-place');
  }
  take(x, y, 0);
  closeRow(builder, kind, true);
}

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || value instanceof Float64Array || value instanceof Float32Array;
