import { features } from './topology.js';
import { collection, packageJson } from './package-files.js';
import type { Topology } from 'topojson-specification';

/** The twelve Inner London boroughs of the London Government Act 1963. */
const inner = new Set([
  'Camden', 'Greenwich', 'Hackney', 'Hammersmith and Fulham', 'Islington', 'Kensington and Chelsea',
  'Lambeth', 'Lewisham', 'Southwark', 'Tower Hamlets', 'Wandsworth', 'Westminster',
]);

const part = (borough: string): string => (borough === 'City of London' ? borough : inner.has(borough) ? 'Inner London' : 'Outer London');

/** Areas: the 33 local authorities of London. */
export function londonBoroughs(): string {
  const boroughs = features(packageJson<Topology>('vega-datasets/data/londonBoroughs.json'), 'boroughs');
  return collection(boroughs.map(({ id, geometry }) => ({ properties: { name: id, part: part(id) }, geometry })));
}

/** Lines: the source has a line in many pieces; people look for the line. */
export function londonUnderground(): string {
  const lines = new Map<string, unknown[]>();
  for (const { id, geometry } of features(packageJson<Topology>('vega-datasets/data/londonTubeLines.json'), 'line')) {
    lines.set(id, [...(lines.get(id) ?? []), geometry.coordinates]);
  }
  return collection([...lines].map(([line, coordinates]) => ({ properties: { line }, geometry: { type: 'MultiLineString', coordinates } })));
}
