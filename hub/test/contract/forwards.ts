import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import Ajv from 'ajv';
import { createHub, type HubConfig } from '../../src/index.js';
import { openDatabase } from '../../src/database.js';
import type { Open311Forward } from '../../src/forwards.js';
import type { DeliveryRow } from '../../src/tables.js';
import { idea, moderator, openClient, publish, type Client, type NewDatabase } from '../client.js';
import { delivered } from '../delivered.js';

const key = 'the-key-of-the-city-hall';
const json = 'application/json; charset=utf-8';
const schema = fileURLToPath(new URL('../../../../shared/data/participation/open311/schema-request.json', import.meta.url));

interface Heard {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly form: Readonly<Record<string, string>>;
}

type Reply = readonly [status: number, body: string, type?: string] | 'hang up' | (() => Promise<void>);

/** As the standard's own examples have it, and as servers answer that speak XML, give numbers for ids, or frame what they say. */
const receipt = (id: unknown): string => JSON.stringify([{ service_request_id: id, service_notice: 'The City will inspect and require the responsible party to correct within 24 hours', account_id: null }]);
const xmlReceipt = (id: string): string => `<?xml version="1.0" encoding="utf-8"?>\n<service_requests>\n  <request>\n    <service_request_id>${id}</service_request_id>\n    <service_notice>We &amp; you</service_notice>\n    <account_id/>\n  </request>\n</service_requests>`;
const wrongKey = JSON.stringify([{ code: 403, description: `Invalid api_key ${key} received -- can't proceed with create_request.` }]);
const wrongService = '<?xml version="1.0" encoding="utf-8"?><errors><error><code>400</code><description><![CDATA[service_code “0815” was not found & cannot be used]]></description></error></errors>';

