import { createHmac, randomUUID } from 'node:crypto';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { networkFault, type Carrier } from './deliveries.js';

/** What other systems are told of. */
export const events = ['rating.received', 'idea.received', 'idea.changed', 'idea.withdrawn', 'comment.received', 'comment.changed'] as const;
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
  await transaction.insertInto('deliveries').values(wanting.map(({ url }) => ({ id: `msg_${randomUUID()}`, kind: 'webhook' as const, hook: url, body, created, attempts: 0, due: created, code: null, failure: null }))).execute();
}

/** Posts what is to be told to who wants it; whatever is no 2xx is tried again. */
export const webhookCarrier = ({ webhooks }: Pick<HubConfig, 'webhooks'>): Carrier => ({
  patience: 10_000,
  async deliver({ id, hook, body }, stop) {
    const secret = webhooks.find(({ url }) => url === hook)?.secret;
    if (secret === undefined) return { code: 'unset', detail: 'CIVIC_WEBHOOKS has no such address any more.' };
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(hook, {
        method: 'POST', body, redirect: 'error', signal: AbortSignal.any([AbortSignal.timeout(this.patience), stop]),
        headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatureOf(secret, id, timestamp, body) },
      });
      await response.body?.cancel();
      return response.ok ? undefined : { code: 'unreachable', detail: `It answered ${response.status}.` };
    } catch (error) {
      return { code: 'unreachable', detail: networkFault(error) };
    }
  },
});

/** As Standard Webhooks has it: HMAC-SHA256 of `id.timestamp.body` in base64. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
