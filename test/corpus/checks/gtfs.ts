import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

export const gtfs: Check = async (entry, { dataset, error, open }) => {
  const wanted: Facts = entry.must_find;
  const rows: Record<string, number> = wanted['rows'] ?? {};
  if (!dataset) return rows['stops.txt'] === undefined && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const { report, places, about } = dataset;
  complaints.equal('format', report.format, 'gtfs');
  complaints.equal('stops', report.kept, rows['stops.txt']);
  if (rows['agency.txt']) complaints.that('the agency is not named', Boolean(about.publisher));
  // For Python, 0, 0 is a place like others.
  const isWhole = !report.problems.some(({ reason }) => reason === 'null-island' || reason === 'outside-world');
  if (wanted['stops_bbox'] && places && isWhole) complaints.close('bounds', places.bounds, wanted['stops_bbox']);
  const others = ['routes', 'shapes'].filter((name) => rows[`${name}.txt`] !== undefined);
  for (const name of others) complaints.that(`“${name}” is no choice`, report.choices?.some((choice) => choice.name === name) ?? false);
  if (rows['routes.txt'] !== undefined) {
    const routes = await open({ layer: 'routes' });
    complaints.whole(routes);
    complaints.equal('routes', routes.report.kept, rows['routes.txt']);
    if (rows['shapes.txt'] && rows['trips.txt']) complaints.that('no route has a way', routes.report.located > 0 || !routes.places);
  }
  if (rows['shapes.txt']) {
    const shapes = await open({ layer: 'shapes' });
    complaints.whole(shapes);
    complaints.that('no shape is a line', Array.from({ length: shapes.length }, (_, row) => shapes.places?.kind(row)).includes('line'));
    complaints.that('points of shapes are lost', (shapes.places?.shapes?.coordinates.length ?? 0) / 2 <= rows['shapes.txt'] && shapes.report.located <= shapes.length);
  }
  return complaints.all;
};
