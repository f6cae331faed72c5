import type { Check } from '../check.js';
import { Complaints } from '../check.js';

export const origin: Check = ({ must_find: wanted }, { dataset, error }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.equal('records and places', [dataset.report.read, dataset.report.located], [wanted['read'], wanted['located']]);
  return complaints.all;
};

/** Pixels are not taken for degrees: the webmaster is asked, and who says what they are has them in their place. */
export const pixels: Check = async ({ must_find: wanted }, { dataset, error, open }) => {
  const complaints = new Complaints();
  complaints.equal('reason', error?.reason ?? `read, in ${dataset?.report.crs}`, 'crs-unknown');
  complaints.that(`the way out is not said: ${error?.message}`, error?.message.includes('crs="pixels"') ?? false);
  const said = await open({ crs: 'pixels' });
  complaints.whole(said);
  complaints.equal('records and places', [said.report.read, said.report.located], [wanted['rows'], wanted['rows']]);
  complaints.close('bounds', said.places?.bounds, wanted['bbox'], 2e-6);
  return complaints.all;
};
