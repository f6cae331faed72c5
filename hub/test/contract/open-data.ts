import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moderator, publish, rating, type Client, type Open } from '../client.js';

export function openData(open: Open): void {
  describe('open data', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('gives every published idea, with text that no spreadsheet runs', async () => {
      const formulas = ['=HYPERLINK("http://evil.example")', '+1234567890', '-1234567890', '@SUM(1,2,3,4)', '\u3000＝1+1+1+1+1', ' \t=1+1+1+1+1'];
      for (const title of formulas) await publish(hub, { title: title.trim().padEnd(10, '.'), place: { lon: -0.5, lat: 51.5 } });
      await publish(hub, { title: 'Ideas, "quoted"; here', text: 'Line one\nline two, and more of it' });
      const { text, headers } = await hub.send('GET', '/v1/ideas.csv');
      assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.ok(text.startsWith('\ufeffid,title,text,category,status,supports,created,updated,lon,lat,address,'));
      assert.equal(text.match(/,"?'[=+\-@＝]/gu)?.length, formulas.length);
      assert.doesNotMatch(text, /,"?\s*[=+@＝]/u);
      assert.match(text, /,-0\.5,51\.5,/, 'A number stays a number.');
      assert.ok(text.includes('"Ideas, ""quoted""; here","Line one\nline two, and more of it"'));
      assert.ok(text.endsWith('\r\n'));
    });

    it('gives GeoJSON, with no geometry for ideas without a place', async () => {
      const placed = await publish(hub, { place: { lon: 13.4, lat: 52.5, address: 'River bank 1' } });
      const unplaced = await publish(hub, { place: { address: 'Somewhere near' } });
      const { body, headers } = await hub.send('GET', '/v1/ideas.geojson');
      assert.equal(headers.get('content-type'), 'application/geo+json');
      assert.equal(body.type, 'FeatureCollection');
      const geometry = (id: string): unknown => body.features.find((feature: { id: string }) => feature.id === id).geometry;
      assert.deepEqual(geometry(placed.id), { type: 'Point', coordinates: [13.4, 52.5] });
      assert.equal(geometry(unplaced.id), null);
    });

    it('gives the results of ratings with enough answers, and of the others nothing', async () => {
      const url = 'https://www.city.example/library';
      for (const value of [1, 2, 4, 5, 5]) await hub.send('POST', '/v1/ratings', rating({ subject: { url, title: '=Library' }, score: { value, min: 1, max: 5 }, reasons: value < 4 ? ['unclear'] : [] }));
      await hub.send('POST', '/v1/ratings', rating({ subject: { url, title: 'A title that one person made up' } }));
      await hub.send('POST', '/v1/ratings', rating({ subject: { url: 'https://www.city.example/secret-page' } }));
      const { text } = await hub.send('GET', '/v1/ratings.csv');
      const [header, ...lines] = text.slice(1).trimEnd().split('\r\n');
      const columns = header!.split(',');
      const line = lines.find((each) => each.startsWith(url))!.split(',');
      const cell = (name: string): string | undefined => line[columns.indexOf(name)];
      assert.deepEqual(['title', 'profile', 'n', 'mean', 'n1', 'n2', 'n3', 'n4', 'n5', 'reason_unclear', 'reason_clear', 'from'].map(cell), ["'=Library", 'simple', '6', '3.5', '1', '1', '0', '2', '2', '2', '0', new Date().toISOString().slice(0, 10)]);
      assert.doesNotMatch(text, /secret-page|made up/);
    });

    it('gives single answers in the shape of A-11 where there are enough, and what was written to moderators alone', async () => {
      const url = 'https://www.city.example/benefits';
      const send = (value: number, answers: Record<string, string[]>, comment?: string): Promise<unknown> => hub.send('POST', '/v1/ratings', rating({ subject: { url }, profile: 'us-a11', score: { value, min: 0, max: 1 }, answers, comment }));
      const read = async (headers = {}): Promise<string[][]> => (await hub.send('GET', `/v1/ratings-a11.csv?subject=${url}`, undefined, headers)).text.trimEnd().split('\r\n').map((line) => line.split(','));
      for (let each = 0; each < 3; each += 1) await send(1, { positive: ['effectiveness', 'employee'] });
      await send(0, { negative: ['ease'] }, '=1+1');
      const header = 'external_id,question_1,positive_effectiveness,positive_ease,positive_efficiency,positive_transparency,positive_humanity,positive_employee,positive_other,negative_effectiveness,negative_ease,negative_efficiency,negative_transparency,negative_humanity,negative_employee,negative_other,question_4';
      assert.deepEqual(await read(), [header.split(',')], 'Four are too few.');
      assert.equal((await read(moderator)).length, 5);
      const last = rating({ subject: { url }, profile: 'us-a11', score: { value: 0, min: 0, max: 1 } });
      await hub.send('POST', '/v1/ratings', last);
      await hub.send('POST', '/v1/ratings', rating({ subject: { url } }));
      const [, ...rows] = await read();
      assert.deepEqual(rows.map(([, ...rest]) => rest.join()).sort(), [
        '0,null,null,null,null,null,null,null,0,0,0,0,0,0,0,', '0,null,null,null,null,null,null,null,0,1,0,0,0,0,0,',
        ...Array.from({ length: 3 }, () => '1,1,0,0,0,0,1,0,null,null,null,null,null,null,null,'),
      ]);
      assert.equal(new Set(rows.map(([id]) => id)).size, 5);
      assert.ok(!rows.some(([id]) => id === last['id']));
      assert.deepEqual((await read(moderator)).slice(1).map((row) => row.at(-1)).sort(), ['', '', '', '', "'=1+1"]);
      assert.equal((await hub.send('GET', `/v1/ratings-a11.csv?subject=${url}`, undefined, { authorization: 'Bearer wrong' })).status, 403);
      assert.equal((await hub.send('GET', '/v1/ratings-a11.csv')).status, 400);
    });
  });
}
