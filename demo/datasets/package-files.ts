import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of an installed package, also one that its `exports` do not name. */
export function packageFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)), 'utf8');
}

export function packageJson<T>(path: string): T {
  return JSON.parse(packageFile(path)) as T;
}

/** A GeoJSON collection. Six decimals are a decimetre: more would only be noise to carry. */
export function collection(features: readonly { readonly properties: object; readonly geometry: unknown }[]): string {
  const round = (_: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);
  return JSON.stringify({ type: 'FeatureCollection', features: features.map((feature) => ({ type: 'Feature', ...feature })) }, round);
}
