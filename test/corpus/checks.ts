import type { Check } from './check.js';
import { csv } from './checks/csv.js';
import { geojson } from './checks/geojson.js';

/** The check of each kind of file that the indexes name. A kind without one is reported as wrong. */
export const checks: Readonly<Record<string, Check>> = {
  csv,
  'sdmx-csv': csv,
  geojson,
  'ogcapi-items': geojson,
  'socrata-geojson': geojson,
  'wfs-geojson': geojson,
};
