import type { Bounds, Licence } from '../model/dataset.js';

/** A map that a country publishes for everybody, without a key. */
export interface NamedBasemap {
  readonly title: string;
  /** A template of its tiles in Web Mercator. */
  readonly url: string;
  /** The same with twice as many pixels, for fine screens. */
  readonly fine?: string;
  /** The levels that it has. */
  readonly zoom: readonly [min: number, max: number];
  /** Where it has anything: nothing is asked for elsewhere. */
  readonly bounds?: Bounds;
  /** What has to be written on the map, word by word; `{year}` is this year. */
  readonly attribution: string;
  /** The page that the attribution leads to. */
  readonly page: string;
  readonly licence?: Licence;
}

const ccBy: Licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

const austria = { zoom: [0, 19], bounds: [8.782, 46.358, 17.19, 49.038], attribution: 'basemap.at', page: 'https://basemap.at/', licence: ccBy } as const;
const belgium = { zoom: [7, 17], bounds: [2.3, 49.4, 6.5, 51.6], attribution: '© IGN/NGI', page: 'https://www.ngi.be/', licence: { name: 'CartoWeb.be', url: 'https://www.ngi.be/website/gebruiksvoorwaarden-cartoweb-be' } } as const;
const switzerland = { zoom: [2, 18], attribution: '© swisstopo', page: 'https://www.swisstopo.admin.ch/', licence: { name: 'OGD', url: 'https://www.swisstopo.admin.ch/en/conditions-geodata' } } as const;
const germany = { zoom: [0, 18], bounds: [5.5, 47.2, 15.6, 55.1], attribution: '© GeoBasis-DE / BKG ({year})', page: 'https://basemap.de/', licence: ccBy } as const;
const europe = { zoom: [0, 18], attribution: '© Bundesamt für Kartographie und Geodäsie ({year})', page: 'https://sgx.geodatenzentrum.de/web_public/gdz/datenquellen/Datenquellen_TopPlusOpen.html', licence: { name: 'dl-de/by-2-0', url: 'https://www.govdata.de/dl-de/by-2-0' } } as const;
const netherlands = { zoom: [6, 19], bounds: [3.2, 50.7, 7.3, 53.7], attribution: '© Kadaster', page: 'https://www.pdok.nl/', licence: ccBy } as const;
const norway = { zoom: [0, 18], attribution: '© Kartverket', page: 'https://www.kartverket.no/', licence: ccBy } as const;

