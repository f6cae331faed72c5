import { Hono } from 'hono';
import { packageJson } from './datasets/package-files.js';

/** A feed of a bicycle hire that nobody runs: GBFS 2.3, so that a map has something that changes. One station a borough of London. */
interface Station {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity: number;
}

const ttl = 15;

const stations = (): readonly Station[] =>
  packageJson<{ name: string; cx: number; cy: number }[]>('vega-datasets/data/londonCentroids.json').map(({ name, cx, cy }, i) => ({ id: String(i + 1), name, lon: cx, lat: cy, capacity: 12 + ((i * 7) % 17) }));

/** How many bicycles stand there: a wave of the day, each station in its own step, changing with every quarter of a minute. */
function bikesAt({ id, capacity }: Station, seconds: number): number {
  const step = Math.floor(seconds / ttl);
  const wave = Math.sin(step / 9 + Number(id)) * 0.35 + Math.sin(step / 2.3 + Number(id) * 5) * 0.15 + 0.5;
  return Math.round(capacity * Math.min(1, Math.max(0, wave)));
}

export function liveRoutes(): Hono {
  const all = stations();
  const answer = (data: unknown) => ({ last_updated: Math.floor(Date.now() / 1000), ttl, version: '2.3', data });
  const feeds = (origin: string) => ['system_information', 'station_information', 'station_status'].map((name) => ({ name, url: `${origin}/live/${name}.json` }));
  return new Hono()
    .get('/live/gbfs.json', (context) => context.json(answer({ en: { feeds: feeds(new URL(context.req.url).origin) } })))
    .get('/live/system_information.json', (context) => context.json(answer({ system_id: 'elmhaven', language: 'en', name: 'Elmhaven bikes (simulated)', timezone: 'Europe/London', operator: 'City of Elmhaven' })))
    .get('/live/station_information.json', (context) => context.json(answer({ stations: all.map(({ id, name, lon, lat, capacity }) => ({ station_id: id, name, lon, lat, capacity })) })))
    .get('/live/station_status.json', (context) => {
      const now = Date.now() / 1000;
      return context.json(answer({
        stations: all.map((station) => {
          const bikes = bikesAt(station, now);
          return { station_id: station.id, num_bikes_available: bikes, num_docks_available: station.capacity - bikes, is_installed: true, is_renting: true, is_returning: true, last_reported: Math.floor(now) };
        }),
      }));
    });
}
