import { nextAttempt, type Letter } from '../model/letter.js';
import { endpointUrl } from '../sinks/endpoints.js';
import { deliver } from '../sinks/http.js';
import { SinkError } from '../sinks/sink.js';
import { isAllowed } from './hub.js';
import { changeLetter, readLetters, tell } from './outbox.store.js';
import { Proof } from './proof.js';

/** In milliseconds: so long a letter belongs to the page that sends it; a page that is closed meanwhile leaves it to the others. */
const lease = 60_000;

const purposes = { rating: 'ratings', idea: 'ideas', comment: 'comments' } as const;

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let isListening = false;

/** Sends what is due, now and whenever something becomes due while the page is open. */
export function startPost(): void {
  if (!isListening) {
    isListening = true;
    // What waited for a connection need not wait any longer.
    addEventListener('online', () => void run(true));
  }
  void run(false);
}

/** Sends one letter although it is not due yet. */
export async function sendNow(id: string): Promise<void> {
  await changeLetter(id, (letter) => ({ ...letter, due: 0, failure: undefined }));
  tell({});
  await run(false);
}

function run(isOnline: boolean): Promise<void> {
  return (running ??= sendAll(isOnline).catch(() => {}).finally(() => {
    running = undefined;
  }));
}

async function sendAll(isOnline: boolean): Promise<void> {
  clearTimeout(timer);
  // Another page of the site may send less than the one that a letter was written on.
  const mine = async (): Promise<Letter[]> => (await readLetters()).filter(({ failure, hub }) => failure === undefined && isAllowed(hub, location.href));
  for (const { id, due } of await mine()) if (due <= Date.now() || isOnline) await send(id);
  const dues = (await mine()).map(({ due, claimed }) => Math.max(due, claimed));
  if (dues.length > 0) timer = setTimeout(() => void run(false), Math.max(1000, Math.min(...dues) - Date.now()));
}

async function send(id: string): Promise<void> {
  const now = Date.now();
  const letter = await changeLetter(id, (each) => (each.claimed > now ? undefined : { ...each, claimed: now + lease }));
  if (!letter) return;
  tell({});
  try {
    const answer = await deliverLetter(letter);
    await changeLetter(id, (each) => next(each, letter) ?? null);
    tell({ arrived: { id, answer } });
  } catch (error) {
    const { reason, retryAfter } = error instanceof SinkError ? error : new SinkError('refused', String(error));
    const failed = (each: Letter): Letter => ({ ...each, claimed: 0, attempts: each.attempts + 1 });
    await changeLetter(id, (each) => next(each, letter) ?? (reason === 'unreachable' || reason === 'limited'
      ? { ...failed(each), due: nextAttempt(each, Date.now(), retryAfter) }
      : { ...failed(each), failure: reason }));
    tell({});
  }
}

/** What replaced a letter while that was on its way: the last wish wins, so it goes out next. */
const next = (each: Letter, sent: Letter): Letter | undefined => (each.made === sent.made ? undefined : { ...each, claimed: 0, due: 0 });

function deliverLetter({ kind, path, method = 'POST', body, headers, ...letter }: Letter): Promise<unknown> {
  const hub = endpointUrl(letter.hub, location.href);
  const put = (proof: Readonly<Record<string, string>>): Promise<unknown> => deliver(new URL(path, hub), { method, body, headers: { ...headers, ...proof } });
  // Support has a number under which it counts once, and nothing to prove.
  return kind === 'support' ? put({}) : new Proof(purposes[kind]).send(hub, put);
}
