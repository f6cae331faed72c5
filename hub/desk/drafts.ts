import type { Idea, IdeaStatus } from '../../src/model/idea.js';

/** What somebody has changed of an idea's fields and not sent. What is absent was not touched. */
export interface Draft {
  readonly text?: string;
  readonly by?: string;
  readonly status?: IdeaStatus;
  /** Empty is none. */
  readonly category?: string;
  /** Ids with commas between. */
  readonly commitments?: string;
}

const key = 'civic-desk-drafts';
const byKey = 'civic-desk-by';

/** What was typed and not sent, by idea: it outlives a reload and signing in again, and ends with the tab or by signing out. */
export class Drafts {
  readonly #all = new Map<string, Draft>(Object.entries(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, Draft>));

  get size(): number {
    return this.#all.size;
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  /** Who gave the last answer, which is who gives the next one. */
  get by(): string {
    return sessionStorage.getItem(byKey) ?? '';
  }

  set by(name: string) {
    sessionStorage.setItem(byKey, name);
  }

  change(id: string, more: Draft): void {
    this.#all.set(id, { ...this.#all.get(id), ...more });
    this.#keep();
  }

  drop(id: string): void {
    if (this.#all.delete(id)) this.#keep();
  }

  clear(): void {
    this.#all.clear();
    for (const each of [key, byKey]) sessionStorage.removeItem(each);
  }

  /** What the fields of an idea show: what was typed, else what is kept. */
  of(idea: Idea): Required<Draft> {
    return {
      text: idea.answer?.text ?? '', by: idea.answer?.by ?? this.by, status: idea.status, category: idea.category ?? '', commitments: idea.commitments?.join(', ') ?? '',
      ...this.#all.get(idea.id),
    };
  }

  #keep(): void {
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(this.#all)));
  }
}

/** What the fields of an idea would change, as the hub takes it; without any field where nothing would. */
export function changeOf(idea: Idea, { text, by, status, category, commitments }: Required<Draft>): Record<string, unknown> {
  const ids = commitments.split(/[\s,;]+/).filter(Boolean);
  const said = text.trim();
  const isSaid = said === (idea.answer?.text ?? '') && (said === '' || by.trim() === (idea.answer?.by ?? ''));
  return {
    ...(status !== idea.status && { status }),
    ...(!isSaid && { answer: said === '' ? null : { text: said, by: by.trim() } }),
    ...(category !== (idea.category ?? '') && { category: category || null }),
    ...(ids.join() !== (idea.commitments ?? []).join() && { commitments: ids }),
  };
}
