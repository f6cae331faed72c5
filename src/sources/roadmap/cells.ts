import type { CommitmentStatus, Link, Milestone, MilestoneStatus, Money } from '../../model/commitment.js';
import { amountOf, currencyOf } from './money.js';
import type { Words } from './words.js';

/** What publishers write where they have nothing to say. */
const nothing = /^(?:|n\/?[ad]|none|null|tbd|tbc|unknown|[-–—.?]+)$/i;

/** Reads the values of one record, and notes what it cannot read. A value is whatever JSON or a cell holds. */
export class Cells {
  readonly #words: Words;
  readonly #tell: (reason: string) => void;

  constructor(words: Words, tell: (reason: string) => void) {
    this.#words = words;
    this.#tell = tell;
  }

  /** Says what could not be read, in English for the webmaster. */
  note(reason: string): undefined {
    this.#tell(reason);
    return undefined;
  }

  /** Text on one line per paragraph; the line breaks that some export as `<br>` are none of its words. */
  text(value: unknown): string | undefined {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const text = String(value).replace(/\s*<br\s*\/?>\s*/gi, ', ').trim();
    return nothing.test(text) ? undefined : text;
  }

  /** Who it is, by name alone or as `{ name }`. */
  name(value: unknown): string | undefined {
    return this.text(isRecord(value) ? value['name'] : value);
  }

  date(value: unknown, what: string): string | undefined {
    const text = this.text(value);
    if (!text) return undefined;
    return this.#words.date(text) ?? this.note(`${what} “${text}” is no date, or could be two: write it as 2026-11-23, 2026-11 or 2026.`);
  }

  status(value: unknown): CommitmentStatus {
    const text = this.text(value);
    if (!text) return 'planned';
    const known = this.#words.status(text);
    if (!known) this.note(`Status “${text}” is not known and shown as planned: use planned, started, completed, paused or cancelled.`);
    return known ?? 'planned';
  }

  milestoneStatus(value: unknown, met: string | undefined): MilestoneStatus {
    const text = this.text(value);
    if (!text) return met ? 'met' : 'scheduled';
    const known = this.#words.milestoneStatus(text);
    if (!known) this.note(`Milestone status “${text}” is not known and shown as scheduled: use scheduled, met, partiallyMet or notMet.`);
    return known ?? 'scheduled';
  }

  /** From 0 to 1; what is greater, or is said to be, is percent. */
  progress(value: unknown, percent = false): number | undefined {
    const text = this.text(value);
    if (!text) return undefined;
    const number = Number(text.replace('%', '').replace(',', '.').trim());
    const share = percent || number > 1 || text.includes('%') ? number / 100 : number;
    return share >= 0 && share <= 1 ? share : this.note(`Progress “${text}” is not between 0 and 100 %.`);
  }

  /** `{ amount, currency }`, or `1.200.000,50 €` with the sign, the code or a currency from elsewhere. */
  money(value: unknown, currency?: string): Money | undefined {
    if (isRecord(value)) return this.money(value['amount'], this.text(value['currency']) ?? currency);
    const text = this.text(value);
    if (!text) return undefined;
    const amount = amountOf(text);
    if (amount === undefined) return this.note(`Amount “${text}” is no number.`);
    const code = currencyOf(text, currency);
    return code ? { amount, currency: code } : this.note(`Amount “${text}” has no currency: add a column “currency” with a code such as EUR.`);
  }

  link(value: unknown): Link | undefined {
    if (isRecord(value)) {
      const url = this.text(value['url']);
      return url ? { url, title: this.text(value['title']) ?? this.text(value['name']) } : undefined;
    }
    const url = this.text(value);
    return url ? { url } : undefined;
  }

  links(value: unknown): readonly Link[] {
    const items = Array.isArray(value) ? value : isRecord(value) ? [value] : (this.text(value)?.split(/\s*[;|\n]\s*|\s+(?=https?:)/) ?? []);
    return items.map((item) => this.link(item)).filter((link) => link !== undefined);
  }

  /** Milestones by OC4IDS's names; one that has no title is named by its description or its place in the list. */
  milestones(value: unknown): readonly Milestone[] {
    if (!Array.isArray(value)) return [];
    return value.filter(isRecord).map((record, i) => {
      const dateMet = this.date(record['dateMet'], 'Date met');
      const title = this.text(record['title']);
      const description = this.text(record['description']);
      return {
        id: this.text(record['id']) ?? String(i + 1),
        title: title ?? description ?? String(i + 1),
        description: title ? description : undefined,
        dueDate: this.date(record['dueDate'], 'Due date of a milestone'),
        dateMet,
        status: this.milestoneStatus(record['status'], dateMet),
      };
    });
  }

  list(value: unknown): readonly string[] {
    const items = Array.isArray(value) ? value : (this.text(value)?.split(/[;,|\s]+/) ?? []);
    return items.map((item) => this.text(item)).filter((item) => item !== undefined);
  }
}

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
