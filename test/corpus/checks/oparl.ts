import type { Check } from '../check.js';
import { Complaints } from '../check.js';

/** One object or a list of them; places in Germany, where OParl is used, even if they are written as latitude, longitude. */
export const oparl: Check = async (entry, { dataset, error, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const top = JSON.parse(new TextDecoder().decode(await bytes())) as { id?: string; type?: string; data?: readonly { id: string; geojson?: unknown }[]; geojson?: unknown };
  const items = top.data ?? [top];
  complaints.equal('format', dataset.report.format, 'oparl');
  complaints.equal('objects', [dataset.report.read, dataset.report.kept], [items.length, items.length]);
  if (entry.must_find['id']) complaints.equal('id', dataset.columns.find(({ name }) => name === 'id')?.value(0), entry.must_find['id']);
  const located = items.filter(({ geojson }) => geojson).length;
  if (located > 0) complaints.equal('located', dataset.report.located, located);
  if (/SWAPPED/.test(entry.note ?? '')) {
    complaints.that('says that positions are turned', dataset.report.problems.some(({ reason, count }) => reason === 'swapped' && count === located));
    const [west, south, east, north] = dataset.places?.bounds ?? [0, 0, 0, 0];
    complaints.that('lies in Germany', west > 5 && east < 16 && south > 47 && north < 56);
  }
  return complaints.all;
};
