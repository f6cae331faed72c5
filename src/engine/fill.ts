import { contrast } from './contrast.js';
import { hatched } from './hatching.js';
import type { Palette } from './palette.js';

/**
 * An area whose colour says something: no other colour shines through. Where the colour does not stand out from the ground, its edge
 * does; where it does, the edge keeps it apart from its neighbours. Of what is small the edge would hide all else.
 */
export function fill(context: CanvasRenderingContext2D, symbol: number, palette: Palette, pixels: number, isSmall: boolean): void {
  context.globalAlpha = 1;
  const hatching = hatched(context, symbol, palette);
  context.fillStyle = hatching ?? palette.symbols[symbol]!;
  context.fill('evenodd');
  context.lineWidth = Math.min(0.9, Math.max(0.4, pixels / 40));
  // In its own colour, so that the ground does not shine through between neighbours.
  if (isSmall && !hatching) context.strokeStyle = palette.symbols[symbol]!;
  else context.strokeStyle = !hatching && standsOut(context, symbol, palette) ? palette.halo : palette.ink;
  context.stroke();
  context.globalAlpha = 1;
}

const known = new WeakMap<Palette, Map<number, boolean>>();

/** Whether the colour of a symbol has a contrast of 3:1 on land. */
function standsOut(context: CanvasRenderingContext2D, symbol: number, palette: Palette): boolean {
  const all = known.get(palette) ?? new Map<number, boolean>();
  known.set(palette, all);
  const before = all.get(symbol);
  if (before !== undefined) return before;
  const found = contrast(context, palette.symbols[symbol]!, palette.land) >= 3;
  all.set(symbol, found);
  return found;
}
