import { degrees } from './crs-name.js';
import { datums } from './datums.js';
import { grids } from './grids.js';
import { meridianOf, projected, sameProjection, type Projected } from './prj-projected.js';
import { child, epsgOf, nameOf, numberAt, wktTree, type WktNode } from './prj-tree.js';
import { gridString } from './projection.js';
import { statePlane } from './state-planes.js';

/** Ours by their numbers alone, as they are no family and not among the grids that were checked. */
const further = [31_466, 31_469, 4647, 5650];
/** Grids that differ in nothing but their name from the UTM zone of another. */
const namesakes: readonly (readonly [name: RegExp, code: number])[] = [[/SWEREF_?99_?TM/i, 3006], [/TM35FIN|FIN_TM35/i, 3067], [/(RDN_?2008.*(UTM|zone)_?(zone_)?_?32)/i, 7791]];

/**
 * The grid that well-known text defines, as `.prj` files, GeoPackages and GeoParquet hold it: `EPSG:25832` where it is one
 * that is known here, by its number or by what it computes; else its name with what it computes behind it, such as
 * `EPSG:26986 +proj=lcc …`, which `toMercator` understands; `undefined` where it cannot be understood.
 */
export function crsOfWkt(wkt: string): string | undefined {
  const tree = wktTree(wkt);
  const grid = tree && gridIn(tree);
  if (!grid) return undefined;
  const geographic = grid.keyword.startsWith('GEO') ? grid : child(grid, 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS', 'GEOGCRS', 'GEODCRS');
  const code = epsgOf(grid);
  const name = code ? `EPSG:${code}` : nameOf(grid).trim() || 'a grid without a name';
  if (grid === geographic) return degreesOf(grid, name, code);
  if (/Web_?_?Mercator|Pseudo.?Mercator|Google|Mercator_Auxiliary_Sphere/i.test(wkt.slice(0, 2000))) return 'EPSG:3857';
  if (code && gridString(name)) return name;
  const found = geographic && projected(grid, geographic);
  if (!found) return code ? name : undefined;
  const shift = shiftOf(geographic);
  const zone = utmCode(found, geographic, name);
  if (zone && !code && gridString(`EPSG:${zone}`)) return `EPSG:${zone}`;
  const known = code ? undefined : [...Object.keys(grids).map(Number), ...further].find((each) => sameProjection(found, gridString(`EPSG:${each}`)!));
  if (known) return `EPSG:${known}`;
  const state = statePlane(nameOf(grid), found.unit);
  if (state && gridString(`EPSG:${state}`)) return `EPSG:${state}`;
  return `${state ? `EPSG:${state}` : zone && !code ? `EPSG:${zone}` : name.replaceAll('+', ' ')} ${found.definition}${shift}`;
}

/** The grid on the ground: heights and transformations are around it. */
function gridIn(tree: WktNode): WktNode | undefined {
  if (/^(PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS|GEODETICCRS)$/.test(tree.keyword)) return tree;
  if (!/^(COMPD_CS|COMPOUNDCRS|BOUNDCRS|SOURCECRS)$/.test(tree.keyword)) return undefined;
  for (const node of tree.nodes) {
    const found = gridIn(node);
    if (found) return found;
  }
  return undefined;
}

function datumOf(geographic: WktNode): (typeof datums)[number] | undefined {
  const datum = child(geographic, 'DATUM', 'ENSEMBLE', 'GEODETICDATUM', 'TRF');
  const names = [nameOf(datum), nameOf(geographic)].map((name) => name.replace(/\W+/g, '_'));
  return datums.find(({ sign }) => sign.test(names[0]!)) ?? datums.find(({ sign }) => sign.test(names[1]!));
}

/** ` +towgs84=…`, as the definition says it or as its datum is known. */
function shiftOf(geographic: WktNode): string {
  const said = child(child(geographic, 'DATUM'), 'TOWGS84')?.values;
  const shift = said?.some((value) => Number(value) !== 0) ? said.map(Number).join(',') : said ? '0,0,0' : datumOf(geographic)?.shift;
  // A datum that is known to need no shift says so; one that is not known does not.
  return shift === undefined ? '' : ` +towgs84=${shift || '0,0,0'}`;
}

function degreesOf(geographic: WktNode, name: string, code: number | undefined): string {
  const datum = datumOf(geographic);
  if (code && degrees.has(code)) return name;
  if (datum?.degrees && !code) return `EPSG:${datum.degrees}`;
  // What nobody knows is taken for degrees of today, and what is not drawn by its number alone says how it is.
  if (!datum) return code ? name : 'EPSG:4326';
  const ellipsoid = child(child(geographic, 'DATUM'), 'SPHEROID', 'ELLIPSOID');
  const meridian = meridianOf(geographic);
  return `${name.replaceAll('+', ' ')} +proj=longlat +a=${numberAt(ellipsoid, 1) ?? 6_378_137} +rf=${numberAt(ellipsoid, 2) || 1e12}${meridian === 0 ? '' : ` +pm=${meridian}`}${shiftOf(geographic)}`;
}

/** The number of a zone of UTM on a datum of which they are numbered. */
function utmCode({ values }: Projected, geographic: WktNode, name: string): number | undefined {
  const south = values['y_0'] === 10_000_000;
  if (values['proj'] !== 'tmerc' || values['lat_0'] !== 0 || values['k'] !== 0.9996 || values['x_0'] !== 500_000 || (values['y_0'] !== 0 && !south)) return undefined;
  const zone = (Number(values['lon_0']) + 183) / 6;
  if (!Number.isInteger(zone)) return undefined;
  const namesake = namesakes.find(([sign]) => sign.test(name))?.[1];
  if (namesake) return namesake;
  const datum = datumOf(geographic);
  if (datum?.degrees === 4674) return south ? 31_960 + zone : undefined;
  if (!datum?.utm) return undefined;
  return datum.utm + zone + (datum.utm === 32_600 && south ? 100 : 0);
}
