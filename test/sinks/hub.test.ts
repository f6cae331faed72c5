import { expect } from '@open-wc/testing';
import type { Rating } from '../../src/model/rating.js';
import { sendComment, sendIdea, sendRating, sendSupport, withdrawComment, withdrawIdea } from '../../src/sinks/hub.js';
import { SinkError } from '../../src/sinks/sink.js';
import { json, serve } from '../support/fake-fetch.js';
import { problem } from '../support/hub-answers.js';

const hub = new URL('https://hub.city.example/api/');
const rating: Rating = { id: 'r1', subject: { url: 'https://city.example/' }, profile: 'simple', score: { value: 4, min: 1, max: 5 } };
let served: ReturnType<typeof serve>;

async function failure(answer: () => Response | Promise<Response>): Promise<SinkError> {
  served = serve({ 'POST /api/v1/ratings': answer });
  try {
    await sendRating(hub, rating);
  } catch (error) {
    if (error instanceof SinkError) return error;
    throw error;
  }
  throw new Error('It was sent.');
}

describe('sending to a hub', () => {
  afterEach(() => served.restore());

  it('sends a rating as JSON, without cookies', async () => {
    served = serve({ 'POST /api/v1/ratings': json({ id: 'r1', status: 'counted' }, 201) });
    expect(await sendRating(hub, rating)).to.deep.equal({ id: 'r1', status: 'counted' });
    const [request] = served.requests;
    expect(await request!.json()).to.deep.equal(rating);
    expect(request!.headers.get('content-type')).to.equal('application/json');
    expect(request!.credentials).to.equal('omit');
  });

  it('sends a comment, and takes it back with its key', async () => {
    const comment = { id: 'c1', text: 'Well said', key: 'k' };
    served = serve({ 'POST /api/v1/ideas/i1/comments': json({ ...comment, status: 'held' }, 201), 'DELETE /api/v1/comments/c1': () => new Response(null, { status: 204 }) });
    expect((await sendComment(hub, 'i1', comment)).status).to.equal('held');
    await withdrawComment(hub, 'c1', 'k');
    expect(await served.requests[0]!.json()).to.deep.equal(comment);
    expect(served.requests[1]!.headers.get('authorization')).to.equal('Bearer k');
  });

  it('sends an idea, support and its end, and a withdrawal with the key', async () => {
    served = serve({
      'POST /api/v1/ideas': json({ id: 'i1' }, 201),
      'PUT /api/v1/ideas/i1/support': json({ supports: 1, supported: true }),
      'DELETE /api/v1/ideas/i1/support': json({ supports: 0, supported: false }),
      'DELETE /api/v1/ideas/i1': json({ id: 'i1', status: 'withdrawn' }),
    });
    await sendIdea(hub, { id: 'i1', title: 'A title', text: 'A text', key: 'k' });
    expect(await sendSupport(hub, 'i1', 'me', true)).to.deep.equal({ supports: 1, supported: true });
    expect(await sendSupport(hub, 'i1', 'me', false)).to.deep.equal({ supports: 0, supported: false });
    await withdrawIdea(hub, 'i1', 'secret');
    const [, put, remove, withdrawal] = served.requests;
    expect([put, remove].map((request) => request!.headers.get('civic-supporter'))).to.deep.equal(['me', 'me']);
    expect(withdrawal!.headers.get('authorization')).to.equal('Bearer secret');
  });

  it('cannot be led elsewhere by the id of an idea', async () => {
    served = serve({ 'PUT /api/v1/ideas/..%2F..%2Fother/support': json({ supports: 1, supported: true }) });
    expect(await sendSupport(hub, '../../other', 'me', true)).to.deep.equal({ supports: 1, supported: true });
  });

  for (const { title, answer, reason } of [
    { title: 'no answer', answer: () => Promise.reject(new TypeError('offline')), reason: 'unreachable' },
    { title: 'a server that fails', answer: problem(500), reason: 'unreachable' },
    { title: 'a page instead of an answer', answer: () => new Response('<html>', { status: 200 }), reason: 'unreachable' },
    { title: 'the id was used before', answer: problem(409), reason: 'conflict' },
    { title: 'too many', answer: problem(429), reason: 'limited' },
    { title: 'forbidden', answer: problem(403), reason: 'refused' },
    { title: 'invalid, but nobody knows which field', answer: problem(422), reason: 'refused' },
    { title: 'an error that is no JSON', answer: () => new Response('no', { status: 404 }), reason: 'refused' },
  ] as const) {
    it(`says “${reason}” for ${title}`, async () => {
      expect((await failure(answer)).reason).to.equal(reason);
    });
  }

  it('names the fields that the server does not accept', async () => {
    const errors = [{ path: '/score/value', code: 'out-of-range', message: 'Between 1 and 5.' }];
    const error = await failure(problem(422, { errors }));
    expect(error.reason).to.equal('invalid');
    expect(error.fields).to.deep.equal(errors);
  });

  it('takes over when to try again, in seconds or as a date', async () => {
    expect((await failure(problem(429, {}, { 'retry-after': '40' }))).retryAfter).to.equal(40);
    served.restore();
    const later = new Date(Date.now() + 60_000).toUTCString();
    expect((await failure(problem(503, {}, { 'retry-after': later }))).retryAfter).to.be.within(58, 60);
  });

  it('throws an abort as it is', async () => {
    served = serve({ 'POST /api/v1/ratings': ({ signal }) => Promise.reject(signal.reason) });
    const abort = new AbortController();
    abort.abort();
    const error: unknown = await sendRating(hub, rating, { signal: abort.signal }).catch((caught: unknown) => caught);
    expect(error).to.have.property('name', 'AbortError');
  });
});
