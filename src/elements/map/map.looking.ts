import type { Bounds, Dataset } from '../../model/dataset.js';

export interface LookingOptions {
  /** Reads what lies in a box. Rejects where it cannot. */
  readonly read: (signal: AbortSignal) => Promise<Dataset>;
  /** It came. */
  readonly renewed: (data: Dataset) => void;
}

/** Whoever still moves is not asked for anything, in milliseconds. */
const pause = 500;
/** How much more than the view is asked for, on each side, so that a short way needs no new answer. */
const margin = 0.25;
/** Seen four times as near, a box holds few enough places that more of them may come. */
const nearer = 4;

/** Reads what is looked at, of a source that is too large to be read whole. */
export class Looking {
  readonly #options: LookingOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | undefined;

  /** The box that was asked for last. */
  view: Bounds | undefined;

  constructor(options: LookingOptions) {
    this.#options = options;
  }

  /** The map came to rest. */
  rested(bounds: Bounds, { report, places }: Dataset): void {
    clearTimeout(this.#timer);
    // A source that was asked for a box and gave something else knows no boxes.
    if (this.view && (!report.view || serves(this.view, bounds))) return;
    // Where the map begins it shows all that came: only who looks nearer wants more.
    if (!this.view && places && holds(bounds, places.bounds)) return;
    this.#timer = setTimeout(() => void this.#read(widened(bounds)), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#reading?.abort();
  }

  async #read(view: Bounds): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const before = this.view;
    this.view = view;
    try {
      const data = await this.#options.read(reading.signal);
      if (reading === this.#reading) this.#options.renewed(data);
    } catch {
      // What is there stays; the next move asks again.
      if (reading === this.#reading) this.view = before;
    }
  }
}

const width = ([west, , east]: Bounds): number => (east - west + 360) % 360 || 360;

/** Whether what was asked for holds all that is seen, and is not much more than that. */
function serves(asked: Bounds, seen: Bounds): boolean {
  return holds(asked, seen) && width(asked) <= nearer * width(seen);
}

function holds(outer: Bounds, inner: Bounds): boolean {
  const fromWest = (inner[0] - outer[0] + 360) % 360;
  return fromWest + width(inner) <= width(outer) + 1e-9 && inner[1] >= outer[1] && inner[3] <= outer[3];
}

function widened(bounds: Bounds): Bounds {
  const [west, south, east, north] = bounds;
  const [x, y] = [width(bounds) * margin, (north - south) * margin];
  const turned = (degrees: number): number => ((degrees + 540) % 360) - 180;
  const [low, high] = [Math.max(-90, south - y), Math.min(90, north + y)];
  return width(bounds) + 2 * x >= 360 ? [-180, low, 180, high] : [turned(west - x), low, turned(east + x), high];
}
