import type { HubInfo } from '../../src/model/hub.js';
import type { SimilarIdea } from '../../src/model/idea.js';
import type { Person } from '../src/authority.js';
import { Drafts } from './drafts.js';
import { Hub, Refused } from './hub.js';
import { listsOf } from './lists.js';
import type { RatingWords } from './rating-words.js';
import type { Speech } from './speech.js';

export type TabName = 'waiting' | 'all' | 'replies' | 'ratings' | 'comments' | 'log';

/** What was done, or why it was not, until the next thing is done. */
export interface Notice {
  readonly text: string;
  readonly isFailure?: boolean | undefined;
  /** In the hub's own words. */
  readonly detail?: string | undefined;
  /** Decisions that a button takes back. */
  readonly undo?: readonly string[] | undefined;
}

/** Asked before what nobody can take back. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly act: () => unknown;
}

export interface IdeaSearch {
  q: string;
  status: string;
  category: string;
  /** `stopped` is those that did not get into the city's other system. */
  forwarding: string;
  /** One idea alone, where it is named. */
  id: string;
}

const keysKey = 'civic-desk-keys';

/** All that the page knows. Whoever changes something says so with `changed`, and it is drawn. */
export class Desk {
  readonly hub = new Hub();
  readonly drafts = new Drafts();
  readonly speech: Speech;
  info: HubInfo | undefined;
  person: Person | undefined;
  /** What stands above the field for the token. */
  asks: 'first' | 'again' | 'refused' | 'failed' | undefined = 'first';
  isSending = false;
  notice: Notice | undefined;
  tab: TabName = 'waiting';
  waiting: { readonly ideas: number; readonly ratings: number; readonly comments: number; readonly forwards: number } | undefined;
  readonly search: IdeaSearch = { q: '', status: '', category: '', forwarding: '', id: '' };
  /** The address of the page whose comments are shown; empty is all. */
  subject = '';
  /** Ideas whose fields are open, whose whole text is shown, and what is like them. */
  readonly editing = new Set<string>();
  readonly whole = new Set<string>();
  readonly similar = new Map<string, readonly SimilarIdea[]>();
  /** The questions of ratings, by profile, once ratings were read. */
  ratingWords: RatingWords = new Map();
  /** What is asked before it is done. */
  question: Question | undefined;
  /** Titles of what the log names, by id. */
  readonly titles = new Map<string, string>();
  readonly lists;
  readonly #draw: () => void;
  #drawing: Promise<void> | undefined;

  constructor(speech: Speech, draw: () => void) {
    this.speech = speech;
    this.#draw = draw;
    this.lists = listsOf(this);
  }

  get mayDecide(): boolean {
    return this.person !== undefined && this.person.role !== 'reader';
  }

  /** What a category is called in the language of the page. */
  categoryName(code: string): string {
    const label = this.info?.ideas.categories.find((each) => each.code === code)?.label;
    return label?.[this.speech.tag] ?? label?.[this.speech.tag.split('-')[0]!] ?? label?.['en'] ?? code;
  }

  /** Whether single keys act on what has the focus. */
  get usesKeys(): boolean {
    return localStorage.getItem(keysKey) !== 'off';
  }

  set usesKeys(yes: boolean) {
    localStorage.setItem(keysKey, yes ? 'on' : 'off');
  }

  /** Draws once for all that changes at once, and gives when it is drawn. */
  changed(): Promise<void> {
    this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = undefined;
      this.#draw();
    });
    return this.#drawing;
  }

  /** Does what needs the token; where the hub no longer takes it, asks for another one, and all stays as it is. */
  async guarded<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (failure) {
      if (failure instanceof Refused && (failure.status === 401 || (failure.status === 403 && !(await this.#isKnown())))) {
        this.hub.token = undefined;
        this.asks = 'again';
        void this.changed();
      }
      throw failure;
    }
  }

  /** Whether the hub knows the token, whatever its holder may do. */
  async #isKnown(): Promise<boolean> {
    return this.hub.ask('moderation/me').then(() => true, (failure: unknown) => !(failure instanceof Refused && (failure.status === 401 || failure.status === 403)));
  }
}
