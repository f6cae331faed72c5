import type { HubInfo } from '../../src/model/hub.js';
import type { Idea, IdeaPage } from '../../src/model/idea.js';
import type { RatingSummary } from '../../src/model/rating.js';

/** What a hub answers, for tests to vary. */
export const info: HubInfo = {
  name: 'Test city',
  version: '0.1.0',
  moderation: 'before',
  minimum: 5,
  ideas: { categories: [{ code: 'green', label: { en: 'Parks' } }, { code: 'roads', label: { en: 'Roads' } }] },
};

export const summary: RatingSummary = {
  subject: 'https://www.city.example/parking',
  n: 20,
  minimum: 5,
  suppressed: false,
  min: 1,
  max: 5,
  mean: 4.15,
  satisfied: 0.8,
  distribution: [1, 1, 2, 6, 10].map((count, i) => ({ value: i + 1, count })),
  reasons: [{ code: 'clear', count: 9 }],
  period: { from: '2026-10-01', to: '2026-11-20' },
};

export const few: RatingSummary = { subject: summary.subject, n: 3, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] };

export function idea(id: string, more: Partial<Idea> = {}): Idea {
  const at = '2026-11-01T08:00:00Z';
  return { id, title: `Idea ${id}`, text: 'Because it would help many people.', status: 'open', supports: 7, created: at, updated: at, ...more };
}

export function pageOf(ideas: readonly Idea[], more: Partial<IdeaPage> = {}): IdeaPage {
  return { ideas, total: ideas.length, counts: { category: { green: 4, roads: 1 }, status: { open: 5 } }, ...more };
}

export function problem(status: number, more: object = {}, headers: Record<string, string> = {}): () => Response {
  return () => Response.json({ type: 'about:blank', title: 'No', status, ...more }, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}
