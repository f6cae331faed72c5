import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { idea, type Client, type Open } from '../client.js';

export function similar(open: Open): void {
  describe('similar ideas', () => {
    let similar: Client;
    before(async () => {
      similar = await open({ moderation: 'after' });
      for (const draft of [
        idea({ title: 'More benches along the river', text: 'Older people need places to rest on their walk.', place: { lon: 13.4, lat: 52.5 } }),
        idea({ title: 'A bench at the town hall', text: 'There is nowhere to sit while one waits for the bus.', place: { lon: 13.5, lat: 52.6 } }),
        idea({ title: 'Zebra crossing for the school', text: 'Children cross the road there every morning.', place: { lon: 13.4001, lat: 52.5 } }),
        idea({ title: 'Más árboles en la plaza', text: 'En verano no hay sombra y los niños no pueden jugar.' }),
        idea({ title: '公園にベンチを増やしてほしい', text: 'お年寄りが休める場所が少ないので、公園にもっとベンチを置いてください。' }),
        idea({ title: 'مزيد من الأشجار في الحديقة', text: 'لا يوجد ظل في الصيف ولا يستطيع الأطفال اللعب.' }),
      ]) assert.equal((await similar.send('POST', '/v1/ideas', draft)).status, 201);
    });
    after(() => similar.close());

    const titles = async (question: string): Promise<string[]> => (await similar.send('GET', `/v1/ideas/similar?${question}`)).body.ideas.map(({ idea: { title } }: { idea: { title: string } }) => title);

    it('finds what is said in other words, half typed, mistyped or without accents, in any script', async () => {
      assert.equal((await titles('q=benches by the river'))[0], 'More benches along the river');
      assert.equal((await titles('q=Benchs at rivr'))[0], 'More benches along the river');
      assert.equal((await titles('q=mas arboles'))[0], 'Más árboles en la plaza');
      assert.equal((await titles('q=公園のベンチ'))[0], '公園にベンチを増やしてほしい');
      assert.equal((await titles('q=أشجار الحديقة'))[0], 'مزيد من الأشجار في الحديقة');
      assert.deepEqual(await titles('q=swimming pool opening hours'), []);
      assert.deepEqual(await titles('q='), []);
    });

    it('has those near by first and says how far they are', async () => {
      const near = (await similar.send('GET', '/v1/ideas/similar?q=a bench&lon=13.5&lat=52.6')).body.ideas;
      const far = (await similar.send('GET', '/v1/ideas/similar?q=benches&lon=13.4&lat=52.501')).body.ideas;
      assert.equal(near[0].idea.title, 'A bench at the town hall');
      assert.equal(near[0].distance, 0);
      assert.equal(far[0].idea.title, 'More benches along the river');
      assert.ok(Math.abs(far[0].distance - 111) <= 1, `${far[0].distance} m`);
      for (const { likeness } of [...near, ...far]) assert.ok(likeness > 0 && likeness <= 1);
      assert.ok(!near.some(({ idea: { title } }: { idea: { title: string } }) => title.startsWith('Zebra')), 'Being near alone is no likeness.');
    });

    it('forgets what was withdrawn and refuses half a place', async () => {
      const draft = idea({ title: 'Drinking fountains for dogs', text: 'Dogs are thirsty in summer, as their owners are.' });
      await similar.send('POST', '/v1/ideas', draft);
      assert.deepEqual(await titles('q=drinking fountains'), [draft.title]);
      await similar.send('DELETE', `/v1/ideas/${draft.id}`, undefined, { authorization: `Bearer ${draft.key}` });
      assert.deepEqual(await titles('q=drinking fountains'), []);
      assert.equal((await similar.send('GET', '/v1/ideas/similar?q=bench&lon=13')).status, 400);
      assert.equal((await similar.send('GET', '/v1/ideas/similar?q=bench&lon=13&lat=95')).status, 400);
    });
  });
}
