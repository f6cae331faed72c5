import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import type { Carrier, DeliveryFailure } from './deliveries.js';
import { forwardId, isWanted, progress, serviceOf, type Open311Forward, type Progress } from './forwards.js';
import { ideaOf } from './idea-store.js';
import { ask, detailOf, requestForm, type Asked } from './open311-client.js';
import type { ReplyRecord } from './open311-reply.js';
import { descriptionOf } from './open311-requests.js';
import type { DeliveryRow, IdeaRow } from './tables.js';
import { tell } from './webhooks.js';

/** In milliseconds: clocks of two systems differ. */
const slack = 3_600_000;

/**
 * Makes one request of Open311 of each idea. The standard has no way to say that a request is the same again, so none is
 * sent a second time unless it is certain that the first did not arrive. Where that is not certain the requests of that time are looked
 * through for it; as long as it is not among them it stays `uncertain`, for a person to decide.
 */
export function open311Carrier(database: Database, config: Pick<HubConfig, 'webhooks' | 'open311Forward'>): Carrier {
  const patience = 20_000;
  const { open311Forward: to } = config;
  const keep = (now: Progress): Promise<unknown> => database.updateTable('deliveries').set({ body: progress(now) }).where('id', '=', forwardId(now.idea)).execute();

  async function send(service: Open311Forward, row: IdeaRow): Promise<DeliveryFailure | undefined> {
    const service_code = serviceOf(service, row)!;
    await keep({ idea: row.id, sent: { at: new Date().toISOString(), service_code } });
    // An answer is waited for even where the hub is about to stop: what is given up is what nobody knows of.
    const asked = await ask(service, 'requests', { body: requestForm(service, service_code, row), repeatKey: row.id, patience });
    const { id, token } = isTaken(asked) ? receiptOf(asked.records) : {};
    if (id !== undefined) return arrived(service, row.id, id);
    if (token !== undefined) {
      await keep({ idea: row.id, token });
      return { code: 'pending', detail: '' };
    }
    const code = codeOf(asked);
    if (code !== 'uncertain') await keep({ idea: row.id });
    return { code, detail: detailOf(service, asked) };
  }

  async function follow(service: Open311Forward, idea: string, token: string): Promise<DeliveryFailure | undefined> {
    const asked = await ask(service, `tokens/${encodeURIComponent(token)}`, { patience });
    const { id } = isTaken(asked) ? receiptOf(asked.records) : {};
    return id === undefined ? { code: 'pending', detail: detailOf(service, asked) } : arrived(service, idea, id);
  }

  /** Looks for a request of that time which says the very same, and is known for no other idea. */
  async function look(service: Open311Forward, row: IdeaRow, { at, service_code }: NonNullable<Progress['sent']>, failure: DeliveryFailure): Promise<DeliveryFailure | undefined> {
    const days = { start_date: isoOf(Date.parse(at) - slack), end_date: isoOf(Date.parse(at) + slack) };
    const asked = await ask(service, 'requests', { query: { service_code, ...days }, patience });
    const same = asked.records.filter(({ service_request_id, description }) => service_request_id !== undefined && folded(description) === folded(descriptionOf(row)));
    const ids = [...new Set(same.map(({ service_request_id }) => service_request_id!))];
    const known = ids.length === 0 ? [] : await database.selectFrom('ideas').select('forwarded_id').where('forwarded_id', 'in', ids).execute();
    const found = ids.filter((id) => !known.some(({ forwarded_id }) => forwarded_id === id));
    return found.length === 1 ? arrived(service, row.id, found[0]!) : failure;
  }

  async function arrived({ page }: Open311Forward, idea: string, id: string): Promise<undefined> {
    await database.transaction().execute(async (transaction) => {
      const forwarded = { forwarded_id: id, forwarded_url: page?.replaceAll('{id}', encodeURIComponent(id)) ?? null, forwarded_at: new Date().toISOString() };
      const row = await transaction.updateTable('ideas').set(forwarded).where('id', '=', idea).returningAll().executeTakeFirst();
      if (row && row.status !== 'withdrawn') await tell(transaction, config, 'idea.changed', ideaOf(row));
    });
  }

  return {
    patience,
    async deliver({ body, code, failure }: DeliveryRow) {
      const { idea, sent, token } = JSON.parse(body) as Progress;
      if (!to) return { code: 'unset', detail: 'CIVIC_OPEN311_FORWARD names no system any more.' };
      const row = await database.selectFrom('ideas').selectAll().where('id', '=', idea).executeTakeFirst();
      if (!row || row.forwarded_id !== null) return undefined;
      if (token !== undefined) return follow(to, idea, token);
      if (sent) return look(to, row, sent, { code: 'uncertain', detail: code === 'uncertain' ? failure! : '' });
      return isWanted(to, row) ? send(to, row) : undefined;
    },
  };
}

const isTaken = ({ status = 0 }: Asked): boolean => status >= 200 && status < 300;

/** What the one request that was made is called. Ids are shown to people and put into addresses: what is longer is none. */
function receiptOf(records: readonly ReplyRecord[]): { readonly id?: string | undefined; readonly token?: string | undefined } {
  const short = (text: string | undefined): string | undefined => (text !== undefined && text.length <= 200 ? text : undefined);
  return { id: short(records[0]?.['service_request_id']), token: short(records[0]?.['token']) };
}

/** What a request that got no id means. The gateways of a service that is away say so by 502 and 504, but after they have sent it on. */
function codeOf({ status, isUnsent }: Asked): 'unreachable' | 'refused' | 'uncertain' {
  if (status === undefined) return isUnsent ? 'unreachable' : 'uncertain';
  if (status === 429 || status === 503) return 'unreachable';
  return status >= 300 && status < 500 && status !== 408 ? 'refused' : 'uncertain';
}

const isoOf = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
const folded = (text = ''): string => text.replace(/\s+/g, ' ').trim();
