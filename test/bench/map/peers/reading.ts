import type { Feature, FeatureCollection } from 'geojson';
import type { Kind, Given } from './peer.js';

export interface Place {
  readonly lon: number;
  readonly lat: number;
  readonly kind: Kind;
  readonly name: string;
}

/** PapaParse to arrays, its quickest way; it comes to the pages that read CSV alone. */
export async function readCsv(url: string): Promise<Place[]> {
  const [{ default: papa }, text] = await Promise.all([import('papaparse'), fetch(url).then((response) => response.text())]);
  const [, ...rows] = papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return rows.map(([, name, kind, lat, lon]) => ({ lon: Number(lon), lat: Number(lat), kind: kind as Kind, name: name! }));
}

/** The file as the GeoJSON that a library takes. */
export async function readFeatures({ url, format }: Given): Promise<FeatureCollection> {
  if (format === 'geojson') return (await fetch(url)).json() as Promise<FeatureCollection>;
  const features = (await readCsv(url)).map(({ lon, lat, kind, name }): Feature => ({ type: 'Feature', properties: { kind, name }, geometry: { type: 'Point', coordinates: [lon, lat] } }));
  return { type: 'FeatureCollection', features };
}

export const ofKind = ({ features }: FeatureCollection, kind: Kind | undefined): FeatureCollection => ({ type: 'FeatureCollection', features: kind ? features.filter(({ properties }) => properties?.['kind'] === kind) : features });
