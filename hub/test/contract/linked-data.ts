import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moderator, publish, rating, type Answer, type Client, type Open } from '../client.js';

const licence = 'https://creativecommons.org/licenses/by/4.0/';
const address = 'https://hub.city.example/v1';

export function linkedData(open: Open): void {
  describe('linked data', () => {
    let hub: Client;
    before(async () => {
      hub = await open({
        url: 'https://hub.city.example', contact: 'opendata@city.example', licence,
        commitments: {
          title: 'The plan', licence: { url: 'https://data.city.example/licence' }, problems: [],
          commitments: [{
            id: 'C:1', title: 'Forty benches', status: 'started', responsible: 'Parks department', dueDate: '2027-03', evidence: [{ url: 'https://www.city.example/benches', title: 'Photographs' }], ideas: [], sdg: [],
            milestones: [{ id: 'M1', title: 'Bought', status: 'met', dateMet: '2026-10-01' }, { id: 'M2', title: 'Built', status: 'notMet', dueDate: '2026-11' }],
          }],
        },
      });
    });
    after(() => hub.close());
    const get = (path: string): Promise<Answer> => hub.send('GET', `/v1/${path}`);
    const entries = async (path: string): Promise<Record<string, unknown>[]> => (await get(path)).body.dataFeedElement;

    it('says ideas as postings, with their support, their answer and the licence, and with no author', async () => {
      assert.deepEqual((await get('ideas.jsonld')).body, { '@context': 'https://schema.org', '@type': 'DataFeed', name: 'City of Example: ideas', license: licence, publisher: { '@type': 'GovernmentOrganization', name: 'City of Example' }, dataFeedElement: [] });
      const { id, title, text, key } = await publish(hub, { place: { lon: 13.4, lat: 52.5, address: 'River bank 1' }, category: 'green', lang: 'en' });
      const plain = await publish(hub, { title: '</script><b>"A title" & more' });
      await hub.send('PUT', `/v1/ideas/${id}/support`, undefined, { 'civic-supporter': crypto.randomUUID() });
      const { body } = await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'planned', answer: { text: 'In spring.', by: 'Parks department' }, commitments: ['C:1'] }, moderator);
      const answer = await get('ideas.jsonld');
      assert.deepEqual([answer.headers.get('content-type'), answer.headers.get('link')], ['application/ld+json', `<${licence}>; rel="license"`]);
      const [first, second] = answer.body.dataFeedElement;
      assert.deepEqual(first, {
        '@type': 'DiscussionForumPosting', '@id': `${address}/ideas/${id}`, url: `${address}/ideas/${id}`, identifier: id, headline: title, text, inLanguage: 'en', keywords: 'green', creativeWorkStatus: 'planned',
        datePublished: body.created, dateModified: body.updated, commentCount: 0,
        contentLocation: { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude: 52.5, longitude: 13.4 }, address: 'River bank 1' },
        interactionStatistic: { '@type': 'InteractionCounter', interactionType: 'https://schema.org/EndorseAction', userInteractionCount: 1 },
        comment: { '@type': 'Comment', text: 'In spring.', author: { '@type': 'GovernmentOrganization', name: 'Parks department' }, datePublished: body.answer.at },
        mentions: [{ '@id': `${address}/commitments#C%3A1` }],
      });
      assert.deepEqual([second.headline, 'contentLocation' in second, 'comment' in second], [plain.title, false, false]);
      assert.doesNotMatch(answer.text, new RegExp(key));
    });

    it('says results with enough answers as aggregate ratings, and of the others nothing', async () => {
      const url = 'https://www.city.example/linked';
      for (const value of [1, 4, 4, 5, 5]) await hub.send('POST', '/v1/ratings', rating({ subject: { url, title: 'Library' }, score: { value, min: 1, max: 5 } }));
      await hub.send('POST', '/v1/ratings', rating({ subject: { url: 'https://www.city.example/few' } }));
      const [only, ...others] = await entries('ratings.jsonld');
      const today = new Date().toISOString().slice(0, 10);
      assert.deepEqual(others, []);
      assert.deepEqual(only, {
        '@type': 'AggregateRating', itemReviewed: { '@type': 'WebPage', '@id': url, url, name: 'Library' }, ratingValue: 3.8, bestRating: 5, worstRating: 1, ratingCount: 5,
        ratingExplanation: `Mean of 5 answers to the profile “simple”, given from ${today} to ${today} by people who chose to answer.`,
      });
    });

    it('says commitments and their milestones as actions, with the ideas that they came from', async () => {
      const { id } = await publish(hub);
      await hub.send('PATCH', `/v1/ideas/${id}`, { commitments: ['C:1'] }, moderator);
      const here = `${address}/commitments#C%3A1`;
      const [commitment, ...milestones] = await entries('commitments.jsonld');
      assert.deepEqual({ ...commitment, object: (commitment!.object as { '@id': string }[]).some((each) => each['@id'] === `${address}/ideas/${id}`) }, {
        '@type': 'Action', '@id': here, identifier: 'C:1', name: 'Forty benches', actionStatus: 'https://schema.org/ActiveActionStatus', endTime: '2027-03', agent: { '@type': 'GovernmentOrganization', name: 'Parks department' },
        object: true, result: [{ '@type': 'CreativeWork', name: 'Photographs', url: 'https://www.city.example/benches' }],
      });
      assert.deepEqual(milestones.map(({ actionStatus, endTime, object }) => [actionStatus, endTime, object]), [
        ['https://schema.org/CompletedActionStatus', '2026-10-01', { '@id': here }], ['https://schema.org/FailedActionStatus', '2026-11', { '@id': here }],
      ]);
      assert.equal((await get('milestones.csv')).text, '\ufeffcommitment,commitment_title,id,title,description,status,dueDate,dateMet\r\nC:1,Forty benches,M1,Bought,,met,,2026-10-01\r\nC:1,Forty benches,M2,Built,,notMet,2026-11,\r\n');
      assert.equal((await get('commitments.jsonld')).headers.get('link'), '<https://data.city.example/licence>; rel="license"', 'A plan has a licence of its own.');
    });

    it('lists every file in a catalogue of DCAT-AP, and each is there under its media type', async () => {
      await publish(hub, { place: { lon: 13.6, lat: 52.25 } });
      const { body, headers } = await get('catalog.jsonld');
      assert.equal(headers.get('content-type'), 'application/ld+json');
      assert.deepEqual([body['@type'], body['dct:publisher']['foaf:name']], ['dcat:Catalog', 'City of Example']);
      const datasets = body['dcat:dataset'] as Record<string, any>[]; // oxlint-disable-line typescript/no-explicit-any -- A catalogue as it comes.
      assert.equal(datasets.length, 4);
      for (const dataset of datasets) {
        for (const name of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dct:accrualPeriodicity']) assert.ok(name in dataset, name);
        assert.deepEqual([dataset['dcat:theme']['@id'], dataset['dcat:contactPoint']['vcard:hasEmail']['@id']], ['http://publications.europa.eu/resource/authority/data-theme/GOVE', 'mailto:opendata@city.example']);
        for (const file of dataset['dcat:distribution']) {
          assert.deepEqual(file['dcat:accessURL'], file['dcat:downloadURL']);
          const answer = await hub.send('GET', new URL(file['dcat:downloadURL']['@id']).pathname);
          assert.deepEqual([answer.status, file['dcat:mediaType']['@id']], [200, `http://www.iana.org/assignments/media-types/${answer.headers.get('content-type')!.split(';')[0]}`]);
          assert.equal(file['dct:license']['@id'], dataset['@id'].endsWith('#commitments') ? 'https://data.city.example/licence' : licence);
        }
      }
      const [ideas] = datasets;
      assert.match(ideas!['dct:spatial']['dcat:bbox']['@value'], /^POLYGON\(\(13\.4 52\.25,13\.6 52\.25,13\.6 52\.5,13\.4 52\.5,13\.4 52\.25\)\)$/);
      assert.equal(ideas!['dct:temporal']['dcat:startDate']['@value'], new Date().toISOString().slice(0, 10));
    });

    it('has a catalogue of a hub without settings and without anything, too', async () => {
      const empty = await open();
      const { body } = await empty.send('GET', '/v1/catalog.jsonld');
      assert.equal(body['@id'], 'http://hub.example/v1/catalog.jsonld');
      assert.deepEqual(body['dcat:dataset'].map((each: Record<string, unknown>) => ['dct:temporal' in each, 'dct:spatial' in each, each['dcat:contactPoint']]), Array.from({ length: 3 }, () => [false, false, { '@type': 'vcard:Organization', 'vcard:fn': 'City of Example' }]));
      await empty.close();
    });
  });
}
