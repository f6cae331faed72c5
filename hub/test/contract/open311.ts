import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DOMParser, type Element } from '@xmldom/xmldom';
import Ajv from 'ajv';
import { idea, moderator, publish, type Answer, type Client, type Open } from '../client.js';

const key = 'a-key-of-an-application';
const base = '/v1/open311/v2';
const schemas = fileURLToPath(new URL('../../../../shared/data/participation/open311/', import.meta.url));

/** What the official schema says against a value; nothing, where it accepts it. */
function faults(schema: 'request' | 'service' | 'service-definition', value: unknown): unknown {
  const ajv = new Ajv({ unknownFormats: 'ignore', format: 'full' });
  return ajv.validate(JSON.parse(readFileSync(`${schemas}schema-${schema}.json`, 'utf8')), value) ? [] : ajv.errors;
}

/** Reads a document as strictly as XML is read; every fault is thrown. */
function parseXml(text: string): Element {
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement!;
}

const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
const fieldsOf = (element: Element): Record<string, string> => Object.fromEntries(childrenOf(element).map((child) => [child.nodeName, child.textContent ?? '']));

export function open311(open: Open): void {
  describe('Open311', () => {
    let hub: Client;
    before(async () => void (hub = await open({ open311Keys: ['another-key-of-the-city', key], contact: 'opendata@city.example', url: 'https://hub.city.example/' })));
    after(() => hub.close());

    const get = (path: string, headers = {}): Promise<Answer> => hub.send('GET', base + path, undefined, headers);
    const post = (fields: Readonly<Record<string, string>>, headers = {}, format = 'json'): Promise<Answer> =>
      hub.send('POST', `${base}/requests.${format}`, new URLSearchParams({ api_key: key, ...fields }).toString(), { 'content-type': 'application/x-www-form-urlencoded', ...headers });
    const report = (more: Readonly<Record<string, string>> = {}) => ({ service_code: 'green', lat: '52.5', long: '13.4', description: `A bench by the river ${randomUUID()}\nOlder people want to rest on their way.`, ...more });
    const errors = ({ body }: Answer): string[] => (body as unknown as { description: string }[]).map(({ description }) => description);
    const official = (test: TestContext): boolean => {
      if (existsSync(schemas)) return true;
      test.skip(`The official schemas are not at ${schemas}.`);
      return false;
    };

    it('tells where it is and what it is about, each category a service', async () => {
      const discovery = await get('/discovery.json');
      assert.deepEqual(discovery.body.endpoints, [{
        specification: 'http://wiki.open311.org/GeoReport_v2', url: `https://hub.city.example${base}`, changeset: discovery.body.changeset, type: 'production', formats: ['application/json', 'text/xml'],
      }]);
      assert.match(discovery.body.key_service, /opendata@city\.example/);
      const services = await get('/services.json', { 'accept-language': 'de-AT,de;q=0.9' });
      assert.deepEqual([services.headers.get('content-type'), services.headers.get('vary')], ['application/json; charset=utf-8', 'Accept-Language']);
      const list = services.body as unknown as { service_code: string; service_name: string }[];
      assert.deepEqual(list.map((service) => [service.service_code, service.service_name]), [['green', 'Parks'], ['traffic', 'Verkehr'], ['_idea', 'Idea']]);
      const definition = (await get('/services/_idea.json')).body;
      assert.deepEqual([definition.service_code, definition.attributes.map(({ code }: { code: string }) => code)], ['_idea', ['title', 'id']]);
    });

    it('gives answers that the official schemas accept', async (test) => {
      if (!official(test)) return;
      await publish(hub, { place: { lon: 13.4, lat: 52.5, address: 'River bank 1' }, category: 'green', title: '🌳'.repeat(120), text: '🌳'.repeat(4000) });
      const { id } = await publish(hub);
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'declined', answer: { text: 'There is no room for it.' } }, moderator);
      for (const service of (await get('/services.json')).body as unknown as { service_code: string }[]) {
        assert.deepEqual(faults('service', service), []);
        assert.deepEqual(faults('service-definition', (await get(`/services/${service.service_code}.json`)).body), []);
      }
      const requests = (await get('/requests.json')).body as unknown as unknown[];
      assert.ok(requests.length >= 2);
      for (const request of requests) assert.deepEqual(faults('request', request), []);
      assert.notDeepEqual(faults('request', { ...(requests[0] as object), status: 'planned' }), [], 'The schemas are read at all.');
    });

    it('shows a published idea as a request, with its answer, and one without a place without degrees', async () => {
      const placed = await publish(hub, { place: { lon: 13.4, lat: -52.5, address: 'River bank 1' }, category: 'green' });
      const plain = await publish(hub, { text: `${idea().title as string} would be good for everyone.` });
      await hub.send('PATCH', `/v1/ideas/${placed.id}`, { status: 'done', answer: { text: 'They are built.', by: 'Parks department' } }, moderator);
      const held = idea();
      await hub.send('POST', '/v1/ideas', held);
      const one = await get(`/requests/${placed.id.toUpperCase()}.json`);
      const { requested_datetime: requested, updated_datetime: updated, ...rest } = (one.body as unknown as Record<string, string>[])[0]!;
      assert.deepEqual(rest, {
        service_request_id: placed.id, status: 'closed', status_notes: 'They are built.', service_name: 'Parks', service_code: 'green', description: `${placed.title as string}\n${placed.text as string}`,
        agency_responsible: 'Parks department', service_notice: null, expected_datetime: null, address: 'River bank 1', address_id: null, zipcode: null, lat: -52.5, long: 13.4, media_url: null,
      });
      assert.ok(Date.parse(updated!) >= Date.parse(requested!));
      const [second] = (await get(`/requests/${plain.id}.json`)).body as unknown as Record<string, unknown>[];
      assert.deepEqual(['lat' in second!, 'long' in second!, second!.service_code, second!.status, second!.description], [false, false, '_idea', 'open', plain.text]);
      assert.equal((await get(`/requests/${held.id}.json`)).status, 404);
      assert.doesNotMatch((await get('/requests.json')).text + (await get('/requests.csv')).text, new RegExp(held.id));
    });

    it('finds requests by id, service, status and date, page by page', async () => {
      const other = await open({ moderation: 'after' });
      const drafts = [idea({ category: 'green' }), idea({ category: 'traffic' }), idea(), idea({ category: 'green' })];
      for (const draft of drafts) {
        await other.send('POST', '/v1/ideas', draft);
        // The next one is younger by the clock, too.
        await new Promise((done) => setTimeout(done, 2));
      }
      const [first, second, third, fourth] = drafts.map(({ id }) => id);
      await other.send('PATCH', `/v1/ideas/${fourth}`, { status: 'done' }, moderator);
      const ids = async (query: string): Promise<string[]> => ((await other.send('GET', `${base}/requests.json?${query}`)).body as unknown as { service_request_id: string }[]).map(({ service_request_id: id }) => id);
      const today = new Date().toISOString().slice(0, 10);
      for (const [query, expected] of [
        ['', [fourth, third, second, first]], [`service_request_id=${first},${third}, 7,${randomUUID()}&status=closed`, [third, first]], ['service_code=green', [fourth, first]], ['service_code=_idea,traffic', [third, second]],
        ['status=closed', [fourth]], ['status=open,closed', [fourth, third, second, first]], ['status=open&service_code=green', [first]], ['page_size=3', [fourth, third, second]], ['page=2&page_size=3', [first]], ['page=2', []],
        [`start_date=${today}&end_date=${today}`, [fourth, third, second, first]], ['end_date=2020-01-01T00:00:00Z', []], ['start_date=2020-01-01T00:00:00+02:00&end_date=2020-03-01T00:00:00Z', []], [`service_code=${encodeURIComponent(`green' or '1'='1`)}`, []],
      ] as const) assert.deepEqual(await ids(query), expected, query);
      for (const [query, said] of [
        ['status=new', /^status: /], ['page=0', /^page: /], ['page_size=1001', /^page_size: /], ['start_date=yesterday', /^start_date: /], ['start_date=2020-01-01&end_date=2020-12-31', /90 days/], ['start_date=2020-13-45', /^start_date: /],
      ] as const) {
        const refused = await other.send('GET', `${base}/requests.json?${query}`);
        assert.deepEqual([refused.status, refused.headers.get('content-type')], [400, 'application/json; charset=utf-8']);
        assert.match(errors(refused).join(), said);
      }
      await other.close();
    });

    it('takes a request from who has a key, and publishes it when a moderator says so', async () => {
      const sent = await post(report({ description: 'More benches by the river\nOlder people want to rest on their way.', email: 'ann@example.org', first_name: 'Ann', phone: '123456' }));
      assert.equal(sent.status, 201);
      const [{ service_request_id: id, service_notice: notice, account_id: account }] = sent.body as unknown as [Record<string, string>];
      assert.deepEqual([account, notice], [null, 'Somebody reads it before it is published.']);
      assert.deepEqual((await get(`/tokens/${id}.json`)).body, [{ service_request_id: id, token: id }]);
      assert.equal((await get(`/requests/${id}.json`)).status, 404);
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'open' }, moderator);
      const { body, text } = await hub.send('GET', `/v1/ideas/${id}`);
      assert.deepEqual([body.title, body.text, body.category, body.place], ['More benches by the river', 'Older people want to rest on their way.', 'green', { lon: 13.4, lat: 52.5 }]);
      assert.doesNotMatch(text, /Ann|example\.org|123456/);
      assert.equal((await get(`/requests/${id}.json`)).status, 200);
    });

    it('makes a title of what has none, and takes an address in place of degrees', async () => {
      const long = `The pavement ${'is broken again and again '.repeat(10)}and again.`;
      for (const [fields, title] of [
        [{ description: long }, /^The pavement is broken.{60,}…$/], [{ description: 'Pothole in front of number 7' }, /^Pothole in front of number 7$/], [{ description: long, 'attribute[title]': 'Broken pavement' }, /^Broken pavement$/],
      ] as const) {
        const { service_code: _, lat: _lat, long: _long, ...rest } = report(fields);
        const [{ service_request_id: id }] = (await post({ ...rest, service_code: '_idea', address_string: 'River bank 1' })).body as unknown as [Record<string, string>];
        const { body } = await hub.send('GET', `/v1/ideas/${id}`, undefined, moderator);
        assert.match(body.title, title);
        assert.deepEqual([body.text, body.place, body.category], [fields.description.trim(), { address: 'River bank 1' }, undefined]);
      }
    });

    it('takes the same once, by its id, its header or its content', async () => {
      const statuses = async (...sent: Promise<Answer>[]): Promise<number[]> => (await Promise.all(sent)).map(({ status }) => status).sort();
      const fields = report();
      assert.deepEqual(await statuses(post(fields), post(fields), post(fields)), [200, 200, 201]);
      assert.deepEqual(await statuses(post({ ...fields, lat: '52.6' })), [201], 'Elsewhere it is another one.');
      const headers = { 'idempotency-key': 'report 17 of this telephone' };
      assert.deepEqual(await statuses(post(report({ description: fields.description }), headers), post(fields, headers)), [200, 201]);
      assert.deepEqual(await statuses(post(report(), headers)), [400], 'Other content under the same key.');
      const id = randomUUID();
      const named = report({ 'attribute[id]': id.toUpperCase() });
      const answers = [await post(named), await post(named)];
      assert.deepEqual(answers.map(({ status }) => status), [201, 200]);
      assert.deepEqual(answers.map(({ body }) => (body as unknown as [Record<string, string>])[0].service_request_id), [id, id]);
    });

    it('refuses as the standard says, and names each field', async () => {
      const refusals: [Answer, number, number, RegExp][] = [
        [await post(report({ api_key: 'a-key-that-nobody-gave' })), 403, 403, /api_key.*opendata@city\.example/],
        [await post(report({ api_key: '' })), 403, 403, /api_key/],
        [await post(report({ service_code: 'space' })), 400, 422, /^service_code: /],
        [await post(report({ service_code: '' })), 400, 400, /^service_code: /],
        [await post(report({ lat: '', long: '' })), 400, 400, /^lat: .*address_string/],
        [await post(report({ lat: '91' })), 400, 422, /^lat: Degrees/],
        [await post(report({ lat: 'north' })), 400, 400, /^lat: /],
        [await post(report({ long: '' })), 400, 422, /^long: /],
        [await post(report({ description: 'Short' })), 400, 422, /^description: .*,description: /],
        [await post(report({ 'attribute[id]': '7' })), 400, 422, /^attribute\[id\]: /],
        [await post(report({ description: 'a'.repeat(70_000) })), 400, 413, /65536 bytes/],
        [await hub.send('POST', `${base}/requests.json`, report()), 400, 415, /x-www-form-urlencoded/],
        [await get('/services/space.json'), 404, 404, /no such service/],
        [await get(`/requests/${randomUUID()}.json`), 404, 404, /no such request/],
        [await get(`/tokens/${randomUUID()}.json`), 404, 404, /no such/],
      ];
      for (const [answer, status, code, said] of refusals) {
        assert.match(errors(answer).join(), said);
        assert.deepEqual([answer.status, (answer.body as unknown as { code: number }[])[0]!.code], [status, code], errors(answer).join());
      }
      const keyless = await open();
      assert.equal((await keyless.send('POST', `${base}/requests.json`, new URLSearchParams(report({ api_key: key })).toString(), { 'content-type': 'application/x-www-form-urlencoded' })).status, 403);
      await keyless.close();
    });

    it('says all of it in XML, too, whatever people wrote', async () => {
      const hostile = `<script>alert("1")</script> & ]]> <!-- \ufffe 🌳 &amp; "quoted"`;
      const { id, title } = await publish(hub, { title: hostile, text: `${'x'.repeat(20)}\n\t<b>${hostile}</b>`, place: { lon: -0.5, lat: 51.5 } });
      const { text, headers } = await get(`/requests/${id}.xml`);
      assert.equal(headers.get('content-type'), 'text/xml; charset=utf-8');
      const root = parseXml(text);
      assert.deepEqual([root.nodeName, childrenOf(root).map(({ nodeName }) => nodeName)], ['service_requests', ['request']]);
      const fields = fieldsOf(childrenOf(root)[0]!);
      assert.equal(fields.description, `${title as string}\n${'x'.repeat(20)}\n\t<b>${hostile}</b>`.replaceAll('\ufffe', ''));
      assert.deepEqual([fields.service_request_id, fields.lat, fields.long, fields.status_notes], [id, '51.5', '-0.5', '']);
      const names = async (path: string, ...steps: string[]): Promise<string[]> => {
        let here = parseXml((await get(path)).text);
        assert.equal(here.nodeName, steps.shift());
        for (const step of steps) here = childrenOf(here).find(({ nodeName }) => nodeName === step)!;
        return childrenOf(here).map(({ nodeName }) => nodeName);
      };
      assert.deepEqual(await names('/services.xml', 'services', 'service'), ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group']);
      assert.deepEqual(await names('/services/green.xml', 'service_definition', 'attributes', 'attribute'), ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description', 'values']);
      assert.deepEqual(await names('/discovery.xml', 'discovery', 'endpoints', 'endpoint', 'formats'), ['format', 'format']);
      assert.deepEqual(await names(`/tokens/${id}.xml`, 'service_requests', 'request'), ['service_request_id', 'token']);
      assert.deepEqual(await names('/services/space.xml', 'errors', 'error'), ['code', 'description']);
      const kept = parseXml((await post(report(), {}, 'xml')).text);
      assert.deepEqual(Object.keys(fieldsOf(childrenOf(kept)[0]!)), ['service_request_id', 'service_notice', 'account_id']);
      assert.equal(parseXml((await post(report({ api_key: 'wrong' }), {}, 'xml')).text).nodeName, 'errors');
    });

    it('gives everything as the bulk file of Open311', async () => {
      const { id } = await publish(hub, { title: '=HYPERLINK("evil")', category: 'green', place: { lon: -0.5, lat: 51.5 } });
      const { text, headers } = await get('/requests.csv');
      assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.ok(text.startsWith('\ufeffservice_request_id,requested_datetime,updated_datetime,closed_date,status_description,status_notes,source,service_name,service_subtype,description,agency_responsible,address,lat,long\r\n'));
      const line = text.slice(text.indexOf(id));
      assert.match(line, /,,open,,web,Parks,,"'=HYPERLINK\(""evil""\)\n[^"]+",,,51\.5,-0\.5\r\n/);
    });
  });
}
