import type { PlacesBuilder } from '../../model/places-builder.js';
import { addWkb } from './wkb.js';

/** Bytes of the box that stands before a geometry, by its kind: none, or two, three or four pairs of numbers. */
const envelopes = [0, 32, 48, 48, 64];

/** Adds a row at a geometry as GeoPackage stores it (OGC 12-128r19, 2.1.3): a head, a box, and well-known binary. */
export function addPackedGeometry(builder: PlacesBuilder, bytes: Uint8Array): void {
  // Some programs store the plain binary.
  if (bytes[0] === 0 || bytes[0] === 1) return addWkb(builder, bytes);
  const flags = bytes[3] ?? 0;
  const envelope = envelopes[(flags >> 1) & 7];
  // What is extended is of a program's own.
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined || (flags & 0x20) !== 0) return builder.nothing('bad-geometry');
  if ((flags & 0x10) !== 0) return builder.nothing('no-place');
  addWkb(builder, bytes.subarray(8 + envelope));
}
