import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Places } from '../../model/dataset.js';
import { distance } from '../../model/distance.js';
import { latitude, longitude } from '../../model/mercator.js';
import { inSlices } from '../../sources/slices.js';

/** Where the reader is, in degrees; the accuracy is in metres. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy: number;
}

export type Refusal = 'refused' | 'insecure' | 'unavailable';

/** Regions that measure ways in miles. */
const miles = new Set(['US', 'GB', 'LR', 'MM']);

/** Where the reader is, asked for by a press of a button alone, and how far places are from there. It is sent nowhere. */
export class Whereabouts {
  readonly #host: ReactiveControllerHost;
  #asked = 0;

  position: Position | undefined;

  /** How far each row is, in metres; NaN without a place. */
  distances: Float64Array | undefined;

  asking = false;

  refusal: Refusal | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Asks the browser, which asks the reader. True when it is known how far all places are. */
  async find(places: Places): Promise<boolean> {
    const asked = (this.#asked += 1);
    this.forget();
    this.#asked = asked;
    this.asking = true;
    this.#host.requestUpdate();
    const found = await locate();
    if (asked !== this.#asked) return false;
    const distances = typeof found === 'string' ? undefined : await inSlices(measure(places, found), undefined);
    if (asked !== this.#asked) return false;
    this.asking = false;
    if (typeof found === 'string') this.refusal = found;
    else [this.position, this.distances] = [found, distances];
    this.#host.requestUpdate();
    return this.position !== undefined;
  }

  /** Measures anew, because places moved. True unless something else was asked meanwhile. */
  async again(places: Places): Promise<boolean> {
    const asked = (this.#asked += 1);
    const distances = await inSlices(measure(places, this.position!), undefined);
    if (asked !== this.#asked) return false;
    this.distances = distances;
    this.#host.requestUpdate();
    return true;
  }

  forget(): void {
    this.#asked += 1;
    this.position = undefined;
    this.distances = undefined;
    this.refusal = undefined;
    this.asking = false;
    this.#host.requestUpdate();
  }

  /** “350 m”, in the units of the reader's region and the numbers of the page. */
  away(row: number, { number }: Language): string | undefined {
    const metres = this.distances?.[row];
    if (metres === undefined || Number.isNaN(metres)) return undefined;
    const said = (value: number, unit: string, digits = 0): string => number(value, { style: 'unit', unit, maximumFractionDigits: digits });
    // Not every browser names its language by a valid tag: WebKit on a bare machine says “C”.
    const inMiles = miles.has(/-([a-z]{2})\b/i.exec(navigator.language)?.[1]?.toUpperCase() ?? '');
    const [small, large, feet, mile] = [metres, metres / 1000, metres / 0.3048, metres / 1609.344];
    if (inMiles) return mile < 0.19 ? said(Math.round(feet / 10) * 10, 'foot') : said(mile, 'mile', mile < 10 ? 1 : 0);
    return large < 0.995 ? said(Math.round(small / 10) * 10, 'meter') : said(large, 'kilometer', large < 10 ? 1 : 0);
  }
}

function locate(): Promise<Position | Refusal> {
  if (!isSecureContext) return Promise.resolve('insecure');
  return new Promise((resolve) => {
    if (!navigator.geolocation) resolve('unavailable');
    else {
      navigator.geolocation.getCurrentPosition(
        ({ coords: { longitude, latitude, accuracy } }) => resolve({ longitude, latitude, accuracy }),
        ({ code }) => resolve(code === 1 ? 'refused' : 'unavailable'),
        { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
      );
    }
  });
}

function* measure({ x, y }: Places, from: Position): Generator<void, Float64Array> {
  const distances = new Float64Array(x.length);
  for (let row = 0; row < x.length; row += 1) {
    distances[row] = distance(from.longitude, from.latitude, longitude(x[row]!), latitude(y[row]!));
    if ((row & 4095) === 4095) yield;
  }
  return distances;
}
