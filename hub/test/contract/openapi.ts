import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApp } from '../../src/app.js';
import { Plans } from '../../src/commitments.js';
import { defaults, type HubConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database.js';
import { Guard } from '../../src/guard.js';
import { Secrets } from '../../src/secrets.js';
import { Challenges } from '../../src/idea-challenges.js';
import { SimilarIdeas } from '../../src/similar-ideas.js';
import type { Client, NewDatabase, Open } from '../client.js';

const everything: Partial<HubConfig> = { relay: ['data.city.example'], embed: 'https://www.city.example/embed.html', metrics: 'loopback', open311Keys: ['a-key-of-an-application'] };

/** `/ideas/:id{…}` is `/ideas/{id}`, and `:id{….json}` is `{id}.json`. */
const templateOf = (path: string): string => path.replace(/^\/v1(?=\/)|^\/v1$/, '').replace(/:(\w+)(?:\{(?:[^/{}]|\{[\d,]*\})*?(\\\.\w+)?\})?(?=\/|$)/g, (_, name: string, ending = '') => `{${name}}${ending.replace('\\', '')}`) || '/';

export function openApi(open: Open, database: NewDatabase): void {
  describe('the description of the API', () => {
    let hub: Client;
    before(async () => void (hub = await open(everything)));
    after(() => hub.close());

    it('has every method of every path that there is, and no other', async () => {
      const opened = await openDatabase(await database());
      const config = { ...defaults, ...everything, log: false };
      const app = createApp({ config, database: opened, plans: new Plans(opened, undefined), challenges: new Challenges(opened, undefined), similar: new SimilarIdeas(opened), guard: new Guard(config, new Secrets(opened)) });
      const routes = new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${templateOf(path)}`));
      await opened.destroy();
      const { paths } = (await hub.send('GET', '/v1/openapi.json')).body;
      const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
      assert.deepEqual(described.sort(), [...routes].sort());
    });

    it('names every parameter of a path, every schema that it points to, and what may be sent', async () => {
      const { body, text } = await hub.send('GET', '/v1/openapi.json');
      assert.deepEqual([body.openapi, body.info.title, body.servers], ['3.1.0', 'City of Example', [{ url: 'http://hub.example/v1' }]]);
      for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) assert.ok(Object.hasOwn(body.components.schemas, name!), name);
      for (const [path, methods] of Object.entries(body.paths as Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>)) {
        for (const { parameters = [] } of Object.values(methods)) assert.deepEqual(parameters.filter((each) => each.in === 'path').map(({ name }) => name), [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
      const { title, id, place } = body.paths['/ideas'].post.requestBody.content['application/json'].schema.properties;
      assert.deepEqual([title, id, place.properties.lat], [{ type: 'string', minLength: 10, maxLength: 120 }, { type: 'string', format: 'uuid' }, { type: 'number', minimum: -90, maximum: 90 }]);
      assert.deepEqual(body.paths['/ideas'].get.parameters.map(({ name }: { name: string }) => name), ['q', 'category', 'challenge', 'status', 'sort', 'limit', 'cursor']);
    });

    it('leaves out what a hub was not told to do', async () => {
      const plain = await open();
      const { paths } = (await plain.send('GET', '/v1/openapi.json')).body;
      assert.deepEqual(['/relay', '/oembed', '/metrics'].filter((path) => path in paths), []);
      await plain.close();
    });
  });
}
