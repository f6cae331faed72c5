import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startDemo } from '../support/demo.js';
import { startStatic } from '../support/static-server.js';
import { settled } from '../support/watched-page.js';

/**
 * Pictures for the eye, in screenshots/: `npm run build && tsx test/bench/screenshots.ts` shows the demo's pages, and real datasets of
 * ../shared/data where that lies beside the checkout. Names choose some: `… data parking`.
 */
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = path('../../screenshots/');
const shared = path('../../../shared/data/');
const widths = [1280, 360] as const;
const schemes = ['light', 'dark'] as const;
const wanted = process.argv.slice(2);

const demoPages: Readonly<Record<string, string>> = { home: '/', data: '/data.html', say: '/say.html', promises: '/promises.html', dataset: '/dataset/london-boroughs' };

/** What a webmaster would write for each: the file, what it is called, and how it should look. */
const datasets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  airports: { src: 'csv/us-airports.csv', label: 'Airports in the United States' },
  meteorites: { src: 'csv/meteorite_landings.csv', label: 'Meteorites that were found', 'size-by': 'mass' },
  earthquakes: { src: 'csv/earthquakes-au.csv', label: 'Earthquakes of August 1991', 'color-by': 'magnitude' },
  'felled-trees': { src: 'csv/flensburg-felled-trees.csv', label: 'Felled trees in Flensburg' },
  incidents: { src: 'csv/sf_incidents-small.csv', label: 'Incidents in San Francisco', show: 'heat' },
  'parking-aachen': { src: 'datex2/aachen-static.xml', label: 'Parking in Aachen' },
  'parking-hamburg': { src: 'wfs/hamburg-parkhaeuser-1.1.xml', label: 'Car parks of Hamburg' },
  bikes: { src: 'gbfs/lillestrom/station_information.json', label: 'Bikes of Lillestrøm' },
  districts: { src: 'geojson/hamburg-districts.geojson', label: 'Quarters of Hamburg', 'label-by': 'name' },
  municipalities: { src: 'geojson/italy-P100-municipalities.geojson', label: 'Municipalities of Potenza' },
  'vienna-streets': { src: 'geojson/vienna-streets.geojson', label: 'Streets of Vienna' },
  'bike-parking': { src: 'geojson/radvis-bw-25832.json', label: 'Bicycle parking in Baden-Württemberg' },
  'bike-racks': { src: 'shapefile/bike_racks.zip', label: 'Bike racks' },
  boroughs: { src: 'shapefile/nybb_16a.zip', label: 'Boroughs of New York', 'label-by': 'BoroName' },
  departments: { src: 'topojson/fr-departments.json', label: 'Departments of France' },
  countries: { src: 'fgb/countries.fgb', label: 'Countries of the world' },
  caltrain: { src: 'gtfs/caltrain-20160406.zip', label: 'Stops of Caltrain' },
  vehicles: { src: 'gtfs-rt/vehicle_position.pb', label: 'Buses, now' },
  police: { src: 'kml/vic_police.kml', label: 'Police stations of Victoria' },
  requests: { src: 'open311/chicago-requests.json', label: 'Requests in Chicago' },
  velib: { src: 'ods/velib-disponibilite-v1.json', label: 'Vélib’' },
  accidents: { src: '../origins/otn/birmingham-accidents.pixelxy.csv', label: 'Accidents in Birmingham', crs: 'pixels' },
};

const chosen = (names: Readonly<Record<string, unknown>>, kind: string): string[] => Object.keys(names).filter((name) => wanted.length === 0 || wanted.includes(kind) || wanted.includes(name));

mkdirSync(folder, { recursive: true });
const browser = await launch();

/** One picture for each width and scheme of each page. */
async function pictures(names: readonly string[], show: (page: Page, name: string) => Promise<void>): Promise<void> {
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
      for (const name of names) {
        try {
          await show(page, name);
        } catch (reason) {
          console.error(`${name}: ${String(reason).split('\n')[0]}`);
        }
        await page.evaluate(() => scrollTo(0, 0));
        const file = `${folder}${name}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await page.close();
    }
  }
}

if (chosen(demoPages, 'demo').length > 0) {
  const demo = await startDemo();
  await pictures(chosen(demoPages, 'demo'), async (page, name) => {
    await page.goto(new URL(demoPages[name]!, demo.origin).href);
    await settled(page);
    // The last map still draws.
    await page.waitForTimeout(1_000);
  });
  await demo.stop();
}

if (existsSync(shared)) {
  const html = (name: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif } body { margin: 1rem; background: light-dark(#fff, #14181c); color: light-dark(#14181c, #eef1f4) }</style>
<script type="module" src="/cdn/civic.js"></script>
<civic-map height="24rem" ${Object.entries(datasets[name]!).map(([attribute, value]) => `${attribute}="${attribute === 'src' ? `/data/${value.startsWith('../') ? value.slice(3) : `open-data/${value}`}` : value}"`).join(' ')}></civic-map>`;
  const server = await startStatic({
    folders: { '/cdn/': path('../../dist/cdn/'), '/data/': shared },
    answer({ url = '' }, response) {
      const name = url.slice(1);
      if (!(name in datasets)) return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end(html(name));
      return true;
    },
  });
  await pictures(chosen(datasets, 'data'), async (page, name) => {
    await page.goto(`${server.origin}/${name}`);
    await page.waitForSelector('civic-map:state(drawn)', { state: 'attached', timeout: 15_000 });
    await page.waitForTimeout(700);
  });
  await server.close();
}
await browser.close();
