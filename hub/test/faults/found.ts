import { openDatabase } from '../../src/database.js';
import type { HubConfig } from '../../src/config.js';
import { decidedField, type Heard } from './events.js';

/** What is really there. */
export interface Found {
  readonly ratings: readonly { readonly id: string; readonly value: number; readonly comment: string | null; readonly held: string | null; readonly reasons: readonly string[] }[];
  readonly ideas: readonly { readonly id: string; readonly title: string; readonly text: string; readonly answer: string | null; readonly supports: number; readonly comments: number }[];
  readonly comments: readonly { readonly id: string; readonly idea: string; readonly text: string; readonly status: string }[];
  /** The supporter is a hash. */
  readonly supports: readonly { readonly idea: string; readonly supporter: string }[];
  readonly decisions: readonly { readonly target: string; readonly kind: string; readonly after: string | null }[];
  /** What other systems were told or are to be told, each message once. */
  readonly events: readonly string[];
}

/** Reads the tables themselves. `heard` is what other systems were told already: it has left the tables. */
export async function readTables(where: HubConfig['database'], heard: Heard): Promise<Found> {
  const database = await openDatabase(where, async () => {});
  try {
    // First what is to be told: what is told meanwhile is then in both.
    const waiting = await database.selectFrom('deliveries').select(['id', 'body']).execute();
    const reasons = await database.selectFrom('rating_reasons').selectAll().execute();
    const decisions = await database.selectFrom('decisions').select(['target', 'kind', 'after']).execute();
    return {
      ratings: (await database.selectFrom('ratings').select(['id', 'value', 'comment', 'held']).execute()).map((row) => ({ ...row, reasons: reasons.filter(({ rating }) => rating === row.id).map(({ code }) => code).sort() })),
      ideas: await database.selectFrom('ideas').select(['id', 'title', 'text', 'answer', 'supports', 'comments']).execute(),
      comments: await database.selectFrom('comments').select(['id', 'idea', 'text', 'status']).execute(),
      supports: await database.selectFrom('supports').select(['idea', 'supporter']).execute(),
      decisions: decisions.map(({ target, kind, after }) => ({ target, kind, after: (JSON.parse(after) as Record<string, string | null>)[decidedField[kind]!] ?? null })),
      events: heard.with(waiting),
    };
  } finally {
    await database.destroy();
  }
}
