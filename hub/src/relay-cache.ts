/** An answer as it came, with what tells whether it still holds. */
export interface Kept {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
  /** Until when it may be given without asking again, in milliseconds since 1970. */
  readonly fresh: number;
}

/** The most that is kept in all, and of one answer, in bytes. */
const most = 64_000_000;
export const mostOfOne = 8_000_000;
/** Nothing is asked for more often than this, in seconds, and nothing is believed for longer than a day. */
const [shortest, longest] = [10, 86_400];

/** Answers in the order of their last use; what was not used for longest goes first. */
export class RelayCache {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  find(url: string): Kept | undefined {
    const kept = this.#kept.get(url);
    if (kept) {
      this.#kept.delete(url);
      this.#kept.set(url, kept);
    }
    return kept;
  }

  keep(url: string, kept: Kept): void {
    this.#forget(url);
    this.#kept.set(url, kept);
    this.#bytes += kept.body.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= most) return;
      this.#forget(oldest);
    }
  }

  #forget(url: string): void {
    this.#bytes -= this.#kept.get(url)?.body.length ?? 0;
    this.#kept.delete(url);
  }
}

/** Until when an answer may be given again; `undefined` where its sender does not want it kept. */
export function freshUntil(cacheControl: string | undefined, now: number): number | undefined {
  const said = cacheControl?.toLowerCase() ?? '';
  if (/\b(no-store|private)\b/.test(said)) return undefined;
  const age = /\bs-maxage=(\d+)/.exec(said)?.[1] ?? /\bmax-age=(\d+)/.exec(said)?.[1];
  return now + 1000 * Math.min(longest, Math.max(shortest, /\bno-cache\b/.test(said) ? 0 : Number(age ?? 0)));
}
