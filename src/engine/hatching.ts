import type { Palette } from './palette.js';
import { outlines } from './symbols.js';

/** Pixels between two lines of the lowest class. */
const widest = 12;

const known = new WeakMap<Palette, Map<string, CanvasPattern | null>>();

/** Lines for what has no value, and for all classes where their colours are the same, as in forced colours: the higher the class, the closer they are. */
export function hatched(context: CanvasRenderingContext2D, symbol: number, palette: Palette): CanvasPattern | undefined {
  const { symbols, halo } = palette;
  const place = symbol - outlines.length;
  if (place >= 0 && symbols[outlines.length] !== symbols[outlines.length + 1]) return undefined;
  const ratio = context.getTransform().a;
  const patterns = known.get(palette) ?? new Map<string, CanvasPattern | null>();
  known.set(palette, patterns);
  const key = `${symbol} ${ratio}`;
  if (!patterns.has(key)) patterns.set(key, pattern(context, place, symbols[symbol]!, halo, ratio));
  return patterns.get(key) ?? undefined;
}

function pattern(context: CanvasRenderingContext2D, place: number, colour: string, ground: string, ratio: number): CanvasPattern | null {
  const side = Math.max(2, Math.round((place < 0 ? 8 : Math.max(3, widest - 1.5 * place)) * ratio));
  const tile = document.createElement('canvas');
  tile.width = tile.height = side;
  const on = tile.getContext('2d');
  if (!on) return null;
  on.fillStyle = ground;
  on.fillRect(0, 0, side, side);
  on.strokeStyle = colour;
  on.lineWidth = (place < 0 ? 1 : 1.5) * ratio;
  on.beginPath();
  // Beyond the corners, so that the lines of neighbours meet; what has no value leans the other way.
  for (const shift of [-side, 0, side]) {
    on.moveTo(shift - 1, place < 0 ? -1 : side + 1);
    on.lineTo(shift + side + 1, place < 0 ? side + 1 : -1);
  }
  on.stroke();
  const made = context.createPattern(tile, 'repeat');
  made?.setTransform(new DOMMatrix().scale(1 / ratio));
  return made;
}
