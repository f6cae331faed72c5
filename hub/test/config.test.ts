import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaults, readConfig } from '../src/index.js';

describe('The settings', () => {
  it('have a default each', () => {
    assert.deepEqual(readConfig({ CIVIC_NAME: ' ' }), defaults);
    assert.deepEqual([defaults.database, defaults.moderation, defaults.minimum, defaults.origins], [{ file: 'civic-hub.db' }, 'before', 5, []]);
  });

  it('are read from the environment', () => {
    assert.deepEqual(readConfig({
      DATABASE_URL: 'postgresql://u:p@db/civic', CIVIC_NAME: 'City', CIVIC_ORIGINS: 'https://City.example/page, http://localhost:8080', CIVIC_MODERATION: 'after',
      CIVIC_MINIMUM: '10', CIVIC_TOKEN: 'a-secret-of-sixteen', CIVIC_CATEGORIES: '[{"code":"green","label":{"en":"Parks"}}]', CIVIC_COMMITMENTS: 'plan.json', CIVIC_CHALLENGES: 'asked.json', CIVIC_RELAY_HOSTS: 'data.city.example, *.Region.example:8443', CIVIC_EMBED: 'https://city.example/cdn/embed.html', CIVIC_EMBED_HOSTS: 'data.city.example', CIVIC_LOG: 'off',
      CIVIC_GUARD: 'off', CIVIC_LIMITS: 'ratings=600, ideas=5', CIVIC_PROXIES: '1', CIVIC_RETENTION: 'held=30', CIVIC_WEBHOOKS: '[{"url":"https://crm.city.example/hub","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","events":["idea.received"]}]', CIVIC_TOKENS: '[{"name":"Ana","role":"reader","token":"another-secret-of-hers"}]',
      CIVIC_URL: 'https://hub.City.example', CIVIC_CONTACT: 'data@city.example', CIVIC_LICENCE: 'https://creativecommons.org/licenses/by/4.0/', CIVIC_OPEN311_KEYS: 'a-key-of-the-first-one, a-key-of-the-other-one', CIVIC_METRICS: 'loopback',
      CIVIC_OPEN311_FORWARD: '{"endpoint":"https://311.city.example/open311/v2/requests.json","api_key":"abc","jurisdiction_id":"city.example","services":{"green":"0815"},"service_code":"0100","when":"received","page":"https://311.city.example/r/{id}","format":"xml"}',
    }), {
      name: 'City', database: { url: 'postgresql://u:p@db/civic' }, origins: ['https://city.example', 'http://localhost:8080'], moderation: 'after', minimum: 10,
      token: 'a-secret-of-sixteen', categories: [{ code: 'green', label: { en: 'Parks' } }], commitments: 'plan.json', challenges: 'asked.json', relay: ['data.city.example', '*.region.example:8443'], embed: 'https://city.example/cdn/embed.html', embedHosts: ['data.city.example'],
      guard: false, limits: { ratings: 600, ideas: 5 }, proxies: 1, retention: { held: 30 }, webhooks: [{ url: 'https://crm.city.example/hub', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', events: ['idea.received'] }], tokens: [{ name: 'Ana', role: 'reader', token: 'another-secret-of-hers' }], base: '/', log: false,
      url: 'https://hub.city.example/', contact: 'data@city.example', licence: 'https://creativecommons.org/licenses/by/4.0/', open311Keys: ['a-key-of-the-first-one', 'a-key-of-the-other-one'], metrics: 'loopback',
      open311Forward: { endpoint: 'https://311.city.example/open311/v2', api_key: 'abc', jurisdiction_id: 'city.example', services: { green: '0815' }, service_code: '0100', when: 'received', page: 'https://311.city.example/r/{id}', format: 'xml' },
    });
    assert.deepEqual(readConfig({ CIVIC_ORIGINS: '*' }).origins, ['*']);
    assert.deepEqual(readConfig({ CIVIC_LIMITS: 'off', CIVIC_RETENTION: 'off' }).limits, {});
  });

  it('name what is wrong with limits, rules and tokens', () => {
    for (const [name, values] of Object.entries({
      CIVIC_LIMITS: ['ratings', 'ratings=0', 'votes=3', 'ratings=1,,'], CIVIC_RETENTION: ['ideas=3', 'held=-1'], CIVIC_PROXIES: ['x', '12'], CIVIC_GUARD: ['yes'],
      CIVIC_WEBHOOKS: ['[{"url":"http://crm.city.example/hub","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]', '[{"url":"https://crm.city.example/hub","secret":"whsec_c2hvcnQ="}]', '[{"url":"https://crm.city.example/hub","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","events":["all"]}]'],
      CIVIC_TOKENS: ['[{"name":"Ana","role":"boss","token":"another-secret-of-hers"}]', '[{"name":"Ana","role":"reader","token":"short"}]', '[{"name":"A","role":"reader","token":"the-same-secret-16"},{"name":"B","role":"reader","token":"the-same-secret-16"}]'],
    })) for (const value of values) assert.throws(() => readConfig({ [name]: value }), new RegExp(`${name}: write`), value);
  });

  it('take the system that ideas are forwarded to from a file, too, and name what is wrong with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
    const file = join(folder, 'forward.json');
    writeFileSync(file, '{"endpoint":"http://localhost:8080/v2/","api_key":"abc","service_code":"0100"}\n');
    const read = { endpoint: 'http://localhost:8080/v2', api_key: 'abc', services: {}, service_code: '0100', when: 'published', format: 'json' };
    for (const name of ['CIVIC_OPEN311_FORWARD', 'CIVIC_OPEN311_FORWARD_FILE']) assert.deepEqual(readConfig({ [name]: file }).open311Forward, read);
    rmSync(folder, { recursive: true });
    const good = { endpoint: 'https://311.city.example/v2', api_key: 'abc', service_code: '0100' };
    for (const wrong of [{ endpoint: 'http://311.city.example/v2' }, { endpoint: 'https://u:p@311.city.example/v2' }, { endpoint: 'https://311.city.example/v2?city=1' }, { api_key: '' }, { when: 'later' }, { page: 'https://311.city.example' }, { page: 'javascript:{id}' }, { service_code: undefined }, { service: '1' }]) {
      assert.throws(() => readConfig({ CIVIC_OPEN311_FORWARD: JSON.stringify({ ...good, ...wrong }) }), /CIVIC_OPEN311_FORWARD: write JSON.*such as/, JSON.stringify(wrong));
    }
    assert.throws(() => readConfig({ CIVIC_OPEN311_FORWARD: JSON.stringify({ ...good, services: { gren: '0815' } }) }), /^ConfigError: CIVIC_OPEN311_FORWARD: “gren” is no category\./);
  });

  it('name what cannot be, with the way out', () => {
    for (const [name, wrong] of [
      ['CIVIC_URL', 'hub.city.example'], ['CIVIC_CONTACT', 'the city'], ['CIVIC_LICENCE', 'CC-BY'], ['CIVIC_OPEN311_KEYS', 'a-key-of-sixteen-letters,short'], ['CIVIC_METRICS', 'on'],
    ] as const) assert.throws(() => readConfig({ [name]: wrong }), new RegExp(`${name}: .*(such as|make one with)`), name);
  });

  it('do not begin with a name that is none', () => {
    assert.throws(() => readConfig({ CIVIC_ORIGIN: 'https://city.example', CIVIC_TOKEM_FILE: '/etc/token' }), /^ConfigError: CIVIC_ORIGIN: there is no such setting\. There are .*CIVIC_ORIGINS.*\nCIVIC_TOKEM_FILE: /);
  });

  it('may each stand in a file, as secrets do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
    const file = join(folder, 'token');
    writeFileSync(file, 'a-secret-of-sixteen\n');
    assert.deepEqual([readConfig({ CIVIC_TOKEN_FILE: file }).token, readConfig({ CIVIC_TOKEN_FILE: file, CIVIC_TOKEN: 'another-secret-of-twenty' }).token], ['a-secret-of-sixteen', 'another-secret-of-twenty']);
    rmSync(folder, { recursive: true });
    assert.throws(() => readConfig({ CIVIC_TOKEN_FILE: file }), /CIVIC_TOKEN_FILE: .*token cannot be read \(ENOENT\)/);
  });

  it('take categories from a file, and name what is wrong with them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
    const file = join(folder, 'categories.json');
    writeFileSync(file, '[{"code":"green","label":{"en":"Parks","ar":"حدائق"}}]');
    assert.deepEqual(readConfig({ CIVIC_CATEGORIES: file }).categories, [{ code: 'green', label: { en: 'Parks', ar: 'حدائق' } }]);
    rmSync(folder, { recursive: true });
    for (const wrong of [file, '[{"code":"green","label":{"de":"Parks"}}]', '[{"code":"no blank","label":{"en":"x"}}]', '{}', '[']) {
      assert.throws(() => readConfig({ CIVIC_CATEGORIES: wrong }), /CIVIC_CATEGORIES: .*each label needs “en”/, wrong);
    }
  });
});
