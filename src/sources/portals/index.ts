import type { Dataset } from '../../model/dataset.js';
import type { DatasetOptions } from '../source.js';
import { Mismatch } from './mismatch.js';
import { isArcgis } from './arcgis-sign.js';
import { isHosted, repositoryOf } from './hosted-sign.js';
import { isHub, isHubSite } from './hub-address.js';
import { isCatalogue, opendatasoftAddress } from './opendatasoft-address.js';
import { socrataAddress } from './socrata-address.js';
import { isOws } from './ows-sign.js';
import { isTemplate } from './xyz-sign.js';

/** Reads what an address of a portal stands for. Throws `Mismatch` where it is no such portal after all. */
export type Portal = (address: URL, options: DatasetOptions) => Promise<Dataset>;

interface KnownPortal {
  readonly name: string;
  /** Whether an address looks like one of such a portal. */
  readonly sign: (address: URL) => boolean;
  readonly load: () => Promise<Portal>;
}

/** Every portal of which a page's address is as good as a file's, each loaded on first use. */
export const portals: readonly KnownPortal[] = [
  { name: 'xyz', sign: isTemplate, load: async () => (await import('./xyz.js')).readTemplate },
  { name: 'folder', sign: ({ pathname }) => pathname.includes('*'), load: async () => (await import('./parquet-folder.js')).readParquetFolder },
  { name: 'file', sign: isHosted, load: async () => (await import('./hosted.js')).readHosted },
  { name: 'arcgis', sign: isArcgis, load: async () => (await import('./arcgis.js')).readArcgis },
  { name: 'data.europa.eu', sign: ({ hostname, pathname }) => /\/api\/hub\/search\/datasets\/[^/]+\/?$/.test(pathname) || (/(?:^|\.)(?:data\.europa|europeandataportal)\.eu$/.test(hostname) && /\/datasets?\/[^/.]+(?:\/(?:quality|distributions|similarity|categories))?\/?$/.test(pathname)), load: async () => (await import('./europa.js')).readEuropa },
  { name: 'arcgis-hub', sign: isHub, load: async () => (await import('./hub.js')).readHub },
  { name: 'wfs', sign: (address) => isOws(address, 'wfs'), load: async () => (await import('./wfs.js')).readWfs },
  { name: 'ogc-features', sign: ({ pathname }) => /\/collections(\/|$)|\/(ogcapi|oapif?|ogc-api|wfs3)(\/|$)|\/ogc\/(features\b|api\/?$|v\d+(\/|$))/i.test(pathname) && !/\.(json|geojson|xml|html?)$/i.test(pathname), load: async () => (await import('./ogc-features.js')).readOgcFeatures },
  { name: 'wms', sign: (address) => isOws(address, 'wms'), load: async () => (await import('./wms.js')).readWms },
  { name: 'wmts', sign: (address) => isOws(address, 'wmts'), load: async () => (await import('./wmts.js')).readWmts },
  { name: 'overpass', sign: ({ pathname, searchParams }) => pathname.endsWith('/api/interpreter') && searchParams.has('data'), load: async () => (await import('./overpass.js')).readOverpassQuery },
  { name: 'repository', sign: (address) => repositoryOf(address) !== undefined, load: async () => (await import('./repository.js')).readRepository },
  { name: 'socrata', sign: (address) => socrataAddress(address) !== undefined, load: async () => (await import('./socrata.js')).readSocrata },
  { name: 'opendatasoft', sign: (address) => isCatalogue(address) || opendatasoftAddress(address) !== undefined, load: async () => (await import('./opendatasoft.js')).readOpendatasoft },
  { name: 'ckan', sign: ({ pathname }) => !pathname.includes('/explore/') && /\/dataset(\/[^/.]+(\/(resource|archivo)\/[^/]+(\/view\/[^/]+)?)?)?\/?$|\/dataset\/[\da-f-]{36}\/[^/]+(\/datafile\/[\da-f-]{36}(\/preview)?)?\/?$|\/dataset\/(activity|groups|followers|showcases)\/[^/]+\/?$|\/(organi[sz]ation|group)\/[^/.]+\/?$|\/api\/(3\/)?action\/\w+|\/api\/1\/(metastore\/schemas\/dataset\/items|datastore\/query)\//.test(pathname), load: async () => (await import('./ckan.js')).readCkan },
  { name: 'gbfs', sign: ({ pathname }) => /\/gbfs(\/v?\d+(\.\d+)?)?(\/[\w-]+){0,2}\/?$/i.test(pathname), load: async () => (await import('./gbfs.js')).readGbfsFolder },
  { name: 'ngsi', sign: ({ pathname }) => /\/(v2|ngsi-ld\/v1)\/entities(\/[^/]+(\/attrs)?)?\/?$/.test(pathname), load: async () => (await import('./ngsi.js')).readNgsiBroker },
  { name: 'sensorthings', sign: ({ pathname }) => /\/FROST-Server\/?$|\/v1\.[01](\/?$|\/.*\b(Thing|Location|Datastream|Sensor|ObservedPropert|Observation|FeaturesOfInterest|FeatureOfInterest)\w*(\(.*\))?\/?$)/.test(decodeURI(pathname)), load: async () => (await import('./sensorthings.js')).readSensorThingsService },
  { name: 'open311', sign: ({ pathname }) => /\/requests\.(json|xml)$|\/(open311|georeport)(\/v\d(\.\d)?)?\/?$/i.test(pathname), load: async () => (await import('./open311.js')).readOpen311Service },
  { name: 'arcgis-hub', sign: isHubSite, load: async () => (await import('./hub.js')).readHub },
  { name: 'udata', sign: ({ hostname, pathname }) => (/^(explore|tabular-api)\.data\.gouv\.fr$/.test(hostname) && /\/resources\/[\da-f-]{36}(\/data)?\/?$/.test(pathname)) || /\/api\/[12]\/datasets\/[^/]+\/(?:resources\/[^/]+\/?)?$|\/datasets\/r\/[\da-f-]{36}\/?$|\/datasets\/[^/.]+\/?(?:[^/.]*\/?)?$|\/(?:organizations|reuses)\/[^/.]+\/?$/.test(pathname), load: async () => (await import('./udata.js')).readUdata },
  // Sites of Hub have any name, and addresses like those of other portals: what none of these knows may be one all the same.
  { name: 'arcgis-hub', sign: ({ pathname }) => /\/datasets\/[^/.]+(?:\/(?:explore|about|data))?\/?$/.test(pathname), load: async () => (await import('./hub.js')).readHub },
];

/** Names of files that say what is in them; `json` and `xml` say nothing. */
const file = /\.(csv|tsv|geojson|topojson|zip|kmz|kml|gpx|xlsx|gpkg|fgb|parquet|pmtiles|gml)$/i;

/** Files of portals that need no portal to be read, for their content says what they are. */
const named: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\/gbfs\.json$|gbfs.*\.json$/i, 'gbfs'],
  [/\/(?:open311|georeport)\/(?:v\d[^/]*\/)?(?:\w+\/)?$|\/(?:discovery|services|requests)\.(?:json|xml)$/i, 'open311'],
  [/\/datasets\/r\/[\da-f-]{36}\/?$/i, 'udata'],
];

/** What an address says by itself: the name of a portal, or `file`; `undefined` where only the answer can tell. */
export function portalOf(address: URL): string | undefined {
  return portals.find(({ sign }) => sign(address))?.name ?? named.find(([sign]) => sign.test(address.pathname))?.[1] ?? (file.test(address.pathname) ? 'file' : undefined);
}

/** What the portal gives that an address is one of; `undefined` where there is none. */
export async function readPortal(address: URL, options: DatasetOptions): Promise<Dataset | undefined> {
  for (const portal of portals) {
    if (!portal.sign(address)) continue;
    try {
      return await (await portal.load())(address, options);
    } catch (error) {
      // Many sites have addresses like a portal's: what does not answer like one is a file or a page.
      if (!(error instanceof Mismatch)) throw error;
    }
  }
  return undefined;
}
