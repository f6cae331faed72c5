import { expect } from '@open-wc/testing';
import { dateStyle } from '../../src/elements/map/map.values.js';
import type { DateColumn } from '../../src/model/dataset.js';
import { column, read, values } from '../support/dataset.js';

describe('times in a table', () => {
  const at = Date.UTC(2026, 10, 23, 8, 15);

  it('are seconds or milliseconds since 1970 where the header speaks of time', async () => {
    const data = await read(`name,last_reported,updated,time\nA,${at / 1000},${at},0\nB,${at / 1000 + 60},,${at}\n`);
    expect([values(data, 'last_reported'), values(data, 'updated'), values(data, 'time')]).to.deep.equal([[at, at + 60_000], [at, undefined], [undefined, at]]);
    expect(column(data, 'last_reported').type).to.equal('date');
  });

  it('are no numbers of things or people, no amounts, and none of other centuries', async () => {
    const data = await read(`update_id,created_by,population,time\n1763885700,1763885700,1763885700,400000000000000\n1763885701,1763885701,1763885701,5\n`);
    expect(data.columns.map(({ type }) => type)).to.deep.equal(['number', 'number', 'number', 'number']);
  });

  it('are read in the zone in which they were written: in that of the reader only where they name one', async () => {
    const data = await read('a,b,c\n2026-11-23 08:15,2026-11-23T08:15:00Z,2026-11-23T08:15+01:00\n2026-11-24 09:00,2026-11-24T09:00:00Z,2026-11-24T09:00+01:00\n');
    const zone = (name: string): string | undefined => dateStyle(column(data, name) as DateColumn, false).timeZone;
    expect([values(data, 'a')[0], values(data, 'b')[0], values(data, 'c')[0]]).to.deep.equal([at, at, at - 3_600_000]);
    expect([zone('a'), zone('b'), zone('c')]).to.deep.equal(['UTC', undefined, undefined]);
    expect(dateStyle({}, true).timeZone, 'a day is the same day everywhere').to.equal('UTC');
  });
});
