// Where the browser forbids storage (private mode, blocked site data), the page itself remembers until it is left.
const page = new Map<string, string>();

/** What this browser remembers for this site: `session` until the tab is closed, `local` until it is cleared. Never throws. */
export class Memory<T> {
  readonly #area: 'session' | 'local';
  readonly #name: string;
  readonly #valid: (value: unknown) => value is T;

  /** `valid` guards against what an older version, or someone else on the same site, has written. */
  constructor(area: 'session' | 'local', name: string, valid: (value: unknown) => value is T) {
    this.#area = area;
    this.#name = `civic-elements ${name}`;
    this.#valid = valid;
  }

  read(): T | undefined {
    try {
      const value: unknown = JSON.parse(page.get(this.#name) ?? this.#storage.getItem(this.#name) ?? 'null');
      return this.#valid(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** `undefined` forgets. */
  write(value: T | undefined): void {
    page.delete(this.#name);
    try {
      if (value === undefined) this.#storage.removeItem(this.#name);
      else this.#storage.setItem(this.#name, JSON.stringify(value));
    } catch {
      if (value !== undefined) page.set(this.#name, JSON.stringify(value));
    }
  }

  // Merely to touch the property throws where storage is forbidden.
  get #storage(): Storage {
    return this.#area === 'session' ? sessionStorage : localStorage;
  }
}

/** Whether a value is an object whose fields are of the named types; a field marked `?` may be absent. */
export function hasShape(value: unknown, shape: Readonly<Record<string, string>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).every(([name, type]) => (type.endsWith('?') && fields[name] === undefined) || typeof fields[name] === type.replace('?', ''));
}
