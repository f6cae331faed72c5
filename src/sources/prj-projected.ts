import { child, nameOf, numberAt, type WktNode } from './prj-tree.js';

/** What a grid computes, in metres and degrees. */
export interface Projected {
  /** By the names that proj4 gives them. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Metres of one of its units. */
  readonly unit: number;
  /** The string of it that proj4 reads, without the shift of its datum. */
  readonly definition: string;
}

/** What Esri, OGC and EPSG call a projection, and proj4. */
const methods: readonly (readonly [sign: RegExp, proj: string])[] = [
  [/^(transverse_mercator|gauss_kruger|gauss_boaga)/, 'tmerc'],
  [/^lambert_(conformal_conic|conic_conformal)/, 'lcc'],
  [/^lambert_azimuthal_equal_area/, 'laea'],
  [/^albers/, 'aea'],
  [/^(double|oblique)_stereographic/, 'sterea'],
  [/stereographic/, 'stere'],
  [/^swiss_oblique|^hotine_oblique_mercator_azimuth_center|^hotine_oblique_mercator_variant_b/, 'somerc'],
  [/^krovak/, 'krovak'],
  [/^cassini/, 'cass'],
  [/^mercator/, 'merc'],
  [/^(equidistant_cylindrical|plate_carree|equirectangular)/, 'eqc'],
  [/^polyconic|^american_polyconic/, 'poly'],
  [/^equidistant_conic/, 'eqdc'],
  [/^azimuthal_equidistant/, 'aeqd'],
  [/^new_zealand_map_grid/, 'nzmg'],
];

/** What they call a parameter, and proj4. */
const parameters: readonly (readonly [sign: RegExp, key: string])[] = [
  [/^(central_meridian|longitude_of_(center|origin|natural_origin|false_origin|projection_centre))$/, 'lon_0'],
  [/^(latitude_of_(origin|center|natural_origin|false_origin|projection_centre)|central_parallel)$/, 'lat_0'],
  [/^(standard_parallel_1|latitude_of_1st_standard_parallel)$/, 'lat_1'],
  [/^(standard_parallel_2|latitude_of_2nd_standard_parallel)$/, 'lat_2'],
  [/^(scale_factor|scale_factor_at_\w+|scale_factor_on_\w+)$/, 'k'],
  [/^(false_easting|easting_at_\w+)$/, 'x_0'],
  [/^(false_northing|northing_at_\w+)$/, 'y_0'],
  [/^azimuth/, 'alpha'],
];

const ellipsoids: Readonly<Record<string, number>> = { GRS80: 6_378_137, WGS84: 6_378_137, bessel: 6_377_397.155, intl: 6_378_388, airy: 6_377_563.396, krass: 6_378_245, GRS67: 6_378_160, clrk66: 6_378_206.4 };
const plain = (name: string): string => name.toLowerCase().replace(/\W+/g, '_');