/** By the name that stands in `basemap="…"`: the country, and what it calls its map. */
export const namedBasemaps: Readonly<Record<string, NamedBasemap>> = {
  // https://operations.osmfoundation.org/policies/tiles/: the correct address, attribution, no heavy use (policies/tiles.md of openstreetmap/owg-website).
  osm: { title: 'OpenStreetMap', url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', zoom: [0, 19], attribution: '© OpenStreetMap contributors', page: 'https://www.openstreetmap.org/copyright', licence: { name: 'ODbL', url: 'https://opendatacommons.org/licenses/odbl/' } },
  // https://basemap.at/#lizenz; addresses as in the course webmapping-oer/wmts and in users’ code, the bounds as in papermap’s.
  'at-basemap': { ...austria, title: 'basemap.at', url: 'https://mapsneu.wien.gv.at/basemap/geolandbasemap/normal/google3857/{z}/{y}/{x}.png', fine: 'https://mapsneu.wien.gv.at/basemap/bmaphidpi/normal/google3857/{z}/{y}/{x}.jpeg' },
  'at-basemap-grey': { ...austria, title: 'basemap.at (grau)', url: 'https://mapsneu.wien.gv.at/basemap/bmapgrau/normal/google3857/{z}/{y}/{x}.png' },
  // https://www.ngi.be/website/gebruiksvoorwaarden-cartoweb-be; its WMTS is https://cartoweb.wmts.ngi.be/1.0.0/WMTSCapabilities.xml, levels 7 to 17.
  'be-ngi': { ...belgium, title: 'CartoWeb.be', url: 'https://cartoweb.wmts.ngi.be/1.0.0/topo/default/3857/{z}/{y}/{x}.png' },
  // https://www.geo.admin.ch/en/general-terms-of-use-fsdi: free, fair use, the source is named.
  'ch-swisstopo': { ...switzerland, title: 'swisstopo', url: 'https://wmts.geo.admin.ch/1.0.0/ch.swisstopo.pixelkarte-farbe/default/current/3857/{z}/{x}/{y}.jpeg' },
  'ch-swisstopo-grey': { ...switzerland, title: 'swisstopo (grau)', url: 'https://wmts.geo.admin.ch/1.0.0/ch.swisstopo.pixelkarte-grau/default/current/3857/{z}/{x}/{y}.jpeg' },
  // “Conditions for Provision of ČÚZK Network Services of Spatial Data”: free for all purposes, the provider is named in this form, and the conditions are linked.
  'cz-cuzk': { title: 'ZTM', url: 'https://ags.cuzk.gov.cz/arcgis1/rest/services/ZTM_WM/MapServer/tile/{z}/{y}/{x}', zoom: [6, 18], bounds: [11.9, 48.4, 19, 51.2], attribution: 'ČÚZK – on-line', page: 'https://geoportal.cuzk.cz/', licence: { name: 'Podmínky síťových služeb ČÚZK', url: 'https://www.cuzk.cz/English/Practical-Information/Conditions-of-Provision-for-Spatial-Data-and-Netwo/Conditions-for-Provision-of-CUZK-Network-Services.aspx' } },
  // https://basemap.de/web-raster/ and, for the whole of Europe, TopPlusOpen of the same agency.
  'de-basemap': { ...germany, title: 'basemap.de', url: 'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_farbe/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png' },
  'de-basemap-grey': { ...germany, title: 'basemap.de (grau)', url: 'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_grau/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png' },
  'de-topplus': { ...europe, title: 'TopPlusOpen', url: 'https://sgx.geodatenzentrum.de/wmts_topplus_open/tile/1.0.0/web/default/WEBMERCATOR/{z}/{y}/{x}.png' },
  'de-topplus-grey': { ...europe, title: 'TopPlusOpen (grau)', url: 'https://sgx.geodatenzentrum.de/wmts_topplus_open/tile/1.0.0/web_grau/default/WEBMERCATOR/{z}/{y}/{x}.png' },
  // http://www.ign.es/web/en/ign/portal/politica-datos: compatible with CC BY 4.0.
  'es-ign': { title: 'IGN Base', url: 'https://www.ign.es/wmts/ign-base?service=WMTS&request=GetTile&version=1.0.0&layer=IGNBaseTodo&style=default&tilematrixset=GoogleMapsCompatible&format=image/jpeg&tilematrix={z}&tilerow={y}&tilecol={x}', zoom: [0, 18], attribution: '© Instituto Geográfico Nacional de España', page: 'https://www.ign.es/', licence: ccBy },
  // https://openlayers.org/en/latest/examples/wmts-ign.html; the layer’s description in geopf-extensions-openlayers: levels 0 to 19, no key.
  'fr-ign': { title: 'Plan IGN', url: 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&TILEMATRIXSET=PM&FORMAT=image/png&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}', zoom: [0, 19], attribution: '© IGN', page: 'https://www.ign.fr/', licence: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' } },
  // https://data.public.lu/en/datasets/carte-de-base-webservices-wms-et-wmts
  'lu-geoportail': { title: 'geoportail.lu', url: 'https://wmts1.geoportail.lu/opendata/wmts/basemap/GLOBAL_WEBMERCATOR/{z}/{x}/{y}.png', zoom: [7, 18], bounds: [5.7, 49.4, 6.6, 50.2], attribution: 'geoportail.lu', page: 'https://data.public.lu/en/datasets/carte-de-base-webservices-wms-et-wmts', licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' } },
  // https://www.pdok.nl/: BRT-Achtergrondkaart; https://www.kadaster.nl/en/brt: CC BY.
  'nl-brt': { ...netherlands, title: 'BRT-Achtergrondkaart', url: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png' },
  'nl-brt-grey': { ...netherlands, title: 'BRT-Achtergrondkaart (grijs)', url: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png' },
  // https://www.kartverket.no/en/api-and-data/terms-of-use: “©Kartverket” with a link.
  'no-kartverket': { ...norway, title: 'Kartverket', url: 'https://cache.kartverket.no/v1/wmts/1.0.0/topo/default/webmercator/{z}/{y}/{x}.png' },
  'no-kartverket-grey': { ...norway, title: 'Kartverket (gråtone)', url: 'https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png' },
  // https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer; it has no more than 16 levels everywhere.
  'us-usgs': { title: 'USGS Topo', url: 'https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer/tile/{z}/{y}/{x}', zoom: [0, 16], attribution: 'USGS The National Map', page: 'https://www.usgs.gov/programs/national-geospatial-program/national-map' },
};
