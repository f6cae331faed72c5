import { Motion } from '../../engine/motion.js';
import type { Dataset } from '../../model/dataset.js';
import type { Asked } from './map.styling.js';

/** More rows are simply there: nobody follows them all, and a slow phone could not draw it. */
const most = 20_000;

/** How newer values come out of those before: what moved, came, went or says something else; `undefined` where nobody would see it. */
export function motionBetween(before: Dataset, after: Dataset, sameRow: (row: number) => number | undefined, { colorBy, sizeBy }: Pick<Asked, 'colorBy' | 'sizeBy'>): Motion | undefined {
  const [old, now] = [before.places, after.places];
  if (!old || !now || Math.max(before.length, after.length) > most) return undefined;
  const roles = [after.roles.category, after.roles.free].map((index) => after.columns[index ?? -1]?.name);
  const watched = [...new Set([...roles, colorBy, sizeBy])].flatMap((name) => {
    const pair = [before, after].map(({ columns }) => columns.find((column) => column.name === name));
    return pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
  });
  const moves = {
    x: new Float64Array(after.length).fill(Number.NaN),
    y: new Float64Array(after.length).fill(Number.NaN),
    changed: new Uint8Array(after.length),
    gone: new Uint8Array(before.length).fill(1),
  };
  for (let row = 0; row < after.length; row += 1) {
    const was = sameRow(row);
    if (was === undefined) continue;
    moves.gone[was] = 0;
    [moves.x[row], moves.y[row]] = [old.x[was]!, old.y[was]!];
    moves.changed[row] = Number(watched.some(([one, other]) => one.value(was) !== other.value(row)));
  }
  return new Motion(moves);
}
