import { crsOfWkt } from '../prj.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const members = (value: unknown): Json => (isObject(value) ? value : {});
const quoted = (value: unknown): string => `"${String(value ?? '').replaceAll('"', '""').slice(0, 200)}"`;

const nameOf = ({ name }: Json): string | undefined => (typeof name === 'string' && name ? name : undefined);

/** Units that PROJJSON names by a word; all else says what it is of a metre or a radian. */
const units: Readonly<Record<string, number>> = { metre: 1, degree: Math.PI / 180, unity: 1 };

/**
 * The grid that PROJJSON defines (https://proj.org/specifications/projjson.html), as `toMercator` understands it: by its
 * number, or by what it computes, which is said here as well-known text says it. `undefined` where it says nothing.
 */
export function crsOfProjjson(said: unknown): string | undefined {
  const crs = members(said);
  const id = members(crs['id'] ?? (Array.isArray(crs['ids']) ? (crs['ids'] as readonly unknown[])[0] : undefined));
  const code = String(id['code'] ?? '');
  if (/^CRS(84|83|27)/i.test(code)) return 'EPSG:4326';
  if (isObject(crs['source_crs'])) return crsOfProjjson(crs['source_crs']);
  if (Array.isArray(crs['components'])) return crsOfProjjson((crs['components'] as readonly unknown[])[0]);
  const isNumbered = /^(EPSG|ESRI)$/i.test(String(id['authority'])) && /^\d+$/.test(code);
  const number = isNumbered ? `EPSG:${code}` : undefined;
  if (isObject(crs['conversion'])) return crsOfWkt(projectedText(crs, isNumbered ? code : undefined)) ?? number ?? nameOf(crs);
  // What lies on an ellipsoid alone is in degrees.
  if (/^(Geographic|Geodetic)/i.test(String(crs['type']))) return crsOfWkt(`GEOGCRS[${datumText(crs)}${isNumbered ? `,ID["EPSG",${code}]` : ''}]`) ?? number ?? 'EPSG:4326';
  return number ?? nameOf(crs);
}

function projectedText(crs: Json, code: string | undefined): string {
  const conversion = members(crs['conversion']);
  const parameters = (Array.isArray(conversion['parameters']) ? (conversion['parameters'] as readonly unknown[]) : []).slice(0, 30).map(members);
  const [axis] = Array.isArray(members(crs['coordinate_system'])['axis']) ? (members(crs['coordinate_system'])['axis'] as readonly unknown[]) : [];
  return [
    `PROJCRS[${quoted(crs['name'])}`,
    `BASEGEOGCRS[${datumText(members(crs['base_crs']))}]`,
    `CONVERSION[${quoted(conversion['name'])},METHOD[${quoted(members(conversion['method'])['name'])}]`,
    ...parameters.map(({ name, value, unit }) => `PARAMETER[${quoted(name)},${Number(value)}${unitText(unit)}]`),
    `]${unitText(members(axis)['unit'])}${code ? `,ID["EPSG",${code}]` : ''}]`,
  ].join(',').replaceAll(',]', ']');
}

function datumText(geographic: Json): string {
  const datum = members(geographic['datum'] ?? geographic['datum_ensemble']);
  const ellipsoid = members(datum['ellipsoid']);
  const [long, short] = [lengthOf(ellipsoid['semi_major_axis'] ?? ellipsoid['radius']), lengthOf(ellipsoid['semi_minor_axis'])];
  const flattening = Number(ellipsoid['inverse_flattening'] ?? (short > 0 && short < long ? long / (long - short) : 0));
  const meridian = lengthOf(members(datum['prime_meridian'])['longitude']) || 0;
  return `${quoted(geographic['name'])},DATUM[${quoted(datum['name'])},ELLIPSOID[${quoted(ellipsoid['name'])},${long},${flattening}]],PRIMEM["",${meridian}]`;
}

/** A number, or one with its unit. */
const lengthOf = (value: unknown): number => Number(isObject(value) ? value['value'] : value);

function unitText(unit: unknown): string {
  const factor = typeof unit === 'string' ? units[unit] : Number(members(unit)['conversion_factor']);
  if (factor === undefined || Number.isNaN(factor)) return '';
  const isAngle = unit === 'degree' || /^angular/i.test(String(members(unit)['type']));
  return isAngle ? `,ANGLEUNIT["",${factor}]` : unit === 'unity' ? ',SCALEUNIT["",1]' : `,LENGTHUNIT["",${factor}]`;
}
