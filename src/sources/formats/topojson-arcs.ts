type Json = Readonly<Record<string, unknown>>;
type Position = readonly [number, number];

interface Transform {
  readonly scale: Position;
  readonly translate: Position;
}

const isPair = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

/** The lines that the shapes of a topology share, as one array of numbers: x, y, x, y … */
export interface Arcs {
  readonly positions: Float64Array;
  /** Where each arc begins, in positions, and the end of the last; an arc that cannot be read has none. */
  readonly starts: Uint32Array;
  readonly transform: Transform | undefined;
}

/** Decodes the arcs of a topology: where it is quantized, each position is a step from the one before. */
export function* readArcs(topology: Json): Generator<void, Arcs> {
  const arcs = Array.isArray(topology['arcs']) ? (topology['arcs'] as readonly unknown[]) : [];
  const transform = transformOf(topology['transform']);
  const count = arcs.reduce<number>((sum, arc) => sum + (Array.isArray(arc) ? arc.length : 0), 0);
  const positions = new Float64Array(count * 2);
  const starts = new Uint32Array(arcs.length + 1);
  let at = 0;
  for (let i = 0; i < arcs.length; i += 1) {
    if ((i & 255) === 255) yield;
    const arc = arcs[i];
    if (Array.isArray(arc) && arc.every(isPair)) {
      let [x, y] = [0, 0];
      for (const [stepX, stepY] of arc as readonly Position[]) {
        [x, y] = transform ? [x + stepX, y + stepY] : [stepX, stepY];
        [positions[at], positions[at + 1]] = placed([x, y], transform);
        at += 2;
      }
    }
    starts[i + 1] = at / 2;
  }
  return { positions: positions.subarray(0, at), starts, transform };
}

function transformOf(value: unknown): Transform | undefined {
  const { scale, translate } = (value ?? {}) as Json;
  return isPair(scale) && isPair(translate) ? { scale, translate } : undefined;
}

function placed([x, y]: Position, transform: Transform | undefined): [number, number] {
  return transform ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]] : [x, y];
}

/** The position of a point, which is quantized but no step. */
export const pointAt = (value: unknown, { transform }: Arcs): Position | undefined => (isPair(value) ? placed(value, transform) : undefined);

/** The line that arcs make one behind the other; `~i` is arc i from its end. `undefined` where one of them is not there. */
export function lineOf(indexes: unknown, { positions, starts }: Arcs): Position[] | undefined {
  if (!Array.isArray(indexes)) return undefined;
  const line: Position[] = [];
  for (const index of indexes as readonly unknown[]) {
    if (typeof index !== 'number' || !Number.isInteger(index)) return undefined;
    const arc = index < 0 ? ~index : index;
    const [start, end] = [starts[arc], starts[arc + 1]];
    if (start === undefined || end === undefined || start === end) return undefined;
    // Where one arc ends, the next begins.
    for (let k = line.length > 0 ? 1 : 0; k < end - start; k += 1) {
      const at = 2 * (index < 0 ? end - 1 - k : start + k);
      line.push([positions[at]!, positions[at + 1]!]);
    }
  }
  return line;
}
