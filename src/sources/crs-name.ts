/** Grids in degrees that differ from WGS 84 by less than a map shows. */
export const degrees: ReadonlySet<number> = new Set([4326, 4258, 4269, 4979, 4283, 7844, 4171, 4674, 6318, 4617, 4937]);

/** The grid of a web map's picture of the whole world, 256 pixels wide, as some programs keep positions. */
export const pixels = 'pixels';
/** Stands between the name of a grid that has no number, or one that is not known here, and what it computes, for proj4. */
export const computing = '+proj=';

/** `EPSG:25832` from any spelling: a URN, an address, a number, or the `crs` member of GeoJSON; what cannot be read is given back. */
export function crsName(said: unknown): string | undefined {
  if (typeof said === 'number') return `EPSG:${said}`;
  if (typeof said === 'object' && said !== null) {
    const { properties } = said as { properties?: { name?: unknown; code?: unknown; href?: unknown } };
    return crsName(properties?.name ?? properties?.code ?? properties?.href);
  }
  if (typeof said !== 'string' || !said.trim()) return undefined;
  if (/^\s*(web)?[ -]?pixels?\s*$/i.test(said)) return pixels;
  if (said.includes(computing)) return said;
  if (/CRS:?84|^WGS ?_?(19)?84$/i.test(said)) return 'EPSG:4326';
  const codes = /epsg|esri|wkid|srid|^\s*\d+\s*$/i.test(said) ? said.match(/\d{4,6}/g) : undefined;
  // Of a grid and one of heights, the grid stands first; of one alone its version may.
  const code = codes?.at(/,\s*crs:|crs-compound|\d\+\d/i.test(said) ? 0 : -1);
  return code ? `EPSG:${code}` : (ofGermany(said) ?? said);
}

/** How the surveyors of Germany name their grids, by AAA and ALKIS: `urn:adv:crs:ETRS89_UTM32*DE_DHHN92_NH`. */
function ofGermany(said: string): string | undefined {
  const [, utm, gaussKrueger] = /ETRS89_UTM(3[1-3])|DE_DHDN_3GK([2-5])/i.exec(said) ?? [];
  return utm ? `EPSG:258${utm}` : gaussKrueger ? `EPSG:${31_464 + Number(gaussKrueger)}` : undefined;
}
