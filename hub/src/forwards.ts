import type { IdeaStatus } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import type { IdeaRow } from './tables.js';

/** The city's own Open311 system, to which ideas are forwarded. */
export interface Open311Forward {
  /** The address below which `requests.json` lies; https, but on the same machine. */
  readonly endpoint: string;
  readonly api_key: string;
  readonly jurisdiction_id?: string | undefined;
  /** Its service codes by our categories. */
  readonly services: Readonly<Record<string, string>>;
  /** The service of all else; without it, what has no service of its own is not forwarded. */
  readonly service_code?: string | undefined;
  /** Once it is seen by everybody, or as soon as it comes. */
  readonly when: 'published' | 'received';
  /** Where an idea is that has no place, such as the town hall. */
  readonly address_string?: string | undefined;
  /** The page of a request there, with `{id}` where its id stands. */
  readonly page?: string | undefined;
  /** What the system speaks; the standard asks for XML, most speak JSON. */
  readonly format: 'json' | 'xml';
}

/** The delivery of an idea: one alone, so that nothing is forwarded twice. */
export const forwardId = (idea: string): string => `forward_${idea}`;

/** How far a forward has come, kept as the body of its delivery. Nothing of the idea is in it. */
export interface Progress {
  readonly idea: string;
  /** It was sent, and what came back is not known: written down before it is sent. */
  readonly sent?: { readonly at: string; readonly service_code: string } | undefined;
  /** Given for an id that is to come. */
  readonly token?: string | undefined;
}

export const progress = (now: Progress): string => JSON.stringify(now);

/** What somebody is still to work on; what is declined or done is none of it. */
const workable: readonly IdeaStatus[] = ['open', 'considered', 'planned'];

type Fields = Pick<IdeaRow, 'status' | 'category'>;

/** Which service an idea goes to, if to any. */
export const serviceOf = ({ services, service_code }: Open311Forward, { category }: Pick<IdeaRow, 'category'>): string | undefined =>
  (category !== null && Object.hasOwn(services, category) ? services[category] : service_code);

const isDue = (to: Open311Forward, idea: Fields): boolean => workable.includes(idea.status) && serviceOf(to, idea) !== undefined;

/** Whether it is still to be sent when its turn comes. */
export function isWanted(to: Open311Forward, idea: Fields): boolean {
  return isDue(to, idea) || (to.when === 'received' && idea.status === 'held' && serviceOf(to, idea) !== undefined);
}

/**
 * Writes down that an idea is to be forwarded, in the transaction of what made it so: that it came, that it was published,
 * that it got a category with a service. What was there before the setting was, is left where it is.
 */
export async function forward(transaction: Database, { open311Forward: to }: Pick<HubConfig, 'open311Forward'>, idea: IdeaRow, before?: Fields): Promise<void> {
  if (!to || idea.forwarded_id !== null) return;
  // What looks made by a machine goes nowhere before a person has seen it.
  const isNow = before ? isDue(to, idea) && !isDue(to, before) : isDue(to, idea) || (isWanted(to, idea) && idea.held === null);
  if (!isNow) return;
  const created = new Date().toISOString();
  await transaction.insertInto('deliveries')
    .values({ id: forwardId(idea.id), kind: 'open311', hook: to.endpoint, body: progress({ idea: idea.id }), created, attempts: 0, due: created, code: null, failure: null })
    .onConflict((conflict) => conflict.doNothing()).execute();
}