/** What a projected grid computes; `undefined` where its projection is not known. */
export function projected(grid: WktNode, geographic: WktNode): Projected | undefined {
  const conversion = child(grid, 'CONVERSION') ?? grid;
  const method = plain(nameOf(child(conversion, 'PROJECTION', 'METHOD')));
  const proj = methods.find(([sign]) => sign.test(method))?.[1];
  const ellipsoid = child(child(geographic, 'DATUM', 'ENSEMBLE', 'GEODETICDATUM', 'TRF'), 'SPHEROID', 'ELLIPSOID');
  const axis = numberAt(ellipsoid, 1);
  if (!proj || !axis) return undefined;
  const unit = factor(child(grid, 'UNIT', 'LENGTHUNIT')) ?? factor(child(child(grid, 'AXIS'), 'LENGTHUNIT')) ?? 1;
  const degree = (factor(child(geographic, 'UNIT', 'ANGLEUNIT')) ?? Math.PI / 180) * (180 / Math.PI);
  const values: Record<string, string | number> = { proj, lat_0: 0, lon_0: 0, k: 1, x_0: 0, y_0: 0 };
  for (const node of conversion.nodes) {
    const value = node.keyword === 'PARAMETER' ? numberAt(node, 1) : undefined;
    const key = parameters.find(([sign]) => sign.test(plain(nameOf(node))))?.[1];
    if (value === undefined || !key) continue;
    const own = factor(child(node, 'ANGLEUNIT', 'LENGTHUNIT', 'SCALEUNIT', 'UNIT'));
    if (key === 'x_0' || key === 'y_0') values[key] = rounded(value * (own ?? unit));
    else values[key] = key === 'k' ? value : rounded(value * (own === undefined ? degree : own * (180 / Math.PI)));
  }
  // South Africa counts to the west and to the south.
  if (/south_orient/.test(method)) values['k'] = -Number(values['k']);
  // What is askew in another way than Switzerland's and Hungary's is not.
  if (proj === 'somerc' && Math.abs(Number(values['alpha'] ?? 90) - 90) > 1e-6) return undefined;
  if (proj === 'lcc') values['lat_1'] ??= values['lat_0']!;
  if (proj === 'eqc' || proj === 'merc') values['lat_ts'] = values['lat_1'] ?? 0;
  if (proj === 'stere' && Math.abs(Number(values['lat_0'])) < 90 && values['lat_1'] !== undefined) {
    values['lat_ts'] = values['lat_1'];
    values['lat_0'] = Math.sign(Number(values['lat_1'])) * 90;
  }
  const meridian = meridianOf(geographic);
  values['lon_0'] = rounded(Number(values['lon_0']) + meridian);
  const flattening = numberAt(ellipsoid, 2) ?? 0;
  const definition = [...Object.entries(values), ['a', axis], ['rf', flattening || 1e12], ...(unit === 1 ? [] : [['to_meter', unit]])];
  return { values: { ...values, a: axis }, unit, definition: definition.map(([key, value]) => `+${key}=${value}`).join(' ') };
}

/** Whether a string of proj4 computes the same, but for what no map shows. */
export function sameProjection({ values, unit }: Projected, grid: string): boolean {
  const theirs = new Map([...grid.matchAll(/\+(\w+)=(\S+)/g)].map(([, key, value]) => [key!, value!]));
  if (theirs.get('proj') === 'utm') {
    const zone = Number(theirs.get('zone'));
    for (const [key, value] of Object.entries({ proj: 'tmerc', lon_0: zone * 6 - 183, k: 0.9996, x_0: 500_000, y_0: /\+south/.test(grid) ? 10_000_000 : 0 })) theirs.set(key, String(value));
  }
  const number = (key: string, otherwise: number): number => Number(theirs.get(key) ?? otherwise);
  const near = (key: string, wanted: number, within: number): boolean => Math.abs(Number(values[key] ?? wanted) - wanted) <= within;
  const metres = theirs.get('units') === 'us-ft' ? 1200 / 3937 : 1;
  if (theirs.get('proj') !== values['proj'] || Math.abs(metres - unit) > 1e-9) return false;
  // What lies around a meridian of its own is written from there.
  const lon = number('lon_0', 0) + (theirs.get('pm') === 'paris' ? 2.337229167 : 0);
  const axis = Number(theirs.get('a') ?? ellipsoids[theirs.get('ellps') ?? 'GRS80']);
  const parallels = (one: unknown, two: unknown): number[] => [Number(one ?? 0), Number(two ?? one ?? 0)].sort((a, b) => a - b);
  const [ours, others] = [parallels(values['lat_1'], values['lat_2']), parallels(theirs.get('lat_1'), theirs.get('lat_2'))];
  const sameParallels = values['proj'] !== 'lcc' || ours.every((value, i) => Math.abs(value - others[i]!) < 1e-5);
  return (
    sameParallels && near('lat_0', number('lat_0', 0), 1e-5) && near('lon_0', lon, 1e-5) && near('k', number('k', number('k_0', 1)), 1e-7) &&
    near('x_0', number('x_0', 0), 0.05) && near('y_0', number('y_0', 0), 0.05) && near('a', axis, 0.3)
  );
}

/** Degrees from Greenwich. Programs write degrees even where the unit is the grad; those that do not mean Paris. */
export function meridianOf(geographic: WktNode): number {
  const said = numberAt(child(geographic, 'PRIMEM'), 1) ?? 0;
  return Math.abs(said - 2.596_921_3) < 1e-5 ? 2.337_229_17 : said;
}

/** Radians or metres of a unit; `undefined` where there is none. */
const factor = (unit: WktNode | undefined): number | undefined => numberAt(unit, 1);

/** Without what the computing of units leaves behind the twelfth digit. */
const rounded = (value: number): number => Number(value.toPrecision(12));
