import { expect } from '@open-wc/testing';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { Proof } from '../../src/controllers/proof.js';
import { deriveKey as deriveKeyPlainly } from '../../src/controllers/solving-plain.js';
import { SinkError } from '../../src/sinks/sink.js';
import { json, serve, status } from '../support/fake-fetch.js';
import { fastClock } from '../support/fast-clock.js';

const hub = new URL('/hub/', location.href);
const secret = 'a secret of the hub';
const path = '/hub/v1/challenge';

const challenge = (): Promise<Challenge> => createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 10, counter: 7, deriveKey, hmacSignatureSecret: secret, data: { for: 'ratings' } });
const opened = (header: string | undefined): { challenge: Challenge; solution: Solution } => JSON.parse(atob(header!)) as { challenge: Challenge; solution: Solution };

describe('The proof that goes with an answer', () => {
  let served: ReturnType<typeof serve>;
  let clock: ReturnType<typeof fastClock>;
  beforeEach(() => void (clock = fastClock(2500)));
  afterEach(() => {
    clock.restore();
    served.restore();
  });
  /** The worker’s start asks for the page’s policy, too. */
  const asked = (): string[] => served.requests.map(({ url }) => new URL(url).pathname + new URL(url).search).filter((each) => each.startsWith('/hub/'));

  it('solves a challenge of the hub, for which it asks before anything is sent', async () => {
    served = serve({ [path]: async () => Response.json(await challenge()) });
    const proof = new Proof('ratings');
    proof.begin(hub);
    proof.begin(hub);
    const header = await proof.send(hub, async (headers) => headers['civic-proof']);
    const { verified } = await verifySolution({ ...opened(header), deriveKey, hmacSignatureSecret: secret });
    expect(verified).to.equal(true);
    expect(asked()).to.deep.equal(['/hub/v1/challenge?for=ratings']);
  });

  it('is not given along where the hub wants none, knows none, or is away', async () => {
    for (const answer of [status(204), status(404), status(500), json({ no: 'challenge' })]) {
      served = serve({ [path]: answer });
      expect(await new Proof('ideas').send(hub, async (headers) => headers)).to.deep.equal({});
      served.restore();
    }
    served = serve({});
    expect(await new Proof('ideas').send(hub, async (headers) => headers)).to.deep.equal({});
  });

  it('is another one for each answer', async () => {
    served = serve({ [path]: async () => Response.json(await challenge()) });
    const proof = new Proof('ratings');
    const send = (): Promise<string | undefined> => proof.send(hub, async (headers) => headers['civic-proof']);
    expect(opened(await send()).challenge.parameters.nonce).to.not.equal(opened(await send()).challenge.parameters.nonce);
  });

  it('is another one where the hub does not take the first any longer; other refusals are not answered with it', async () => {
    served = serve({ [path]: async () => Response.json(await challenge()) });
    const tried: (string | undefined)[] = [];
    const stale = new SinkError('invalid', 'too old', { fields: [{ path: '/civic-proof', code: 'out-of-range', message: '' }] });
    const done = await new Proof('ratings').send(hub, async (headers) => {
      tried.push(headers['civic-proof']);
      if (tried.length === 1) throw stale;
      return 'kept';
    });
    expect(done).to.equal('kept');
    expect(new Set(tried).size).to.equal(2);
    const refused = new SinkError('refused', 'no');
    const error: unknown = await new Proof('ratings').send(hub, async () => Promise.reject(refused)).catch((reason: unknown) => reason);
    expect(error).to.equal(refused);
  });

  it('is worked out alike without the browser’s own arithmetic, as on a page that came over plain http', async () => {
    const { parameters } = await challenge();
    const [salt, password] = [new Uint8Array(16).fill(3), new TextEncoder().encode('password')];
    expect([...(await deriveKeyPlainly(parameters, salt, password)).derivedKey]).to.deep.equal([...(await deriveKey(parameters, salt, password)).derivedKey]);
    served = serve({});
  });
});