export function forwards(database: NewDatabase): void {
  describe('ideas that are forwarded to the city’s own Open311 system', () => {
    let server: Server;
    let endpoint: string;
    let heard: Heard[] = [];
    let replies: Reply[] = [];
    let where: HubConfig['database'];

    before(async () => {
      server = createServer(async (request, response) => {
        const body = (await request.setEncoding('utf8').toArray()).join('');
        heard.push({ method: request.method!, url: new URL(request.url!, endpoint), headers: request.headers, form: Object.fromEntries(new URLSearchParams(body)) });
        const reply = replies.shift() ?? ([404, JSON.stringify([{ code: 404, description: 'Nobody expected this.' }])] as const);
        if (typeof reply === 'function') await reply();
        if (reply === 'hang up' || typeof reply === 'function') return void request.socket.destroy();
        const [status, text, type = json] = reply;
        response.writeHead(status, { 'content-type': type, ...(status === 301 && { location: `${endpoint}/elsewhere.json` }) }).end(text);
      });
      await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
      endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2`;
    });
    after(() => void server.close());
    beforeEach(async () => {
      heard = [];
      replies = [];
      where = await database();
    });

    const to = (more: Partial<Open311Forward> = {}): Open311Forward => ({ endpoint, api_key: key, services: { green: '0815' }, service_code: '0100', when: 'published', format: 'json', ...more });

    /** Does something in a hub that then ends, so that it delivers nothing by itself. */
    async function inHub<T>(act: (hub: Client) => Promise<T>, forward = to(), settings: Partial<HubConfig> = {}): Promise<T> {
      const hub = await openClient({ database: where, open311Forward: forward, ...settings });
      const done = await act(hub);
      await hub.close();
      return done;
    }

    const deliver = (forward: Open311Forward | undefined = to(), isLater = false): Promise<DeliveryRow[]> => delivered(where, { open311Forward: forward }, isLater);
    const later = (forward = to()): Promise<DeliveryRow[]> => deliver(forward, true);
    const read = (id: string): Promise<Record<string, any>> => inHub(async (hub) => (await hub.send('GET', `/v1/ideas/${id}`)).body); // oxlint-disable-line typescript/no-explicit-any -- A test reads what it expects.
    const atDesk = (id: string): Promise<unknown> => inHub(async (hub) => (await hub.send('GET', `/v1/moderation/ideas?ids=${id}`, undefined, moderator)).body['ideas'][0].forwarding);
    /** What somebody has to look at: how many ideas, and which. */
    const stopped = (): Promise<unknown> => inHub(async (hub) => {
      const { body: { ideas, total } } = await hub.send('GET', '/v1/moderation/ideas?forwarding=stopped', undefined, moderator);
      return [(await hub.send('GET', '/v1/moderation/waiting', undefined, moderator)).body['forwards'], total, ...(ideas as { id: string }[]).map(({ id }) => id)];
    });
    const posts = (): Heard[] => heard.filter(({ method }) => method === 'POST');

    it('are sent once they are published, with what is public of them, and show what they are called there', async () => {
      replies = [[200, receipt(293_944)]];
      const forward = to({ jurisdiction_id: 'city.example', page: 'https://311.city.example/requests/{id}' });
      const draft = idea({ category: 'green', place: { lon: 13.4, lat: 52.5, address: 'River bank' }, text: 'Older people want to rest on their way.\nTwo are enough <b>.' });
      await inHub((hub) => hub.send('POST', '/v1/ideas', draft), forward);
      assert.deepEqual(await deliver(forward), []);
      assert.equal(heard.length, 0, 'What waits for a moderator goes nowhere.');
      await inHub((hub) => hub.send('PATCH', `/v1/ideas/${draft.id}`, { status: 'open' }, moderator), forward);
      assert.deepEqual(await deliver(forward), []);
      assert.deepEqual(heard.map(({ method, url, headers }) => [method, url.href, headers['content-type'], headers['idempotency-key'], headers['connection']]), [['POST', `${endpoint}/requests.json`, 'application/x-www-form-urlencoded;charset=UTF-8', draft.id, 'close']]);
      assert.deepEqual(heard[0]!.form, {
        api_key: key, jurisdiction_id: 'city.example', service_code: '0815', lat: '52.5', long: '13.4', address_string: 'River bank', description: `${draft.title}\n${draft.text}`,
      });
      const { forwarded } = await read(draft.id);
      assert.deepEqual([forwarded.id, forwarded.url, Date.now() - Date.parse(forwarded.at) < 60_000], ['293944', 'https://311.city.example/requests/293944', true]);
      // What is changed or hidden and published again is not another request.
      await inHub(async (hub) => {
        for (const change of [{ status: 'held' }, { status: 'open' }, { status: 'planned', answer: { text: 'Soon.' } }]) await hub.send('PATCH', `/v1/ideas/${draft.id}`, change, moderator);
      }, forward);
      assert.deepEqual(await deliver(forward), []);
      assert.equal(heard.length, 1);
    });

    it('go where their category goes, or to the service of all others, or nowhere; what is declined goes nowhere', async () => {
      replies = [[201, receipt('A-1')], [201, receipt('A-2')]];
      const [green, none] = await inHub(async (hub) => {
        const declined = idea();
        await hub.send('POST', '/v1/ideas', declined);
        await hub.send('PATCH', `/v1/ideas/${declined.id}`, { status: 'declined' }, moderator);
        return [await publish(hub, { category: 'green' }), await publish(hub)];
      });
      await deliver();
      assert.deepEqual(posts().map(({ form }) => form['service_code']).sort(), ['0100', '0815']);
      assert.equal(new Set([(await read(green.id))['forwarded'].id, (await read(none.id))['forwarded'].id]).size, 2);
      const chosen = to({ service_code: undefined, address_string: 'Town hall' });
      const { id } = await inHub((hub) => publish(hub, { category: 'traffic' }), chosen);
      assert.deepEqual(await deliver(chosen), []);
      assert.equal(posts().length, 2);
      // Until a moderator puts it into a category that goes somewhere.
      replies = [[201, receipt('A-3')]];
      await inHub((hub) => hub.send('PATCH', `/v1/ideas/${id}`, { category: 'green' }, moderator), chosen);
      assert.deepEqual(await deliver(chosen), []);
      assert.deepEqual([posts()[2]!.form['service_code'], posts()[2]!.form['address_string']], ['0815', 'Town hall']);
    });

    it('are sent as soon as they come where the city wants that, but what a machine may have written', async () => {
      replies = [[200, receipt('B-1')]];
      const draft = idea();
      await inHub((hub) => hub.send('POST', '/v1/ideas', draft), to({ when: 'received' }));
      await inHub((hub) => hub.send('POST', '/v1/ideas', idea()), to({ when: 'received' }), { guard: true });
      assert.deepEqual(await deliver(to({ when: 'received' })), []);
      assert.deepEqual(posts().map(({ headers }) => headers['idempotency-key']), [draft.id]);
    });

    it('that were withdrawn or hidden before their turn are not sent', async () => {
      await inHub(async (hub) => {
        const [first, second] = [await publish(hub), await publish(hub)];
        await hub.send('DELETE', `/v1/ideas/${first.id}`, undefined, { authorization: `Bearer ${first.key}` });
        await hub.send('PATCH', `/v1/ideas/${second.id}`, { status: 'held' }, moderator);
      });
      assert.deepEqual(await deliver(), []);
      assert.equal(heard.length, 0);
    });

    it('are understood in XML, with a token in the place of an id, which is followed until the id is there', async () => {
      const forward = to({ format: 'xml', jurisdiction_id: 'city.example' });
      const token = (content: string): string => `<?xml version="1.0"?><service_requests><request>${content}</request></service_requests>`;
      replies = [
        [200, xmlReceipt('00042'), 'text/xml'], [200, token('<token>to&#x6b;en 1</token><service_request_id></service_request_id>'), 'text/xml'],
        [404, '<errors><error><code>404</code><description>Not ready yet</description></error></errors>', 'text/xml'], [200, token('<token>token 1</token><service_request_id>638344</service_request_id>'), 'text/xml'],
      ];
      const first = await inHub((hub) => publish(hub), forward);
      assert.deepEqual(await deliver(forward), []);
      assert.equal((await read(first.id))['forwarded'].id, '00042');
      const { id } = await inHub((hub) => publish(hub), forward);
      for (const detail of ['', '404: Not ready yet']) {
        const [row] = await later(forward);
        assert.deepEqual([row!.code, row!.failure, row!.due !== null], ['pending', detail, true]);
      }
      assert.deepEqual(await later(forward), []);
      assert.deepEqual(heard.map(({ method, url }) => `${method} ${url.pathname.split('/').at(-2)}/${url.pathname.split('/').at(-1)}${url.search}`), [
        'POST v2/requests.xml', 'POST v2/requests.xml', 'GET tokens/token%201.xml?jurisdiction_id=city.example', 'GET tokens/token%201.xml?jurisdiction_id=city.example',
      ]);
      assert.equal((await read(id))['forwarded'].id, '638344');
    });

    it('that are refused are not sent again by themselves; the desk says why without the key, and sends them once more', async () => {
      for (const [reply, said] of [
        [[403, wrongKey], '403: Invalid api_key … received -- can\'t proceed with create_request.'], [[400, wrongService, 'text/xml'], '400: service_code “0815” was not found & cannot be used'],
        [[301, ''], '301'], [[404, '<html><p>Not found</p></html>', 'text/html'], '404'],
      ] as const) {
        [heard, replies] = [[], [reply]];
        const { id } = await inHub((hub) => publish(hub));
        const rows = await later();
        assert.deepEqual(rows.map(({ code, due }) => [code, due]), [['refused', null]]);
        assert.ok(!JSON.stringify(rows).includes(key));
        assert.deepEqual(await atDesk(id), { code: 'refused', detail: said });
        assert.deepEqual(await stopped(), [1, 1, id]);
        assert.equal((await later()).length, 1);
        assert.equal(heard.length, 1, 'Nothing else was asked, and no redirect was followed.');
        replies = [[201, receipt(said)]];
        assert.deepEqual((await inHub((hub) => hub.send('POST', '/v1/moderation/forwards', { ids: [id] }, moderator))).body, { ids: [id] });
        assert.deepEqual(await deliver(), []);
        assert.equal((await read(id))['forwarded'].id, said);
        assert.deepEqual((await inHub((hub) => hub.send('POST', '/v1/moderation/forwards', { ids: [id] }, moderator))).body, { ids: [] });
      }
      assert.equal((await inHub((hub) => hub.send('POST', '/v1/moderation/forwards', { ids: [idea().id] }))).status, 401);
    });

    it('are sent again where they certainly did not arrive', async () => {
      const { id } = await inHub((hub) => publish(hub));
      for (const [reply, said] of [[[503, ''], '503'], [[429, JSON.stringify([{ code: 429, description: 'Too many' }])], '429: Too many']] as const) {
        replies = [reply];
        assert.deepEqual((await later()).map(({ code, failure, due }) => [code, failure, due !== null]), [['unreachable', said, true]]);
        assert.deepEqual(await stopped(), [0, 0]);
      }
      // Nobody listens where nobody is.
      const gone = createServer();
      await new Promise<void>((done) => void gone.listen(0, '127.0.0.1', done));
      const nowhere = to({ endpoint: `http://127.0.0.1:${(gone.address() as AddressInfo).port}` });
      await new Promise((done) => void gone.close(done));
      assert.deepEqual((await later(nowhere)).map(({ code, failure }) => [code, failure]), [['unreachable', 'ECONNREFUSED']]);
      replies = [[201, receipt('C-1')]];
      assert.deepEqual(await later(), []);
      assert.deepEqual([posts().length, (await read(id))['forwarded'].id], [3, 'C-1']);
    });

    it('are never sent twice by themselves where an answer was lost: they are looked for, and else wait for a person', async () => {
      for (const lost of ['hang up', [502, '<html>Bad gateway</html>', 'text/html'], [500, ''], [200, 'OK', 'text/plain']] satisfies Reply[]) {
        [heard, replies] = [[], [lost]];
        const { id, title, text } = await inHub((hub) => publish(hub, { category: 'green', text: `An idea whose answer was lost, ${crypto.randomUUID()}` }));
        assert.deepEqual((await later()).map(({ code, due }) => [code, due !== null]), [['uncertain', true]]);
        // Another one, the same of somebody else before, and nothing at all: none of them is it.
        const at = new Date().toISOString();
        const record = { service_request_id: `${id}-1`, status: 'open', service_name: 'Benches', service_code: '0815', requested_datetime: at, updated_datetime: at, address: null, lat: 52.5, long: 13.4, media_url: null };
        if (existsSync(schema)) assert.equal(new Ajv({ unknownFormats: 'ignore' }).validate(JSON.parse(readFileSync(schema, 'utf8')), { ...record, description: title }), true);
        for (const found of [[], [{ ...record, description: title }], [1, 2].map((number) => ({ ...record, service_request_id: `${id}-${number}`, description: `${title} ${text}` }))]) {
          replies = [[200, JSON.stringify(found)]];
          assert.deepEqual((await later()).map(({ code }) => code), ['uncertain']);
        }
        const asked = heard.at(-1)!.url.searchParams;
        assert.equal(asked.get('service_code'), '0815');
        assert.ok(asked.get('start_date')! < at && asked.get('end_date')! > at);
        assert.match(JSON.stringify(await atDesk(id)), /"code":"uncertain".*"next":"/);
        replies = [[200, JSON.stringify([{ ...record, description: `${title}\r\n${text} ` }])]];
        assert.deepEqual(await later(), []);
        assert.deepEqual([posts().length, (await read(id))['forwarded'].id], [1, `${id}-1`]);
      }
    });

    it('are not sent again by who comes after a hub that died while it sent', async () => {
      const { id, title, text } = await inHub((hub) => publish(hub));
      const table = async <T>(act: (open: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> => {
        const opened = await openDatabase(where);
        const done = await act(opened);
        await opened.destroy();
        return done;
      };
      let before: DeliveryRow | undefined;
      // What is written down when the request comes in is all that is left of who dies then.
      replies = [async () => void (before = await table((rows) => rows.selectFrom('deliveries').selectAll().executeTakeFirst()))];
      await deliver();
      await table((rows) => rows.updateTable('deliveries').set(before!).execute());
      assert.equal(before!.code, null);
      replies = [[200, JSON.stringify([{ service_request_id: 'F-1', description: `${title}\n${text}` }])]];
      assert.deepEqual(await later(), []);
      assert.deepEqual([posts().length, (await read(id))['forwarded'].id], [1, 'F-1']);
    });

    it('are each sent once, however many instances share the work', async () => {
      replies = Array.from({ length: 12 }, (_, index): Reply => [201, receipt(`G-${index}`)]);
      await inHub((hub) => Promise.all(Array.from({ length: 12 }, () => hub.send('POST', '/v1/ideas', idea()))), to(), { moderation: 'after' });
      await Promise.all([deliver(), deliver(), deliver()]);
      assert.deepEqual(await deliver(), []);
      assert.deepEqual([posts().length, new Set(posts().map(({ headers }) => headers['idempotency-key'])).size], [12, 12]);
    });

    it('that are withdrawn afterwards are told of with what they are called there', async () => {
      replies = [[200, receipt('H-1')], [204, ''], [204, '']];
      const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
      const draft = await inHub((hub) => publish(hub));
      await deliver();
      const webhooks = [{ url: endpoint, secret, events: ['idea.withdrawn' as const] }];
      await inHub((hub) => hub.send('DELETE', `/v1/ideas/${draft.id}`, undefined, { authorization: `Bearer ${draft.key}` }), to(), { webhooks });
      const [row] = await delivered(where, {});
      const { type, data } = JSON.parse(row!.body) as { type: string; data: { id: string; forwarded: { id: string } } };
      assert.deepEqual([type, data.id, data.forwarded.id], ['idea.withdrawn', draft.id, 'H-1']);
    });

    it('that are uncertain are sent again if a moderator says so, and are left alone after some days', async () => {
      replies = ['hang up', ...Array.from({ length: 10 }, (): Reply => [200, '[]'])];
      const { id } = await inHub((hub) => publish(hub));
      for (let attempt = 0; attempt < 11; attempt += 1) assert.equal((await later()).length, 1);
      assert.deepEqual([posts().length, heard.length], [1, 11]);
      assert.equal((await later())[0]!.due, null);
      replies = [[201, receipt('D-1')]];
      await inHub((hub) => hub.send('POST', '/v1/moderation/forwards', { ids: [id] }, moderator));
      assert.deepEqual(await deliver(), []);
      assert.equal((await read(id))['forwarded'].id, 'D-1');
    });

    it('are told of by webhooks when they have arrived, and kept for a setting that comes back', async () => {
      const { id } = await inHub((hub) => publish(hub));
      assert.deepEqual((await delivered(where, {})).map(({ code }) => code), ['unset']);
      replies = [[200, receipt('E-1')], [204, '']];
      const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
      await delivered(where, { open311Forward: to(), webhooks: [{ url: endpoint, secret }] }, true);
      assert.equal(heard.length, 2);
      assert.equal((await read(id))['forwarded'].id, 'E-1');
    });

    it('come to another hub as they come to any city’s system', async () => {
      const other = await createHub({ name: 'Other', database: await database(), open311Keys: [key], moderation: 'after', guard: false, log: false });
      const listening = createServer(getRequestListener((request) => other.fetch(request)));
      await new Promise<void>((done) => void listening.listen(0, '127.0.0.1', done));
      const forward = to({ endpoint: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v1/open311/v2`, services: {}, service_code: '_idea', address_string: 'Town hall' });
      const { id, title } = await inHub((hub) => publish(hub), forward);
      assert.deepEqual(await deliver(forward), []);
      const there = await (await other.fetch(new Request(`http://other.example/v1/ideas/${(await read(id))['forwarded'].id}`))).json() as { title: string };
      assert.equal(there.title, title);
      listening.close();
      await other.close();
    });
  });
}
