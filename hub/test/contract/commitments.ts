import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { idea, moderator, type Client, type Open } from '../client.js';

export function commitments(open: Open): void {
  describe('commitments', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('links commitments with the ideas that moderators say they came from', async () => {
      const commitment = { id: 'C-7', title: 'Forty benches', status: 'started' as const, milestones: [{ id: 'M-1', title: 'Tender', status: 'met' as const }], evidence: [{ url: 'https://www.city.example/e' }], ideas: [], sdg: ['11.7'] } as const;
      const planned = await open({ moderation: 'after', commitments: { title: 'Plan 2026', commitments: [commitment], problems: [] } });
      const draft = idea();
      await planned.send('POST', '/v1/ideas', draft);
      await planned.send('PATCH', `/v1/ideas/${draft.id}`, { commitments: ['C-7'] }, moderator);
      const { body } = await planned.send('GET', '/v1/commitments');
      assert.deepEqual(body, { title: 'Plan 2026', commitments: [{ ...commitment, ideas: [draft.id] }], problems: [] });
      const { text } = await planned.send('GET', '/v1/commitments.csv');
      assert.match(text, new RegExp(`\r\nC-7,Forty benches,,,,started,.*,1,1,.*https://www.city.example/e,,${draft.id},11.7,`));
      await planned.close();
      assert.deepEqual((await hub.send('GET', '/v1/commitments')).body, { commitments: [], problems: [] });
    });
  });
}
