/** What an address asks a service for is not part of the service's own address. */
const asked = new Set([
  'service', 'version', 'request', 'acceptversions', 'sections', 'updatesequence', 'acceptformats', 'exceptions', 'wmtver',
  'typename', 'typenames', 'outputformat', 'maxfeatures', 'count', 'startindex', 'resulttype', 'srsname',
  'layer', 'layers', 'styles', 'style', 'srs', 'crs', 'width', 'height', 'format', 'transparent', 'bgcolor', 'tilematrixset', 'tilematrix', 'tilerow', 'tilecol',
  'query_layers', 'info_format', 'i', 'j', 'x', 'y', 'feature_count', 'tiled', 'tilesorigin',
]);

export interface OwsAddress {
  /** The service, with what belongs to it, such as `map=` and a key. */
  readonly base: URL;
  /** What was asked for, by lower-case names. */
  readonly query: ReadonlyMap<string, string>;
}

/** Takes an address of a service of the OGC apart. The names of its parameters are written in any case. */
export function owsAddress(address: URL): OwsAddress {
  const base = new URL(address);
  base.hash = '';
  // Services give their addresses with an end to which more can be written.
  base.search = base.search.replace(/[?&]+$/, '');
  const query = new Map<string, string>();
  for (const [name, value] of address.searchParams) {
    query.set(name.toLowerCase(), value);
    if (asked.has(name.toLowerCase())) base.searchParams.delete(name);
  }
  return { base, query };
}

/** The same service, asked for something; a parameter that is already there in another case is replaced. */
export function owsUrl(base: URL, parameters: Readonly<Record<string, string | number | undefined>>): URL {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    const others = [...url.searchParams.keys()].filter((other) => other.toLowerCase() === name.toLowerCase());
    for (const other of others) url.searchParams.delete(other);
    url.searchParams.set(name, String(value));
  }
  return url;
}
