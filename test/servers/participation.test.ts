import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { openDataset } from '../../src/sources/open.js';
import { openPlan } from '../../src/sources/roadmap/index.js';
import { graphqlAnswer } from '../../src/sources/systems/graphql.js';
import { openSystem } from '../../src/sources/systems/index.js';
import type { IdeaKeeper } from '../../src/sources/systems/system.js';
import { startSystem, type System } from '../support/replay-systems.js';
import { decidim } from '../support/system-apis.js';

/** Real answers of other systems, and examples from their documentation. */
const root = fileURLToPath(new URL('../../../shared/data/participation/', import.meta.url));
const text = (file: string): string => readFileSync(root + file, 'utf8');

const running: System[] = [];
after(() => Promise.all(running.map((system) => system.close())));

/** Some text as a server answers it to every question. */
async function served(body: string, status = 200): Promise<string> {
  const system = await startSystem(() => ({ body, status }));
  running.push(system);
  return system.origin;
}

const rows = (count: number) => async (file: string): Promise<void> => {
  assert.equal((await openDataset(`${await served(text(file))}/data`)).length, count);
};
const plan = (count: number) => async (file: string): Promise<void> => {
  const { commitments, problems } = await openPlan(new URL(await served(text(file))), {});
  assert.deepEqual([commitments.length, problems.length], [count, 0]);
};
const service = async (file: string): Promise<IdeaKeeper> => openSystem('open311', { address: new URL('/open311/v2/', await served(text(file))), tag: 'en' });
const requests = (...ids: readonly string[]) => async (file: string): Promise<void> => {
  const { ideas } = await (await service(file)).read({}, {});
  assert.deepEqual(ideas.map(({ id }) => id).sort(), ids);
  for (const { title, created, place, status } of ideas) assert.ok(title && created && place?.lat && place.address && /^(open|done)$/.test(status));
};
const services = async (file: string): Promise<void> => {
  const { ideas } = await (await service(file)).info({});
  assert.deepEqual(ideas.categories.map(({ code }) => code), ['001', '002', '003']);
};
const refusal = async (body: string, status: number): Promise<void> => {
  const keeper = await openSystem('open311', { address: new URL('/open311/v2/', await served(body, status)), tag: 'en' });
  await assert.rejects(keeper.read({}, {}), /403 Invalid api_key received/);
};
const noIdeas = async (file: string): Promise<void> => {
  assert.deepEqual((await (await service(file)).read({}, {})).ideas, []);
  await rows(1)(file);
};

/** Who reads which file, or why it is none of ours. */
const readers: readonly (readonly [file: RegExp, reads: ((file: string) => unknown) | string])[] = [
  [/^SOURCES\.txt$/, 'says where the files come from'],
  [/^altcha\//, async (file) => {
    const { challenge, solution } = JSON.parse(text(file)) as Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>;
    assert.equal((await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: 'fixture-secret', hmacKeySignatureSecret: 'fixture-key-secret' })).verified, true);
  }],
  [/^decidim\/graphql-error/, (file) => {
    const { errors } = graphqlAnswer(JSON.parse(text(file)), new URL('https://decidim.example/api'));
    assert.deepEqual(errors.map(({ code, message }) => [code, message]), [['ATTRIBUTE_VALIDATION_ERROR', 'attributes.title cannot be blank; attributes.title is too short (under 15 characters)']]);
  }],
  [/^decidim\/graphql-queries/, async (file) => {
    // What is not shown, such as who wrote it, is not asked for.
    const unneeded = ['reference', 'official', 'name', 'totalCommentsCount', 'translation', 'node', 'query', 'Proposals', 'locale'];
    const [query = ''] = text(file).split('# Read: accountability').slice(0, 1).map((part) => part.slice(part.indexOf('query Proposals')));
    const fields = [...new Set(query.replace(/\(.*?\)/g, '').match(/[a-z]\w+/gi))].filter((name) => !unneeded.includes(name));
    const system = await startSystem(decidim(1));
    running.push(system);
    await (await openSystem('', { address: new URL('/processes/a/f/12/', system.origin), tag: 'en' })).read({}, {});
    const asked = (JSON.parse(system.asked[0]!.body) as { query: string }).query;
    assert.ok(fields.length > 15);
    assert.deepEqual(fields.filter((name) => !new RegExp(`\\b${name}\\b`).test(asked)), []);
  }],
  [/^decidim\/restfull/, async (file) => {
    const examples = JSON.parse(text(file)) as Readonly<Record<string, { readonly data: readonly { readonly id: string }[] }>>;
    for (const [name, example] of Object.entries(examples)) {
      const keeper = await openSystem('', { address: new URL('/api/rest_full/v0.3/proposals', await served(JSON.stringify(example))), tag: 'fr' });
      const { ideas } = await keeper.read({}, {});
      assert.deepEqual(ideas.map(({ id }) => id), example.data.map(({ id }) => id), name);
      for (const { title, text: body, url } of ideas) {
        assert.doesNotMatch(title + body, /[<>]|alert/, name);
        assert.ok(title && body && url?.startsWith('https://'), name);
      }
    }
  }],
  [/^jdma\/form-locale/, rows(9)],
  [/^oc4ids\/oc4ids-example/, plan(1)],
  [/^oc4ids\/milestoneStatus/, rows(4)],
  [/^oc4ids\/milestoneType/, rows(10)],
  [/^oc4ids\/projectStatus/, rows(8)],
  [/^ogp\/ogp-commitments-columns/, plan(0)],
  [/^ogp\/us-nap5-commitments/, plan(36)],
  [/^ogp\/us-nap5-subcommitments/, plan(36)],
  [/^open-sdg\/ons-comb/, rows(13)],
  [/^open-sdg\/ons-meta/, 'describes one indicator in words and has no values'],
  [/^open-sdg\/sdg-build/, rows(6)],
  [/^open311\/georeport.*yaml$/, 'describes the protocol: the façade of the hub has an OpenAPI document of its own'],
  [/^open311\/schema-/, 'is a JSON Schema: hub/test/contract/open311.ts validates the façade of the hub by it'],
  [/^open311\/sf-request/, requests('4944710')],
  [/^open311\/spec-errors\.json$/, (file) => refusal(text(file), 403)],
  [/^open311\/spec-errors\.raw/, (file) => refusal(text(file).split('\n\n')[1]!, 403)],
  [/^open311\/spec-request-from-token|^open311\/spec-service-request-post|^open311\/spec-service-definition/, noIdeas],
  [/^open311\/spec-service-list/, services],
  [/^open311\/spec-service-request\./, requests('638344')],
  [/^open311\/spec-service-requests/, requests('638344', '638349')],
  [/^touchpoints\/form\.json/, rows(9)],
  [/^touchpoints\/forms\.json/, rows(1)],
  [/^touchpoints\/sample_cx/, rows(59)],
];

describe('every sample of ../shared/data/participation', () => {
  const files = existsSync(root) ? (readdirSync(root, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => `${each.parentPath}/${each.name}`.replaceAll('//', '/').slice(root.length)) : [];
  if (files.length === 0) it('is read', { skip: 'no ../shared/data/participation beside the checkout' });
  for (const file of files) {
    const [, reads] = readers.find(([pattern]) => pattern.test(file)) ?? [];
    it(typeof reads === 'string' ? `${file} is not read: it ${reads}` : `${file} is read`, async () => {
      assert.ok(reads, `Nobody reads ${file}, and nobody says why.`);
      if (typeof reads !== 'string') await reads(file);
    });
  }
});
