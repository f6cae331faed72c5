import { randomUUID } from 'node:crypto';
import type { Random } from '../../../test/fuzz/random.js';
import { idea, moderator, rating } from '../client.js';
import type { Entry, Ledger } from './ledger.js';

/** The page that all ratings are about. */
export const subject = 'https://www.city.example/survey';

/** One request as an element or the desk sends it, and what the ledger says of it once it is known what became of it. */
export interface Letter {
  readonly method: 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** An acknowledged letter is sent for good; of any other nobody knows whether it arrived. */
  settle(isAcknowledged: boolean): void;
}

interface Own {
  readonly kind: 'idea' | 'rating' | 'comment';
  readonly id: string;
}

/** Writes letters of one client: what it sends is its own, but for ideas, which everybody supports and comments on. */
export class Writer {
  readonly #random: Random;
  readonly #ledger: Ledger;
  /** What arrived for sure, and can be decided on. */
  readonly #own: Own[] = [];
  readonly #supports: string[] = [];
  #count = 0;

  constructor(random: Random, ledger: Ledger) {
    this.#random = random;
    this.#ledger = ledger;
  }

  next(): Letter {
    this.#count += 1;
    const chance = this.#random.below(100);
    const ideas = [...this.#ledger.ideas].filter(([, { isAcknowledged }]) => isAcknowledged).slice(-50).map(([id]) => id);
    if (chance < 10 || ideas.length === 0) return this.#idea();
    if (chance < 45) return this.#rating();
    if (chance < 65) return this.#comment(this.#random.of(ideas));
    if (chance < 82 || this.#own.length === 0) return this.#support(this.#random.of(ideas));
    return this.#decision(this.#random.of(this.#own));
  }

  #rating(): Letter {
    const content = { value: 1 + this.#random.below(5), comment: `What I found was number ${this.#count} of my list.`, reasons: ['other'] };
    const body = rating({ subject: { url: subject }, score: { value: content.value, min: 1, max: 5 }, comment: content.comment, reasons: content.reasons });
    return { method: 'POST', path: '/v1/ratings', body, settle: this.#enter('rating', this.#ledger.ratings, body['id'] as string, content) };
  }

  #idea(): Letter {
    const content = { title: `More benches by river number ${this.#count}`, text: `Older people want to rest on way ${this.#count} along the water.` };
    const body = idea(content);
    return { method: 'POST', path: '/v1/ideas', body, settle: this.#enter('idea', this.#ledger.ideas, body.id, content) };
  }

  #comment(on: string): Letter {
    const content = { idea: on, text: `I agree, for reason number ${this.#count}.` };
    const id = randomUUID();
    return { method: 'POST', path: `/v1/ideas/${on}/comments`, body: { id, key: `key-${id}`, text: content.text }, settle: this.#enter('comment', this.#ledger.comments, id, content) };
  }

  /** Gives support to an idea, or changes what this client said of one before. */
  #support(on: string): Letter {
    const { supports } = this.#ledger;
    const known = this.#supports.length > 0 && this.#random.below(2) === 0 ? supports.get(this.#random.of(this.#supports)) : undefined;
    const support = known ?? { idea: on, supporter: randomUUID(), possible: [false] };
    const [wanted, before] = [!support.possible.at(-1), support.possible];
    const key = `${support.idea} ${support.supporter}`;
    supports.set(key, support);
    if (!known) this.#supports.push(key);
    support.possible = [...before, wanted];
    return {
      method: wanted ? 'PUT' : 'DELETE', path: `/v1/ideas/${support.idea}/support`, headers: { 'civic-supporter': support.supporter },
      settle: (isAcknowledged) => {
        if (isAcknowledged) support.possible = [wanted];
      },
    };
  }

  #decision({ kind, id }: Own): Letter {
    const { decisions } = this.#ledger;
    const { steps } = decisions.get(id) ?? { steps: [] as Entry<string | null>[] };
    decisions.set(id, { kind, steps });
    const isFirst = steps.length % 2 === 0;
    const [change, content] = {
      idea: [{ answer: { text: `The city says ${steps.length + 1} to this.` } }, `The city says ${steps.length + 1} to this.`],
      rating: isFirst ? [{ status: 'deleted' }, 'deleted'] : [{ status: 'counted' }, null],
      comment: isFirst ? [{ status: 'deleted' }, 'deleted'] : [{ status: 'open' }, 'open'],
    }[kind] as [object, string | null];
    const step: Entry<string | null> = { content, isAcknowledged: false };
    steps.push(step);
    return {
      method: 'PATCH', path: `/v1/${kind}s/${id}`, body: change, headers: moderator,
      settle: (isAcknowledged) => {
        step.isAcknowledged = isAcknowledged;
        // What would come next depends on whether this one arrived.
        if (!isAcknowledged) this.#own.splice(this.#own.findIndex((each) => each.id === id), 1);
      },
    };
  }

  /** Writes down what is about to be sent. */
  #enter<T>(kind: Own['kind'], entries: Map<string, Entry<T>>, id: string, content: T): Letter['settle'] {
    const entry: Entry<T> = { content, isAcknowledged: false };
    entries.set(id, entry);
    return (isAcknowledged) => {
      entry.isAcknowledged = isAcknowledged;
      if (isAcknowledged) this.#own.push({ kind, id });
    };
  }
}
