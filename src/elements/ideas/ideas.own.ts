import { hasShape, Memory } from '../../controllers/memory.js';
import { newId } from '../../model/id.js';

/** An idea that this browser sent. Who holds the key may see it before it is published, and withdraw it. */
export interface OwnIdea {
  readonly id: string;
  readonly key: string;
  readonly title: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isOwnIdeas = (value: unknown): value is readonly OwnIdea[] =>
  Array.isArray(value) && value.every((each) => hasShape(each, { id: 'string', key: 'string', title: 'string' }));

/** The ideas that this browser sent to a hub. */
export const ownIdeas = (endpoint: string): Memory<readonly OwnIdea[]> => new Memory('local', `ideas ${endpoint}`, isOwnIdeas);

/** The ids of the ideas that this browser supports. */
export const ownSupport = (endpoint: string): Memory<readonly string[]> => new Memory('local', `support ${endpoint}`, isTexts);

/** The number under which this browser's support counts once: drawn by lot, and of no other use. */
export function supporter(): string {
  const memory = new Memory('local', 'supporter', isText);
  const known = memory.read();
  if (known) return known;
  const made = newId();
  memory.write(made);
  return made;
}

/** What stands in the form, field by field. Id and key are made with it: sent twice it is one idea. */
export interface Draft {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly address: string;
  /** Latitude and longitude as people write or paste them. */
  readonly point: string;
}

const shape = { id: 'string', key: 'string', title: 'string', text: 'string', category: 'string', address: 'string', point: 'string' };
const isDraft = (value: unknown): value is Draft => hasShape(value, shape);

// A draft is kept no longer than its tab: at a library's computer the next person must not find it.
// Each question of the city has a draft of its own.
export const draftMemory = (endpoint: string, challenge: string): Memory<Draft> => new Memory('session', `idea draft ${endpoint}${challenge && ` ${challenge}`}`, isDraft);
