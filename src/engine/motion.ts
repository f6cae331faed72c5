import type { Bins } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';
import { frameX, frameY, type Frame } from './frame.js';
import type { Scene } from './layer.js';
import { drawSymbol } from './marks.js';
import type { Palette } from './palette.js';

/** How long something moves, in milliseconds. */
const duration = 1000;
/** Who was further away than so many views did not go there: somebody else has his id. */
const views = 3;

/** More of what is drawn one by one is simply there: each frame would take longer than the next one waits. */
const most = 4000;

/** What became of rows when newer values of the same came. */
export interface Moves {
  /** Where each row was before, in Web Mercator metres; NaN where it was not there. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By row, 1 where it says something else than before. */
  readonly changed: Uint8Array;
  /** By row of the data before, 1 where it is not there any more. */
  readonly gone: Uint8Array;
}

/** Where bins are drawn at a moment, and how opaque. */
export interface Moment {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly alpha: Float64Array;
}

/** How bins come from where they were: how far away that is in metres. */
interface Ways {
  readonly bins: Bins;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly isNew: Uint8Array;
  readonly pulses: readonly number[];
}

interface Gone {
  readonly x: number;
  readonly y: number;
  readonly symbol: number;
  readonly scale: number;
}

/** How far x is away the shorter way around the world. */
const shorter = (metres: number): number => metres - 2 * halfWorld * Math.round(metres / (2 * halfWorld));

/**
 * Newer values of the same, for a second: what moved glides, what came fades in, what is gone fades out, and around what says
 * something else a ring grows. It asks for frames only as long as something is to be seen.
 */
export class Motion {
  readonly #moves: Moves;
  #began = 0;
  #t = 0;
  #gone: readonly Gone[] = [];
  #ways: Ways | undefined;
  #now: Moment | undefined;

  constructor(moves: Moves) {
    this.#moves = moves;
  }

  /** Takes over what was drawn of the values before; `scale` is how large a row's symbol was. */
  begin({ symbol }: Scene, bins: Bins | undefined, scale: (row: number) => number): void {
    const { gone } = this.#moves;
    this.#gone = Array.from(bins?.row ?? []).flatMap((row, i) => (bins!.count[i] === 1 && gone[row] ? [{ x: bins!.x[i]!, y: bins!.y[i]!, symbol: symbol(row), scale: scale(row) }] : []));
  }

  /** Where bins are now; `undefined` when they are where they belong, and nothing else is to be seen either. */
  at(bins: Bins, { resolution, width, height }: Frame): Moment | undefined {
    if (bins.length > most) return undefined;
    this.#began ||= performance.now();
    this.#t = (performance.now() - this.#began) / duration;
    if (this.#ways?.bins !== bins) this.#ways = this.#waysOf(bins, views * resolution * Math.max(width, height));
    const { x, y, isNew, pulses } = this.#ways;
    const isIdle = this.#gone.length + pulses.length === 0 && !isNew.includes(1) && x.every((each, i) => Math.hypot(each, y[i]!) < resolution / 4);
    if (this.#t >= 1 || isIdle) return undefined;
    const left = this.#left;
    this.#now = {
      x: bins.x.map((each, i) => each + x[i]! * left),
      y: bins.y.map((each, i) => each + y[i]! * left),
      alpha: Float64Array.from(isNew, (each) => (each ? this.#t : 1)),
    };
    return this.#now;
  }

  /** How far a row is away from where it belongs, in metres. */
  shift(row: number, { x, y }: Scene['places']): readonly [x: number, y: number] {
    const { x: fromX, y: fromY } = this.#moves;
    const left = this.#left;
    return Number.isNaN(fromX[row]) || this.#t >= 1 ? [0, 0] : [shorter(fromX[row]! - x[row]!) * left, (fromY[row]! - y[row]!) * left];
  }

  /** How much of the way is left: it begins and ends gently. */
  get #left(): number {
    return 1 - this.#t * this.#t * (3 - 2 * this.#t);
  }

  /** What is gone, and the rings. */
  draw(context: CanvasRenderingContext2D, frame: Frame, palette: Palette): void {
    context.globalAlpha = 1 - this.#t;
    for (const { x, y, symbol, scale } of this.#gone) drawSymbol(context, frame, x, y, symbol, palette, scale);
    for (const bin of this.#ways?.pulses ?? []) {
      context.beginPath();
      context.arc(frameX(frame, this.#now!.x[bin]!), frameY(frame, this.#now!.y[bin]!), 10 + 16 * this.#t, 0, 2 * Math.PI);
      for (const [width, colour] of [[5, palette.halo], [2.5, palette.accent]] as const) {
        context.lineWidth = width;
        context.strokeStyle = colour;
        context.stroke();
      }
    }
    context.globalAlpha = 1;
  }

  /** A cluster comes from where the middle of its rows was. */
  #waysOf(bins: Bins, farthest: number): Ways {
    const { x: fromX, y: fromY, changed } = this.#moves;
    const ways = { bins, x: new Float64Array(bins.length), y: new Float64Array(bins.length), isNew: new Uint8Array(bins.length), pulses: [] as number[] };
    for (let bin = 0; bin < bins.length; bin += 1) {
      const rows = bins.count[bin] === 1 ? [bins.row[bin]!] : bins.rows(bin);
      let [east, north, known] = [0, 0, 0];
      for (const row of rows) {
        if (Number.isNaN(fromX[row]!)) continue;
        east += shorter(fromX[row]! - bins.x[bin]!);
        north += fromY[row]! - bins.y[bin]!;
        known += 1;
      }
      const isKnown = known > 0 && Math.hypot(east, north) <= farthest * known;
      // Where many came to a few the middle moves, and nobody did.
      if (isKnown && known * 2 > rows.length) [ways.x[bin], ways.y[bin]] = [east / known, north / known];
      else if (!isKnown) ways.isNew[bin] = 1;
      if (isKnown && rows.length === 1 && changed[rows[0]!]) ways.pulses.push(bin);
    }
    return ways;
  }
}
