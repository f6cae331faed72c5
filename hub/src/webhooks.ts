import { randomUUID } from 'node:crypto';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';

/** What other systems are told of. */
export const events = ['rating.received', 'idea.received', 'idea.changed', 'idea.withdrawn', 'comment.received'] as const;
export type WebhookEvent = (typeof events)[number];

/** A system of the city's own that is told what happens here. */
export interface Webhook {
  /** Where it listens; https, but on the same machine. */
  readonly url: string;
  /** `whsec_` and the base64 of 24 to 64 bytes: by it the other side knows that it was us. */
  readonly secret: string;
  /** All, if none is named. */
  readonly events?: readonly WebhookEvent[] | undefined;
}

/**
 * Writes down what is to be told, in the transaction of what happened: either both are kept or neither. The telling is
 * for `Deliveries`. The body is that of Standard Webhooks: `{ type, timestamp, data }`.
 */
export async function tell(transaction: Database, { webhooks }: Pick<HubConfig, 'webhooks'>, type: WebhookEvent, data: object): Promise<void> {
  const wanting = webhooks.filter((hook) => hook.events?.includes(type) ?? true);
  if (wanting.length === 0) return;
  const created = new Date().toISOString();
  const body = JSON.stringify({ type, timestamp: created, data });
  await transaction.insertInto('deliveries').values(wanting.map(({ url }) => ({ id: `msg_${randomUUID()}`, hook: url, body, created, attempts: 0, due: created, failure: null }))).execute();
}
