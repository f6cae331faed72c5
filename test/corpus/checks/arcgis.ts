import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

interface Answer {
  readonly features: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[];
  readonly fields?: readonly { readonly name: string; readonly type: string }[];
}

/** Our box takes the short way round the Earth: where that crosses the antimeridian, it must hold both ends of the other. */
function widened(ours: readonly number[] | undefined, [west, , east]: readonly number[]): readonly number[] | undefined {
  if (!ours || ours[0]! <= ours[2]!) return ours;
  const holds = [west!, east!].every((x) => x >= ours[0]! - 1e-6 || x <= ours[2]! + 1e-6);
  return holds ? [west!, ours[1]!, east!, ours[3]!] : ours;
}

export const arcgisQuery: Check = async (entry, { dataset, error, bytes }) => {
  const wanted: Facts = entry.must_find;
  const box: readonly number[] | undefined = wanted['bbox_lonlat'];
  const inDegrees = box?.every((value, i) => Math.abs(value) <= (i % 2 === 0 ? 360 : 90)) ?? true;
  // A server that says degrees and sends metres must be asked about, not believed.
  if (error && !inDegrees) return error.reason === 'crs-unknown' ? { refused: error.message } : [`refused for another reason: ${error.message}`];
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const { report, places } = dataset;
  complaints.equal('format', report.format, 'esri');
  complaints.equal('records', [report.read, report.kept], [wanted['features'], wanted['features']]);
  const located = Object.entries<number>(wanted['geometries'] ?? {}).reduce((sum, [kind, count]) => sum + (kind === 'none' ? 0 : count), 0);
  complaints.equal('located', report.located, located);
  const code = wanted['spatialReference']?.latestWkid ?? wanted['spatialReference']?.wkid;
  // The corners of a box in a grid that is turned make a larger box in degrees than the places do.
  const isTurned = code !== undefined && located > 0 && !/^(4326|4269|4258|3857|1021(00|13))$/.test(String(code));
  if (box && inDegrees && located > 0) complaints.close('bounds', widened(places?.bounds, box), box, isTurned ? (box[2]! - box[0]!) / 3 + 1e-4 : 2e-6);
  else if (box) complaints.that(`the grid was guessed: ${report.crs}`, report.guessedCrs === true);
  if (code && inDegrees && located > 0) complaints.equal('grid', report.crs, `EPSG:${String(code).replace(/^1021(00|13)$/, '3857')}`);
  const answer = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as Answer;
  for (const { name, type } of answer.fields ?? []) {
    const values = answer.features.map(({ attributes }) => attributes?.[name]);
    // What no feature fills has no column.
    if (!values.some((value) => value !== null && value !== undefined && value !== '')) continue;
    const column = dataset.columns.find((each) => each.name === name);
    complaints.that(`no column “${name}”`, column !== undefined);
    if (type === 'esriFieldTypeDate' && values.every((value) => value === null || value === undefined || typeof value === 'number')) {
      complaints.equal(`dates in “${name}”`, [column?.type, column?.value(values.findIndex((value) => typeof value === 'number'))], ['date', values.find((value) => typeof value === 'number')]);
    }
  }
  return complaints.all;
};
