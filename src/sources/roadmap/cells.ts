import type { CommitmentStatus, Link, MilestoneStatus, Money } from '../../model/commitment.js';
import type { Words } from './words.js';

/** What publishers write where they have nothing to say. */
const nothing = /^(?:|n\/?[ad]|none|null|tbd|tbc|unknown|[-–—.?]+)$/i;

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', 'US$': 'USD', '¥': 'JPY', '₹': 'INR', zł: 'PLN', 'Fr.': 'CHF', C$: 'CAD', A$: 'AUD' };

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
    if (isRecord(value)) return isRecord(value['amount']) ? this.money(value['amount'], currency) : this.money(value['amount'], this.text(value['currency']) ?? currency);
    const text = this.text(value);
    if (!text) return undefined;
    const amount = amountOf(text);
    if (amount === undefined) return this.note(`Amount “${text}” is no number.`);
    const sign = Object.keys(signs).find((each) => text.includes(each));
    const code = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? (sign ? signs[sign] : undefined) ?? (currency && (signs[currency] ?? currency.toUpperCase()));
    if (!code || !/^[A-Z]{3}$/.test(code)) return this.note(`Amount “${text}” has no currency: add a column “currency” with a code such as EUR.`);
    return { amount, currency: code };
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

  list(value: unknown): readonly string[] {
    const items = Array.isArray(value) ? value : (this.text(value)?.split(/[;,|\s]+/) ?? []);
    return items.map((item) => this.text(item)).filter((item) => item !== undefined);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of points and commas the last is the decimal mark, unless three digits follow it: amounts of money have no thousandths. */
function amountOf(text: string): number | undefined {
  const digits = text.replace(/[^\d.,'’-]/g, '').replace(/['’]/g, '').replace(/[.,]+$/, '').replace(/^[.,]+/, '');
  if (!/^-?\d/.test(digits)) return undefined;
  const [, whole = digits, decimals] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(digits) ?? [];
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${decimals ?? 0}`);
  return Number.isNaN(amount) ? undefined : amount;
}
