import { listOf, text, type Json } from './answer.js';

/** A layer or a table of a service, as its description says it. */
export interface Layer {
  /** `…/FeatureServer/0` */
  readonly url: string;
  readonly name: string | undefined;
  readonly described: Json;
  readonly fields: readonly Json[];
  /** The field that tells rows apart. */
  readonly key: string | undefined;
  /** How many rows the server gives at once. */
  readonly most: number | undefined;
  /** Whether it can be asked for the rows from the n-th on. */
  readonly pages: boolean;
  readonly statistics: boolean;
}

/** A layer by its description. */
export function layerOf(url: string, described: Json): Layer {
  const advanced = (described['advancedQueryCapabilities'] ?? {}) as Json;
  const fields = listOf(described['fields']);
  const most = Number(described['maxRecordCount']);
  return {
    url,
    name: text(described['name']),
    described,
    fields,
    key: text(described['objectIdField']) ?? text(fields.find(({ type }) => type === 'esriFieldTypeOID')?.['name']),
    most: most > 0 ? most : undefined,
    pages: advanced['supportsPagination'] === true || described['supportsPagination'] === true,
    statistics: advanced['supportsStatistics'] === true || described['supportsStatistics'] === true,
  };
}

/** Whether rows can be asked for: what only shows pictures, or holds other layers, has none. */
export function hasRows({ described }: Layer): boolean {
  const capabilities = text(described['capabilities']);
  if (capabilities && !/\b(query|data)\b/i.test(capabilities)) return false;
  return !/group|raster|annotation|image|mosaic|network|terrain|tin/i.test(text(described['type']) ?? '') || listOf(described['fields']).length > 0;
}
