import { expect } from '@open-wc/testing';
import { maybePortal } from '../../src/sources/maybe-portal.js';
import { isHosted } from '../../src/sources/portals/hosted-sign.js';
import { portalOf, portals } from '../../src/sources/portals/index.js';

const id = '0123456789abcdef0123456789abcdef';
const uuid = '01234567-89ab-cdef-0123-456789abcdef';

/** Addresses that people copy, and whose they are. */
const whose: Readonly<Record<string, readonly string[]>> = {
  arcgis: [
    'https://gis.city.gov/arcgis/rest/services/Parks/MapServer', 'https://gis.city.gov/server/rest/services/Parks/Trees/FeatureServer/0', 'https://services1.arcgis.com/x/ArcGIS/rest/services/T/FeatureServer/0/query?where=1%3D1&f=geojson',
    'https://gis.city.gov/arcgis/rest/services', 'https://gis.city.gov/arcgis/rest/services/Parks/', 'https://tiles.arcgis.com/tiles/x/arcgis/rest/services/B/VectorTileServer', 'http://localhost:8980/file-geojson/rest/services/bike/FeatureServer/0',
    'https://gis.city.gov/arcgis/rest/services/Parks/MapServer/layers', 'https://gis.city.gov/arcgis/rest/services/Parks/MapServer/0/iteminfo', 'https://gis.city.gov/arcgis/rest/services/Parks/FeatureServer/0/17',
  ],
  'arcgis-hub': [
    'https://hub.arcgis.com/datasets/city::street-trees', `https://data.city.gov/datasets/${id}_0/explore?location=1%2C2`, `https://data.city.gov/maps/${id}`, 'https://city.hub.arcgis.com/maps/city::trees/about', `https://www.arcgis.com/home/item.html?id=${id}`,
    `https://city.maps.arcgis.com/sharing/rest/content/items/${id}?f=json`, `https://data.city.gov/api/download/v1/items/${id}/geojson?layers=0`, `https://www.arcgis.com/apps/mapviewer/index.html?webmap=${id}`, 'https://opendata.columbus.gov/datasets/public-owned-trees', `https://gis.city.gov/portal/apps/sites/#/open/datasets/${id}_0`,
    `https://experience.arcgis.com/experience/${id}/page/Home`, `https://storymaps.arcgis.com/stories/${id}`, `https://city.maps.arcgis.com/apps/dashboards/${id}`, `https://city.maps.arcgis.com/apps/instant/basic/index.html?appid=${id}`, `https://www.arcgis.com/apps/mapviewer/index.html?layers=${id}`,
  ],
  wfs: ['https://city.org/geoserver/wfs?request=GetFeature&typeName=trees&outputFormat=json', 'https://city.org/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities', 'https://city.org/cgi-bin/mapserv?map=/trees.map', 'https://city.org/mapserver?map=trees&service=WFS', 'https://gis.city.gov/arcgis/services/Trees/MapServer/WFSServer'],
  'ogc-features': ['https://api.city.nl/trees/ogc/v1', 'https://city.org/wfs3', 'https://city.org/ogc/api/', 'https://city.org/ogcapi/collections/trees?f=html'],
  overpass: ['https://overpass-api.de/api/interpreter?data=node(1);out;'],
  repository: ['https://zenodo.org/records/123', 'https://figshare.com/articles/dataset/Trees/123/2', 'https://data.university.org/dataset.xhtml?persistentId=doi:10.1/A'],
  gbfs: ['https://bikes.org/gbfs', 'https://bikes.org/gbfs/v2/', 'https://bikes.org/opendata/gbfs.json', 'https://bikes.org/mobility/v2/gbfs/city', 'https://bikes.org/gbfs/v3/city/gbfs'],
  open311: ['https://city.org/open311/v2', 'https://city.org/georeport/v2/requests.json?status=open', 'https://city.org/open311/discovery.json'],
  sensorthings: ['https://city.org/FROST-Server/v1.1', 'https://city.org/FROST-Server/', 'https://city.org/sta/v1.0/Things?$expand=Locations'],
  ngsi: ['https://city.org/v2/entities?type=Bin', 'https://city.org/v2/entities/Bin1/attrs', 'https://city.org/ngsi-ld/v1/entities?type=Bin'],
  udata: ['https://www.data.gouv.fr/fr/datasets/arbres-2/', 'https://www.data.gouv.fr/datasets/arbres', `https://www.data.gouv.fr/fr/datasets/r/${uuid}`, 'https://data.public.lu/api/1/datasets/trees/', `https://explore.data.gouv.fr/fr/resources/${uuid}`, `https://tabular-api.data.gouv.fr/api/resources/${uuid}/data/?page=1`],
  socrata: ['https://data.city.gov/resource/abcd-1234.csv?$limit=5', 'https://data.city.gov/api/views/abcd-1234/rows.csv?accessType=DOWNLOAD', 'https://data.city.gov/Parks/Trees/abcd-1234', 'https://data.city.gov/d/abcd-1234', 'https://data.city.gov/en/Parks/Trees/abcd-1234/about_data', 'https://data.city.gov/Parks/Trees/abcd-1234/explore/query/SELECT%20%2A/page/filter', 'https://data.city.gov/view/abcd-1234'],
  opendatasoft: ['https://data.city.fr/explore/dataset/trees/table/?disjunctive.x', 'https://data.city.fr/explore/dataset/trees/download/?format=shp', 'https://data.city.fr/api/explore/v2.1/catalog/datasets/trees/exports/csv', 'https://data.city.fr/api/records/1.0/search/?dataset=trees'],
  ckan: ['https://data.city.org/dataset/trees', `https://data.city.org/fr/dataset/trees/resource/${uuid}`, `https://data.city.org/api/3/action/package_show?id=trees`, 'https://data.city.org/organization/parks', `https://data.gov.uk/dataset/${uuid}/private-trees`, `https://data.gov.uk/dataset/${uuid}/trees/datafile/${uuid}/preview`, 'https://data.city.org/dataset/activity/trees', `https://data.city.org/dataset/trees/archivo/${uuid}`],
  'data.europa.eu': ['https://data.europa.eu/data/datasets/trees-of-x?locale=de', 'https://data.europa.eu/api/hub/search/datasets/trees', `http://data.europa.eu/88u/dataset/${uuid}`, 'https://data.europa.eu/data/datasets/trees/quality?locale=en'],
  file: [
    'https://city.org/trees.csv', 'https://city.org/data/trees.geojson', 'https://city.org/maps/2024-2025.csv', `https://data.city.org/dataset/trees/resource/${uuid}/download/trees.csv`, `https://opendata.arcgis.com/datasets/${id}_0.geojson`,
    'https://city.org/datasets/trees.zip', 'https://city.org/open/v1.0.csv', 'https://city.org/content/documents/Trees.KML',
    'https://github.com/city/data/blob/main/trees.csv', 'https://github.com/city/data/raw/refs/heads/main/a/trees.geojson', `https://gist.github.com/city/${id}`, 'https://gitlab.city.org/open/data/-/blob/main/a/trees.csv?ref_type=heads', 'https://codeberg.org/city/data/src/branch/main/trees.csv',
    'https://docs.google.com/spreadsheets/d/1AbC_d/edit?usp=sharing#gid=7', 'https://docs.google.com/spreadsheets/d/e/2PACX-x/pubhtml', 'https://drive.google.com/file/d/1AbC/view', 'https://www.dropbox.com/scl/fi/abc/trees.csv?rlkey=x&dl=0', 'https://1drv.ms/x/s!Abc', 'https://cloud.city.org/index.php/s/AbCdEfGhIjKlMnO', 'https://zenodo.org/records/123/files/trees.csv?download=1',
  ],
};
/** Only the answer can tell what these are. */
const untold = ['https://city.org/trees.json', 'https://city.org/export?id=7', 'https://city.org/', 'https://city.org/opendata/trees.aspx', 'https://city.org/news/2026/datasets'];

