import type { Scene } from '../../engine/layer.js';
import { shapeAt } from '../../engine/shapes-hit.js';
import type { About, Dataset, Places } from '../../model/dataset.js';
import { openDataset } from '../../sources/open.js';

/** What lies beneath the cross: the city's own open data, or nothing but the bundled basemap. */
export interface Ground {
  readonly scene: Scene;
  /** Whose data it is. */
  readonly about: About | undefined;
  /** What the area around a spot is called; the spot is in Web Mercator metres. */
  name(x: number, y: number): string | undefined;
}

const nowhere: Places = {
  located: 0,
  bounds: [-180, -60, 180, 75],
  x: new Float64Array(),
  y: new Float64Array(),
  kind: () => undefined,
  shapes: undefined,
};

/** The whole world without any data. */
export const bareGround: Ground = { scene: sceneOf(nowhere), about: undefined, name: () => undefined };

/** Reads the ground from an address of open data. Throws `SourceError`. */
export async function readGround(address: string, signal: AbortSignal): Promise<Ground> {
  const { places, about, columns, roles } = await openDataset(address, { signal });
  return places && places.located > 0 ? { scene: sceneOf(places), about, name: namesOf(places, columns[roles.title ?? -1]) } : bareGround;
}

function sceneOf(places: Places): Scene {
  // One symbol for everything: it says where one is, not what is what.
  return { places, rows: Uint32Array.from(places.x.keys()), symbol: () => 0, selected: undefined, ground: true };
}

function namesOf({ shapes }: Places, titles: Dataset['columns'][number] | undefined): Ground['name'] {
  if (!shapes || !titles) return bareGround.name;
  const rows = Uint32Array.from(shapes.kinds.keys());
  return (x, y) => {
    const row = shapeAt(shapes, rows, x, y, 0);
    const title = row === undefined ? undefined : titles.value(row);
    return title === undefined ? undefined : String(title);
  };
}
