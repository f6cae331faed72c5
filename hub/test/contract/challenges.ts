import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { codes, idea, moderator, publish, type Client, type Open } from '../client.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const all = () => [
  { id: 'over-early', title: 'A name for the bridge', brief: 'How shall it be called?', closes: day(-30), outcome: { text: 'It has a name.', ideas: [], at: day(-2) } },
  { id: 'shade', title: 'Shade for summer', brief: 'Where does it get too hot?', opens: day(-3), closes: day(12), reward: 'The three best are planted.', contact: 'parks@city.example' },
  { id: 'soon', title: 'Soon to come', brief: 'Not yet.', opens: day(2), closes: day(40) },
  { id: 'over', title: 'Benches', brief: 'Where shall they stand?', closes: day(-1) },
];

export function challenges(open: Open): void {
  describe('challenges', () => {
    let hub: Client;
    before(async () => void (hub = await open({ challenges: all(), moderation: 'after' })));
    after(() => hub.close());

    it('are listed with how many ideas answer them: what is open first, by its deadline', async () => {
      await publish(hub, { challenge: 'shade' });
      const { body } = await hub.send('GET', '/v1/challenges');
      assert.deepEqual(body['challenges'].map(({ id, responses }: { id: string; responses: number }) => [id, responses]), [['shade', 1], ['soon', 0], ['over', 0], ['over-early', 0]]);
      assert.deepEqual(body['challenges'][3].outcome.text, 'It has a name.');
      assert.equal((await hub.send('GET', '/v1')).body['ideas'].challenges, true);
    });

    it('are answered by ideas, which are found by them', async () => {
      const { id } = await publish(hub, { challenge: 'shade' });
      await publish(hub);
      const { body } = await hub.send('GET', '/v1/ideas?challenge=shade&limit=100');
      assert.ok(body['ideas'].some((each: { id: string }) => each.id === id));
      assert.ok(body['ideas'].every(({ challenge }: { challenge: string }) => challenge === 'shade'));
      assert.equal(body['total'], body['counts'].status.open);
      assert.equal((await hub.send('GET', '/v1/ideas?challenge=none')).body['total'], 0);
      assert.match((await hub.send('GET', '/v1/ideas.csv')).text, /,shade\r\n/);
    });

    it('take no answer before they open and after their deadline, and say so', async () => {
      const refuse = async (challenge: string): Promise<[string[], string]> => {
        const answer = await hub.send('POST', '/v1/ideas', idea({ challenge }));
        assert.equal(answer.status, 422);
        return [codes(answer), answer.body['detail']];
      };
      assert.deepEqual((await refuse('none'))[0], ['/challenge unknown']);
      assert.match((await refuse('soon'))[1], /takes answers from/);
      const [errors, detail] = await refuse('over');
      assert.deepEqual(errors, ['/challenge out-of-range']);
      assert.match(detail, /took answers until .* The idea is welcome without it/);
    });

    it('answer an idea alike that came before the deadline, and comes again after it', async () => {
      const draft = idea({ challenge: 'shade' });
      const first = await hub.send('POST', '/v1/ideas', draft);
      const real = Date.now;
      Date.now = () => real() + 20 * 86_400_000;
      try {
        const again = await hub.send('POST', '/v1/ideas', draft);
        assert.deepEqual([first.status, again.status, again.text], [201, 200, first.text]);
        assert.equal((await hub.send('POST', '/v1/ideas', idea({ challenge: 'shade' }))).status, 422);
      } finally {
        Date.now = real;
      }
    });

    it('come from a file that is read again when it changes; a day lasts to its end; a mistake leaves what was', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
      const file = join(folder, 'challenges.json');
      const write = (content: unknown): void => writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      write([{ id: 'one', title: 'One', brief: 'First', opens: '2026-01-01', closes: '2026-03-31' }]);
      const other = await open({ challenges: file });
      const read = async (): Promise<{ id: string; opens: string; closes: string }[]> => (await other.send('GET', '/v1/challenges')).body['challenges'];
      const [one] = await read();
      assert.deepEqual([one!.opens, one!.closes], [new Date('2026-01-01T00:00:00').toISOString(), new Date('2026-03-31T23:59:59.999').toISOString()]);
      write([]);
      assert.deepEqual(await read(), []);
      assert.equal((await other.send('GET', '/v1')).body['ideas'].challenges, false);
      const { error } = console;
      const said: string[] = [];
      console.error = (text: string) => void said.push(text);
      try {
        write('[{ "id": "two", ');
        assert.deepEqual(await read(), []);
      } finally {
        console.error = error;
      }
      assert.match(said.join(), /CIVIC_CHALLENGES: .* is not JSON/);
      await other.close();
      write([{ id: 'two', title: 'Two', brief: 'No end', closes: 'some day' }]);
      await assert.rejects(open({ challenges: file }), /CIVIC_CHALLENGES: .*0\.closes/);
      rmSync(folder, { recursive: true });
    });

    it('keep their answers when a moderator decides on them', async () => {
      const { id } = await publish(hub, { challenge: 'shade' });
      assert.equal((await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'planned' }, moderator)).body['challenge'], 'shade');
    });
  });
}
