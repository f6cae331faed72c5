/** A file that every peer draws. */
export interface DataFile {
  readonly path: string;
  readonly format: 'csv' | 'geojson';
  readonly shape: 'points' | 'polygons';
  readonly rows: number;
  readonly body: Buffer;
}

/** What the pages know of the data beforehand: where it lies, in degrees, and its categories. */
export const bounds = { west: 2, south: 48, east: 3, north: 49 } as const;
export const kinds = ['oak', 'lime', 'maple', 'plane', 'birch', 'ash'] as const;

/** The same numbers in every run. */
export function randomness(): () => number {
  let seed = 42;
  return () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

interface Tree {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly lon: string;
  readonly lat: string;
  readonly height: string;
}

/** Trees, no two alike, strewn evenly: the worst that a view of all of them can be. */
function* trees(rows: number): Iterable<Tree> {
  const random = randomness();
  for (let id = 1; id <= rows; id += 1) {
    yield { id, name: `Tree ${id} of the city`, kind: kinds[Math.floor(random() * kinds.length)]!, lon: (bounds.west + random()).toFixed(6), lat: (bounds.south + random()).toFixed(6), height: (random() * 30).toFixed(1) };
  }
}

const collection = (features: readonly string[]): Buffer => Buffer.from(`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);

export function points(rows: number, format: 'csv' | 'geojson'): DataFile {
  const lines: string[] = format === 'csv' ? ['id,name,kind,lat,lon,height'] : [];
  for (const { id, name, kind, lon, lat, height } of trees(rows)) {
    lines.push(format === 'csv'
      ? `${id},${name},${kind},${lat},${lon},${height}`
      : `{"type":"Feature","properties":{"id":${id},"name":"${name}","kind":"${kind}","height":${height}},"geometry":{"type":"Point","coordinates":[${lon},${lat}]}}`);
  }
  return { path: `/data/points-${rows}.${format}`, format, shape: 'points', rows, body: format === 'csv' ? Buffer.from(`${lines.join('\n')}\n`) : collection(lines) };
}

/** Areas side by side, each with a ragged edge of so many vertices; long ones, as fields are, since what is smaller than 8 pixels `<civic-map>` draws as points. */
export function polygons(rows: number, vertices: number): DataFile {
  const random = randomness();
  const columns = Math.ceil(Math.sqrt(rows / 8));
  const lines = Math.ceil(rows / columns);
  const features = Array.from({ length: rows }, (_, row) => {
    const [x, y] = [bounds.west + ((row % columns) + 0.5) / columns, bounds.south + (Math.floor(row / columns) + 0.5) / lines];
    const ring = Array.from({ length: vertices - 1 }, (_, i) => {
      const [angle, reach] = [(2 * Math.PI * i) / (vertices - 1), 0.4 + 0.1 * random()];
      return `[${(x + (reach * Math.cos(angle)) / columns).toFixed(6)},${(y + (reach * Math.sin(angle)) / lines).toFixed(6)}]`;
    });
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    return `{"type":"Feature","properties":{"id":${row + 1},"name":"Area ${row + 1}","kind":"${kind}"},"geometry":{"type":"Polygon","coordinates":[[${[...ring, ring[0]].join(',')}]]}}`;
  });
  return { path: `/data/polygons-${rows}.geojson`, format: 'geojson', shape: 'polygons', rows, body: collection(features) };
}