describe('an address', () => {
  for (const [name, addresses] of Object.entries(whose)) {
    for (const address of addresses) it(`${address} is ${name}`, () => expect(portalOf(new URL(address))).to.equal(name));
  }
  for (const address of untold) it(`${address} is told by its content`, () => expect(portalOf(new URL(address))).to.equal(undefined));

  it('of a portal is never taken for a plain file', () => {
    for (const address of Object.values(whose).flat().map((each) => new URL(each))) {
      if (portals.some(({ sign }) => sign(address))) expect(maybePortal(address), address.href).to.equal(true);
    }
  });

  it('that fits a portal, however it is put together, is looked up among them', () => {
    const pieces = [
      'dataset', 'datasets', 'trees', 'trees.json', 'explore', 'resource', 'api', 'views', 'v1', 'v2', 'v1.1', '1', '3', 'action', 'package_show', 'collections', 'items', 'geoserver', 'ows', 'wfs', 'wms', 'wmts', 'myWfsServer', 'mapserv', 'qgis.fcgi',
      'abcd-1234', 'd', 'catalog', 'records', 'search', 'rest', 'services', 'FeatureServer', 'MapServer', '0', 'query', 'gbfs', 'gbfs.json', 'en', 'entities', 'ngsi-ld', 'Things', 'open311', 'georeport', 'requests.json', 'services.xml', 'discovery.json', 'organization', 'group',
      'maps', 'sharing', 'content', 'home', 'item.html', 'city::trees', `${id}_0`, uuid, 'hub', 'download', 'exports', 'r', 'ogc', 'ogcapi', 'oapif', 'features', 'oparl', 'metastore', 'datastore', '{z}', 'blob', 'raw', 'src', '-', 's', 'AbCdEfGhIjKlMnO', 'spreadsheets', 'records', '123', 'files', 'interpreter', 'experience', id, 'dataset.xhtml', 'layers', 'FROST-Server', 'wfs3', 'archivo', 'attrs',
    ];
    const queries = ['', 'SERVICE=WFS', 'request=GetMap', 'map=x.map', `id=${id}`, 'f=json', 'data=node(1);out;', 'persistentId=x'];
    for (const first of pieces) {
      for (const second of pieces) {
        for (const query of queries) {
          for (const path of [`${first}/${second}`, `x/${first}/${second}/`, `${first}/x/${second}`]) {
            const address = new URL(`https://city.org/${path}?${query}`);
            if (!maybePortal(address)) expect(portals.filter(({ sign }) => sign(address)).map(({ name }) => `${name}: ${address.href}`)).to.deep.equal([]);
          }
        }
      }
    }
  });

  it('of a plain file needs no table of portals, in whichever folder it lies', () => {
    for (const folder of ['dataset', 'datasets', 'data', 'explore/dataset', 'maps', 'services']) expect(maybePortal(new URL(`https://city.org/${folder}/trees.csv`)), folder).to.equal(false);
    for (const address of whose['file']!.map((each) => new URL(each)).filter((each) => !isHosted(each))) expect(maybePortal(address), address.href).to.equal(false);
  });
});
