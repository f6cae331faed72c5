/** What an address of an ArcGIS server names. */
export interface ServiceAddress {
  /** Up to and with `FeatureServer`, `MapServer` … */
  readonly service: string;
  /** Such as `FeatureServer`. */
  readonly kind: string;
  readonly layer: string | undefined;
  /** What the address asks for itself, such as `where`: it holds for every request. */
  readonly asked: Readonly<Record<string, string>>;
  /** Whether it asks for figures or other answers that are no features. */
  readonly isAnswer: boolean;
}

/** Behind the layer stands a query, one of its rows, or what is about it. */
const pattern = /^(.*\/(?:Feature|Map|Image|VectorTile|Scene)Server)(?:\/(\d+))?(?:\/(query)|\/(\d+)|\/[a-z].*)?\/?$/i;
/** What narrows a query down. How many rows it gives at once, in which form and grid, is our own affair: people copy `resultRecordCount=5` from a form. */
const kept = new Set(['where', 'text', 'objectids', 'time', 'geometry', 'geometrytype', 'insr', 'spatialrel', 'distance', 'units', 'relationparam', 'outfields', 'token', 'gdbversion', 'historicmoment', 'sqlformat']);
const figures = /^(outstatistics|groupbyfieldsforstatistics|returndistinctvalues|returncountonly|returnidsonly|returnextentonly)$/i;
/** Names as the server spells them; people and old programs write them in any case. */
const spelled: Readonly<Record<string, string>> = { objectids: 'objectIds', geometrytype: 'geometryType', insr: 'inSR', spatialrel: 'spatialRel', relationparam: 'relationParam', outfields: 'outFields', gdbversion: 'gdbVersion', historicmoment: 'historicMoment', sqlformat: 'sqlFormat' };

/** The service that an address of an ArcGIS server names; `undefined` for a list of services. */
export function serviceAt({ origin, pathname, searchParams }: URL): ServiceAddress | undefined {
  const match = pattern.exec(pathname);
  if (!match) return undefined;
  const given = [...searchParams].filter(([, value]) => value.trim());
  const [, service, layer, query, row] = match;
  const isQuery = query !== undefined;
  const asked = given.flatMap(([name, value]) => {
    const key = name.toLowerCase();
    return kept.has(key) && (isQuery || key === 'token') ? [[spelled[key] ?? key, value] as const] : [];
  });
  return {
    service: origin + service!,
    kind: service!.split('/').at(-1)!,
    layer,
    asked: { ...Object.fromEntries(asked), ...(row === undefined ? {} : { objectIds: row }) },
    isAnswer: isQuery && given.some(([name, value]) => figures.test(name) && value.toLowerCase() !== 'false'),
  };
}
