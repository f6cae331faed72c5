import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

/** Points of interest of Citadel: “latitude longitude” in every file that is known. */
export const citadel: Check = (entry, { dataset, error }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const wanted: Facts = entry.must_find;
  complaints.equal('format', dataset.report.format, 'citadel');
  complaints.equal('points of interest', [dataset.report.read, dataset.report.kept], [wanted['poi'], wanted['poi']]);
  complaints.equal('located', dataset.report.located, wanted['points']);
  const [first, second] = [wanted['posList_first_min_max'], wanted['posList_second_min_max']] as (readonly [number, number] | undefined)[];
  const turned = first?.some((value) => Math.abs(value) > 90);
  if (first && second) complaints.close('bounds', dataset.places?.bounds, turned ? [first[0], second[0], first[1], second[1]] : [second[0], first[0], second[1], first[1]]);
  if (turned) complaints.that('says that positions are turned', dataset.report.problems.some(({ reason }) => reason === 'swapped'));
  complaints.equal('roles', ['title', 'category'].every((role) => role in dataset.roles), true);
  return complaints.all;
};
