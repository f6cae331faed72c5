import { fileURLToPath } from 'node:url';
import type { ServerResponse } from 'node:http';
import { startStatic, type StaticServer } from './static-server.js';

/** What a small town publishes, a file each. Two of its places share one spot. */
const files: Readonly<Record<string, string>> = {
  '/places.csv': `name,kind,built,visitors,address,lat,lon
Town Hall,Office,1874,12000,Market Square 1,52.5163,13.3777
Market Hall,Market,1891,40000,Market Square 5,52.5170,13.3802
City Library,Library,1968,81000,Mill Street 12,52.5201,13.4049
North Library,Library,1999,22000,North Road 3,52.5421,13.4010
Elm Park,Park,1852,,Park Lane,52.5300,13.3600
River Park,Park,1921,,Quay 20,52.5080,13.4300
Old Mill Museum,Museum,1786,9000,Mill Street 40,52.5220,13.4150
Harbour Museum,Museum,2004,15000,Quay 2,52.5050,13.4210
Swimming Hall,Sport,1975,60000,North Road 90,52.5480,13.3920
Stadium,Sport,1936,95000,Ring Road 7,52.5147,13.3500
Post Office,Office,1902,,Station Street 4,52.5110,13.3900
South Library,Library,2011,18000,Ring Road 60,52.4950,13.3700
West Park,Park,1960,,West Lane 3,52.5100,13.3400
`,
  '/benches.csv': 'name,kind,lat,lon\nBench at the lime,Bench,52.52,13.40\nFountain at the lime,Fountain,52.52,13.40\n',
  '/trees.csv': 'name,lat,lon\nOak,52.50,13.40\nLime,52.52,13.42\n',
  '/empty.csv': 'name,lat,lon\n',
  '/broken.csv': '<!doctype html><title>Moved</title>',
  '/rates.csv': 'code,year,rate\nN1,2020,4.5\nN2,2020,6.1\nN1,2021,4.2\nN2,2021,5.8\n',
  '/districts.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: ['North', 'South'].map((name, i) => ({
      type: 'Feature',
      properties: { code: `N${i + 1}`, name },
      geometry: { type: 'Polygon', coordinates: [[[13, 52 - i], [14, 52 - i], [14, 53 - i], [13, 53 - i], [13, 52 - i]]] },
    })),
  }),
};

const parks = (): string => JSON.stringify(['Market', 'Station'].map((name, i) => ({
  id: `urn:ngsi-ld:OffStreetParking:${name}`, type: 'OffStreetParking',
  name: { type: 'Property', value: name },
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [13.4 + i / 100, 52.5] } },
  totalSpotNumber: { type: 'Property', value: 40 },
  availableSpotNumber: { type: 'Property', value: 12 * i, observedAt: new Date(Date.now() - 120_000).toISOString() },
})));

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types lit-html";

/** A town's site under a strict policy. Every other address of it is a page that holds what the address says after `?`, as HTML. */
export function startTown(): Promise<StaticServer> {
  return startStatic({
    folders: { '/cdn/': fileURLToPath(new URL('../../dist/cdn/', import.meta.url)) },
    answer({ url = '/' }, response) {
      const { pathname, search, searchParams } = new URL(url, 'http://localhost');
      if (pathname.startsWith('/cdn/')) return false;
      const file = pathname === '/parks.json' ? parks() : files[pathname];
      if (file !== undefined) send(response, pathname.endsWith('json') ? 'application/json' : 'text/csv; charset=utf-8', file);
      else if (pathname.endsWith('.png')) response.writeHead(404).end();
      else if (pathname !== '/slow.csv') {
        const lang = searchParams.get('lang') ?? 'en';
        send(response, 'text/html; charset=utf-8', `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta name="viewport" content="width=device-width"><title>Town</title><link rel="icon" href="data:,"><script type="module" src="/cdn/civic.js"></script></head><body><main><h1>Town</h1>${decodeURIComponent(search.slice(1)).replace(/^lang=\w+&/, '')}</main></body></html>`);
      }
      return true;
    },
  });
}

/** The address of a page with some HTML in it. */
export const pageWith = (html: string): string => `/page?${encodeURIComponent(html)}`;

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader('content-type', type);
  response.setHeader('content-security-policy', policy);
  response.end(body);
}
