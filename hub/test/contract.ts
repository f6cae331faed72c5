import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { HubConfig } from '../src/index.js';
import { idea, moderator, openClient, origin, rating, type Answer, type Client } from './client.js';

const codes = ({ body }: Answer): string[] => (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);

/** What holds on every database. `database` makes a new empty one. */
export function keepsTheContract(name: string, database: () => Promise<HubConfig['database']>): void {
  const open = async (settings: Partial<HubConfig> = {}): Promise<Client> => openClient({ database: await database(), ...settings });

  describe(`A hub on ${name}`, () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    const publish = async (more: Readonly<Record<string, unknown>> = {}): Promise<ReturnType<typeof idea>> => {
      const draft = idea(more);
      assert.equal((await hub.send('POST', '/v1/ideas', draft)).status, 201);
      assert.equal((await hub.send('PATCH', `/v1/ideas/${draft.id}`, { status: 'open' }, moderator)).status, 200);
      return draft;
    };

    it('says what it is and that it is well', async () => {
      const { body } = await hub.send('GET', '/v1');
      assert.deepEqual({ ...body, version: typeof body.version }, {
        name: 'City of Example', version: 'string', moderation: 'before', minimum: 5,
        ideas: { categories: [{ code: 'green', label: { en: 'Parks' } }, { code: 'traffic', label: { en: 'Traffic', de: 'Verkehr' } }] },
      });
      assert.deepEqual((await hub.send('GET', '/v1/health')).body, { status: 'ok' });
    });

    describe('ratings', () => {
      it('takes one once: again is the same receipt, other content under its id is a conflict', async () => {
        const sent = rating({ reasons: ['clear', 'complete'], comment: 'Thank you', lang: 'en' });
        const first = await hub.send('POST', '/v1/ratings', sent);
        assert.equal(first.status, 201);
        assert.deepEqual(first.body, { id: sent.id, status: 'counted' });
        const again = await hub.send('POST', '/v1/ratings', { ...sent, reasons: ['complete', 'clear', 'clear'] });
        assert.deepEqual([again.status, again.text], [200, first.text]);
        const other = await hub.send('POST', '/v1/ratings', { ...sent, score: { value: 5, min: 1, max: 5 } });
        assert.equal(other.status, 409);
        assert.equal(other.headers.get('content-type'), 'application/problem+json');
      });

      it('takes the same one once when it is sent twenty times at once', async () => {
        const subject = { url: 'https://www.city.example/at-once' };
        const sent = rating({ subject, reasons: ['clear'] });
        const answers = await Promise.all(Array.from({ length: 20 }, () => hub.send('POST', '/v1/ratings', sent)));
        assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array.from({ length: 19 }, () => 200), 201]);
        assert.equal((await hub.send('GET', `/v1/ratings/summary?subject=${subject.url}`)).body.n, 1);
      });

      it('publishes no result below the minimum, and the whole from there on', async () => {
        const url = 'https://www.city.example/register';
        const summary = async (): Promise<Record<string, any>> => (await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent(url)}`)).body; // oxlint-disable-line typescript/no-explicit-any
        assert.deepEqual(await summary(), { subject: url, n: 0, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] });
        for (const value of [5, 4, 4, 1]) await hub.send('POST', '/v1/ratings', rating({ subject: { url }, score: { value, min: 1, max: 5 }, reasons: value < 4 ? ['technical'] : ['clear'] }));
        assert.deepEqual(await summary(), { subject: url, n: 4, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] });
        await hub.send('POST', '/v1/ratings', rating({ subject: { url }, score: { value: 2, min: 1, max: 5 } }));
        const day = new Date().toISOString().slice(0, 10);
        assert.deepEqual(await summary(), {
          subject: url, n: 5, minimum: 5, suppressed: false, min: 1, max: 5, mean: 3.2,
          distribution: [{ value: 1, count: 1 }, { value: 2, count: 1 }, { value: 3, count: 0 }, { value: 4, count: 2 }, { value: 5, count: 1 }],
          reasons: [{ code: 'clear', count: 3 }, { code: 'technical', count: 1 }],
          period: { from: day, to: day },
        });
      });

      it('knows a page by its address without fragment, slash at the end and password', async () => {
        for (const url of ['https://www.city.example/tax', 'https://WWW.city.example/tax/', 'https://www.city.example:443/tax#form', 'https://me:secret@www.city.example/tax//', ' https://www.city.example/tax ']) {
          assert.equal((await hub.send('POST', '/v1/ratings', rating({ subject: { url } }))).status, 201);
        }
        await hub.send('POST', '/v1/ratings', rating({ subject: { url: 'https://www.city.example/tax?year=2026' } }));
        const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent('https://www.city.example/tax/#top')}`);
        assert.deepEqual([body.subject, body.n], ['https://www.city.example/tax', 5]);
      });

      it('checks the profile “simple” by its rules, and of others their form', async () => {
        const refuse = async (more: Record<string, unknown>): Promise<string[]> => {
          const answer = await hub.send('POST', '/v1/ratings', rating(more));
          assert.equal(answer.status, 422, JSON.stringify(more));
          return codes(answer);
        };
        assert.deepEqual(await refuse({ score: { value: 6, min: 1, max: 5 } }), ['/score/value out-of-range']);
        assert.deepEqual(await refuse({ score: { value: 4, min: 0, max: 10 } }), ['/score out-of-range']);
        assert.deepEqual(await refuse({ score: { value: 4.5, min: 1, max: 5 } }), ['/score/value out-of-range']);
        assert.deepEqual(await refuse({ reasons: ['technical'] }), ['/reasons unknown']);
        assert.deepEqual(await refuse({ score: { value: 2, min: 1, max: 5 }, reasons: ['clear'] }), ['/reasons unknown']);
        assert.deepEqual(await refuse({ comment: 'a'.repeat(1001) }), ['/comment too-long']);
        assert.deepEqual(await refuse({ id: 'seven', profile: undefined }), ['/id not-valid', '/profile required']);
        assert.deepEqual(await refuse({ subject: { url: 'javascript:alert(1)' } }), ['/subject/url not-valid']);
        assert.deepEqual(await refuse({ lang: 'not a language' }), ['/lang not-valid']);
        assert.deepEqual(await refuse({ profile: 'nps', score: { value: 5, min: 0, max: 10_000 } }), ['/score out-of-range']);
        assert.equal((await hub.send('POST', '/v1/ratings', rating({ profile: 'nps', score: { value: 9, min: 0, max: 10 }, reasons: ['it.clear'] }))).status, 201);
      });

      it('asks for the address of a page', async () => {
        assert.deepEqual(codes(await hub.send('GET', '/v1/ratings/summary')), ['/subject required']);
        assert.deepEqual(codes(await hub.send('GET', '/v1/ratings/summary?subject=passport')), ['/subject not-valid']);
      });

      it('shows comments to moderators alone', async () => {
        const url = 'https://www.city.example/comments';
        await hub.send('POST', '/v1/ratings', rating({ subject: { url }, comment: 'The third step is not clear.' }));
        assert.equal((await hub.send('GET', '/v1/moderation/comments')).status, 401);
        const { body } = await hub.send('GET', `/v1/moderation/comments?subject=${url}`, undefined, moderator);
        assert.deepEqual(body.comments.map((each: { comment: string; value: number }) => [each.value, each.comment]), [[4, 'The third step is not clear.']]);
        for (const path of [`/v1/ratings/summary?subject=${url}`, '/v1/ratings.csv']) assert.doesNotMatch((await hub.send('GET', path)).text, /third step/);
      });
    });

    describe('ideas', () => {
      it('keeps one until a moderator publishes it, shown to its author and to moderators alone', async () => {
        const { key, ...draft } = idea({ place: { lon: 13.4, lat: 52.5, address: 'River bank 1' }, category: 'green', lang: 'en' });
        const sent = await hub.send('POST', '/v1/ideas', { ...draft, key });
        assert.equal(sent.status, 201);
        const { created, updated, ...rest } = sent.body;
        assert.deepEqual(rest, { ...draft, status: 'held', supports: 0 });
        assert.match(created, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        assert.equal(updated, created);
        assert.equal(sent.headers.get('location'), `/v1/ideas/${draft.id}`);
        const path = `/v1/ideas/${draft.id}`;
        const status = async (headers = {}): Promise<number> => (await hub.send('GET', path, undefined, headers)).status;
        assert.deepEqual([await status(), await status({ authorization: 'Bearer wrong' }), await status({ authorization: `Bearer ${key}` }), await status(moderator)], [404, 404, 200, 200]);
        const list = async (): Promise<string> => (await hub.send('GET', '/v1/ideas?limit=100')).text + (await hub.send('GET', '/v1/ideas.csv')).text + (await hub.send('GET', '/v1/ideas.geojson')).text;
        assert.doesNotMatch(await list(), new RegExp(draft.id));
        const published = await hub.send('PATCH', path, { status: 'open' }, moderator);
        assert.deepEqual([published.status, published.body.status], [200, 'open']);
        assert.equal(await status(), 200);
        assert.equal((await list()).match(new RegExp(draft.id, 'g'))?.length, 3);
        assert.doesNotMatch(await list(), new RegExp(key), 'The key is a secret.');
      });

      it('takes one once, and only from who has its key', async () => {
        const draft = idea();
        const first = await hub.send('POST', '/v1/ideas', draft);
        const again = await hub.send('POST', '/v1/ideas', { ...draft, title: ` ${draft.title} ` });
        assert.deepEqual([first.status, again.status, again.text], [201, 200, first.text]);
        assert.equal((await hub.send('POST', '/v1/ideas', { ...draft, title: 'Something else here' })).status, 409);
        assert.equal((await hub.send('POST', '/v1/ideas', { ...draft, key: randomUUID() })).status, 409);
      });

      it('says of each field what is wrong with it', async () => {
        const refuse = async (more: Record<string, unknown>): Promise<string[]> => codes(await hub.send('POST', '/v1/ideas', idea(more)));
        assert.deepEqual(await refuse({ title: 'Short', text: undefined }), ['/title too-short', '/text required']);
        assert.deepEqual(await refuse({ title: '🌳'.repeat(121) }), ['/title too-long']);
        assert.deepEqual(await refuse({ title: 'Two lines\nin a title' }), ['/title not-valid']);
        assert.deepEqual(await refuse({ text: `A bell \u0007 rings in this text of an idea` }), ['/text not-valid']);
        assert.deepEqual(await refuse({ text: `Half a letter \ud83d stands in this text of an idea` }), ['/text not-valid']);
        assert.deepEqual(await refuse({ title: 12 }), ['/title not-valid']);
        assert.deepEqual(await refuse({ place: { lon: 181, lat: 52 } }), ['/place/lon out-of-range']);
        assert.deepEqual(await refuse({ place: { lon: 13 } }), ['/place/lat required']);
        assert.deepEqual(await refuse({ place: {} }), ['/place required']);
        assert.deepEqual(await refuse({ place: { address: 'x' } }), ['/place/address too-short']);
        assert.deepEqual(await refuse({ category: 'space' }), ['/category unknown']);
        assert.deepEqual(await refuse({ key: 'short' }), ['/key not-valid']);
        assert.equal((await hub.send('POST', '/v1/ideas', idea({ title: '🌳'.repeat(120), text: 'First line\r\n\tsecond line\n', place: { lon: 0, lat: 0 } }))).status, 201);
      });

      it('is withdrawn by who has its key, again without harm, and what it said is gone', async () => {
        const draft = await publish({ text: 'A text that its author wants to take back.' });
        const path = `/v1/ideas/${draft.id}`;
        const author = { authorization: `Bearer ${draft.key}` };
        assert.equal((await hub.send('DELETE', path)).status, 401);
        assert.equal((await hub.send('DELETE', path, undefined, { authorization: 'Bearer wrong' })).status, 403);
        assert.equal((await hub.send('DELETE', `/v1/ideas/${randomUUID()}`, undefined, author)).status, 404);
        assert.deepEqual([(await hub.send('DELETE', path, undefined, author)).status, (await hub.send('DELETE', path, undefined, author)).status], [204, 204]);
        assert.equal((await hub.send('GET', path)).status, 404);
        const own = await hub.send('GET', path, undefined, author);
        assert.deepEqual([own.body.status, own.body.text], ['withdrawn', '']);
        const repeat = await hub.send('POST', '/v1/ideas', draft);
        assert.deepEqual([repeat.status, repeat.body.status], [200, 'withdrawn'], 'A late repeat does not bring it back.');
        assert.equal((await hub.send('PATCH', path, { status: 'open' }, moderator)).status, 409);
        assert.doesNotMatch((await hub.send('GET', '/v1/moderation/ideas?limit=100', undefined, moderator)).text, new RegExp(draft.id));
      });

      it('is supported once by each browser, and taken back', async () => {
        const { id } = await publish();
        const path = `/v1/ideas/${id}/support`;
        const [ann, ben] = [{ 'civic-supporter': randomUUID() }, { 'civic-supporter': randomUUID() }];
        const bodies: unknown[] = [];
        for (const [method, who] of [['PUT', ann], ['PUT', ann], ['PUT', ben], ['DELETE', ann], ['DELETE', ann]] as const) bodies.push((await hub.send(method, path, undefined, who)).body);
        assert.deepEqual(bodies, [{ supports: 1, supported: true }, { supports: 1, supported: true }, { supports: 2, supported: true }, { supports: 1, supported: false }, { supports: 1, supported: false }]);
        assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.supports, 1);
        assert.deepEqual(codes(await hub.send('PUT', path)), ['/civic-supporter required']);
        assert.equal((await hub.send('PUT', `/v1/ideas/${randomUUID()}/support`, undefined, ann)).status, 404);
        const held = idea();
        await hub.send('POST', '/v1/ideas', held);
        assert.equal((await hub.send('PUT', `/v1/ideas/${held.id}/support`, undefined, ann)).status, 404);
      });

      it('counts each of forty people who support at the same time', async () => {
        const { id } = await publish();
        const answers = await Promise.all(Array.from({ length: 40 }, () => hub.send('PUT', `/v1/ideas/${id}/support`, undefined, { 'civic-supporter': randomUUID() })));
        assert.deepEqual(answers.map(({ body }) => body.supports as number).sort((a, b) => a - b), Array.from({ length: 40 }, (_, index) => index + 1));
      });

      it('carries the answer, the category and the commitments that moderators give it', async () => {
        const { id } = await publish();
        const path = `/v1/ideas/${id}`;
        const { body } = await hub.send('PATCH', path, { status: 'planned', answer: { text: 'We build them in spring.', by: 'Parks department' }, category: 'green', commitments: ['C-7', 'C-7'] }, moderator);
        assert.deepEqual([body.status, body.category, body.commitments, body.answer.text, body.answer.by], ['planned', 'green', ['C-7'], 'We build them in spring.', 'Parks department']);
        assert.ok(Date.parse(body.answer.at) >= Date.parse(body.created));
        const cleared = await hub.send('PATCH', path, { answer: null, category: null, commitments: [] }, moderator);
        assert.deepEqual(['answer', 'category', 'commitments'].filter((name) => name in cleared.body), []);
        assert.equal((await hub.send('PATCH', path, { status: 'open' })).status, 401);
        assert.equal((await hub.send('PATCH', path, { status: 'open' }, { authorization: 'Bearer wrong' })).status, 403);
        assert.deepEqual(codes(await hub.send('PATCH', path, { status: 'great', category: 'space' }, moderator)), ['/status unknown', '/category unknown']);
      });
    });

    describe('lists of ideas', () => {
      let lists: Client;
      const ids: string[] = [];
      before(async () => {
        lists = await open({ moderation: 'after' });
        for (let number = 0; number < 25; number += 1) {
          const draft = idea({ title: `${number % 2 ? 'Straße für Fahrräder' : 'Bäume an der Allee'} ${number}`, ...(number % 5 > 0 && { category: number % 2 ? 'traffic' : 'green' }) });
          await lists.send('POST', '/v1/ideas', draft);
          ids.push(draft.id);
          for (let each = 0; each < number % 4; each += 1) await lists.send('PUT', `/v1/ideas/${draft.id}/support`, undefined, { 'civic-supporter': randomUUID() });
        }
        await lists.send('PATCH', `/v1/ideas/${ids[3]}`, { status: 'done' }, moderator);
        await lists.send('PATCH', `/v1/ideas/${ids[4]}`, { status: 'held' }, moderator);
      });
      after(() => lists.close());

      const walk = async (path: string, headers = {}): Promise<{ id: string; supports: number; created: string; status: string }[]> => {
        const all = [];
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const { body }: Answer = await lists.send('GET', `${path}&limit=7&cursor=${cursor}`, undefined, headers);
          all.push(...body.ideas);
          cursor = body.next;
        }
        return all;
      };

      it('publishes at once where moderation comes after', async () => {
        assert.equal((await lists.send('POST', '/v1/ideas', idea({ id: ids[0] }))).status, 409);
        const { body } = await lists.send('GET', '/v1/ideas?limit=1');
        assert.deepEqual([body.total, body.ideas.length, body.ideas[0].status], [24, 1, 'open']);
      });

      it('goes through all of them page by page, newest or most supported first, none twice', async () => {
        const published = ids.filter((id) => id !== ids[4]);
        const newest = await walk('/v1/ideas?sort=newest');
        assert.deepEqual(newest.map(({ id }) => id).sort(), [...published].sort());
        assert.deepEqual(newest.map(({ created }) => created), newest.map(({ created }) => created).sort().reverse());
        const supported = await walk('/v1/ideas?sort=supported');
        assert.deepEqual(supported.map(({ id }) => id).sort(), [...published].sort());
        assert.deepEqual(supported.map(({ supports }) => supports), supported.map(({ supports }) => supports).sort().reverse());
      });

      it('finds words and parts of words in any case, with and without accents', async () => {
        for (const [query, total] of [['baume', 12], ['STRASSE', 12], ['fahrr', 12], ['allée bäume', 12], ['allee fahrr', 0], ['allee 24', 1], ['%', 24], ['_', 24], [`' or 1=1 --`, 0]] as const) {
          assert.equal((await lists.send('GET', `/v1/ideas?q=${encodeURIComponent(query)}`)).body.total, total, query);
        }
      });

      it('filters by category and status and says what each other choice would show', async () => {
        const { body } = await lists.send('GET', '/v1/ideas?category=traffic&status=done&limit=100');
        assert.deepEqual([body.total, body.ideas[0].id], [1, ids[3]]);
        assert.deepEqual(body.counts, { category: { traffic: 1 }, status: { done: 1, open: 9 } });
        assert.deepEqual((await lists.send('GET', '/v1/ideas?q=baume')).body.counts, { category: { green: 9 }, status: { open: 12 } });
        assert.equal((await lists.send('GET', '/v1/ideas?status=held')).body.total, 0);
        assert.equal((await lists.send('GET', '/v1/ideas?status=open,done')).body.total, 24);
      });

      it('refuses what it does not understand', async () => {
        for (const [query, error] of [['limit=0', '/limit out-of-range'], ['limit=101', '/limit out-of-range'], ['sort=discussed', '/sort not-valid'], ['status=new', '/status unknown'], ['cursor=x', '/cursor not-valid'], ['category=%00', '/category not-valid']] as const) {
          const answer = await lists.send('GET', `/v1/ideas?${query}`);
          assert.equal(answer.status, 400, query);
          assert.deepEqual(codes(answer), [error]);
        }
        const { body } = await lists.send('GET', '/v1/ideas?limit=1&sort=newest');
        assert.equal((await lists.send('GET', `/v1/ideas?sort=supported&cursor=${body.next}`)).status, 400, 'The cursor of another sort.');
      });

      it('shows moderators those that wait first', async () => {
        const all = await walk('/v1/moderation/ideas?', moderator);
        assert.equal(all.length, 25);
        assert.deepEqual([all[0]!.id, all[0]!.status], [ids[4], 'held']);
        assert.equal((await lists.send('GET', '/v1/moderation/ideas')).status, 401);
      });
    });

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

    describe('open data', () => {
      it('gives every published idea, with text that no spreadsheet runs', async () => {
        const formulas = ['=HYPERLINK("http://evil.example")', '+1234567890', '-1234567890', '@SUM(1,2,3,4)', '\u3000＝1+1+1+1+1', ' \t=1+1+1+1+1'];
        for (const title of formulas) await publish({ title: title.trim().padEnd(10, '.'), place: { lon: -0.5, lat: 51.5 } });
        await publish({ title: 'Ideas, "quoted"; here', text: 'Line one\nline two, and more of it' });
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
        const placed = await publish({ place: { lon: 13.4, lat: 52.5, address: 'River bank 1' } });
        const unplaced = await publish({ place: { address: 'Somewhere near' } });
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
    });

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

    it('keeps text that looks like SQL as text', async () => {
      const title = `'); drop table ideas; -- "x" \\ %`;
      const { id } = await publish({ title, text: `Robert'); DELETE FROM ratings WHERE ('1'='1 and so on` });
      assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.title, title);
      for (const query of [`q=${encodeURIComponent(title)}`, `category=${encodeURIComponent(`green' or '1'='1`)}`, `cursor=${Buffer.from(`["newest",0,"2026-01-01T00:00:00.000Z","' or 1=1"]`).toString('base64url')}`]) {
        assert.notEqual((await hub.send('GET', `/v1/ideas?${query}`)).status, 500);
      }
      assert.equal((await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent(`https://a.example/' or '1'='1`)}`)).body.n, 0);
      assert.ok((await hub.send('GET', '/v1/ideas')).body.total > 0);
    });

    it('answers requests that are none with problems', async () => {
      const post = (body: string, headers = {}): Promise<Answer> => hub.send('POST', '/v1/ratings', body, headers);
      const problems = [
        await post('{ "id": 1,\n  oops }'), await post(''), await post('{}', { 'content-type': 'text/plain' }), await post(JSON.stringify(rating({ comment: 'a'.repeat(65_536) }))),
        await hub.send('PUT', '/v1/ratings'), await hub.send('GET', '/v1/nothing'), await hub.send('DELETE', '/v1/ideas/similar'), await hub.send('GET', '/v1/ideas/7'), await post('[]'),
      ];
      assert.deepEqual(problems.map(({ status }) => status), [400, 400, 415, 413, 405, 404, 405, 404, 422]);
      for (const { headers, body, status } of problems) {
        assert.equal(headers.get('content-type'), 'application/problem+json');
        assert.deepEqual([body.type, body.status, typeof body.title, typeof body.detail], ['about:blank', status, 'string', 'string']);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('content-security-policy'), "default-src 'none'");
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      }
      assert.match(problems[0]!.body.detail, /line 2, column 3/);
      assert.equal(problems[4]!.headers.get('allow'), 'POST, OPTIONS');
    });

    it('lets every page read, and the city’s own pages alone write', async () => {
      const stranger = { origin: 'https://other.example' };
      const read = await hub.send('GET', '/v1/ideas', undefined, stranger);
      assert.deepEqual([read.status, read.headers.get('access-control-allow-origin')], [200, '*']);
      const refused = await hub.send('POST', '/v1/ratings', rating(), stranger);
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin'), refused.headers.get('content-type')], [403, null, 'application/problem+json']);
      assert.match(refused.body.detail, /https:\/\/other\.example.*CIVIC_ORIGINS/);
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), { origin: 'null' })).status, 403);
      const allowed = await hub.send('POST', '/v1/ratings', rating(), { origin });
      assert.deepEqual([allowed.status, allowed.headers.get('access-control-allow-origin'), allowed.headers.get('vary')], [201, origin, 'Origin']);
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), { origin: 'http://hub.example' })).status, 201, 'A page of its own host.');
      const wrong = await hub.send('POST', '/v1/ratings', { id: 1 }, { origin });
      assert.deepEqual([wrong.status, wrong.headers.get('access-control-allow-origin')], [422, origin], 'The page has to be able to read what is wrong.');
    });

    it('answers what browsers ask before they write', async () => {
      const ask = (from: string, method: string): Promise<Answer> => hub.send('OPTIONS', '/v1/ratings', undefined, { origin: from, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' });
      const allowed = await ask(origin, 'POST');
      assert.deepEqual([allowed.status, allowed.headers.get('access-control-allow-origin')], [204, origin]);
      assert.match(allowed.headers.get('access-control-allow-methods')!, /POST/);
      assert.match(allowed.headers.get('access-control-allow-headers')!, /content-type/);
      const refused = await ask('https://other.example', 'POST');
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
      assert.equal((await ask('https://other.example', 'GET')).headers.get('access-control-allow-origin'), '*');
    });

    it('tells how to moderate where no token is set', async () => {
      const silent = await open({ token: undefined });
      const { status, body } = await silent.send('GET', '/v1/moderation/ideas', undefined, moderator);
      assert.equal(status, 403);
      assert.match(body.detail, /CIVIC_TOKEN/);
      await silent.close();
    });

    it('can be mounted below a path', async () => {
      const mounted = await open({ base: '/hub/' });
      assert.equal((await mounted.send('GET', '/hub/v1')).body.name, 'City of Example');
      const draft = idea();
      assert.equal((await mounted.send('POST', '/hub/v1/ideas', draft)).headers.get('location'), `/hub/v1/ideas/${draft.id}`);
      assert.equal((await mounted.send('GET', '/v1')).status, 404);
      await mounted.close();
    });

    it('starts several times at once on an empty database, and finds everything again', async () => {
      const where = await database();
      const hubs = await Promise.all(Array.from({ length: 4 }, () => openClient({ database: where, moderation: 'after' })));
      const drafts = hubs.map(() => idea());
      assert.deepEqual(await Promise.all(hubs.map(async (each, index) => (await each.send('POST', '/v1/ideas', drafts[index])).status)), [201, 201, 201, 201]);
      assert.equal((await hubs[0]!.send('GET', '/v1/ideas/similar?q=more benches by the river')).body.ideas.length, 4, 'What others wrote is found, too.');
      await Promise.all(hubs.map((each) => each.close()));
      const again = await openClient({ database: where });
      assert.equal((await again.send('GET', '/v1/ideas')).body.total, 4);
      await again.close();
    });
  });
}
