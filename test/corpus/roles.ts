import type { Dataset, Role } from '../../src/model/dataset.js';
import { Complaints } from './check.js';

/**
 * What a person chose who looked at the columns of real files, before our reader did. A role that is not named here is
 * not asked for; `null` says that no column means it.
 */
export const roles: Readonly<Record<string, { readonly [role in Role]?: string | null }>> = {
  'open-data/arcgis/konstanz-query.json': { title: 'name', category: 'type', address: 'address', hours: 'opening_h', capacity: 'max_cap', description: 'descript', link: 'public_url' },
  'open-data/arcgis/ksfields.json': { title: 'field_name', capacity: null, phone: null },
  'open-data/arcgis/us-ca-carson-0.json': { address: 'ADDRESS', capacity: null, free: null },
  'open-data/arcgis/us-esri-test-0.json': { start: null, capacity: null },
  'open-data/arcgis/us-mo-columbia-0.json': { address: 'STREET', id: 'OBJECTID', capacity: null },
  'open-data/arcgis/us-pa-lancaster-0.json': { address: 'ADDRESS', id: 'OBJECTID' },
  'open-data/citadel/poi-issy.json': { title: 'title', description: 'description', category: 'category', address: 'address', phone: 'Tel', link: 'url', email: 'E-mail' },
  'open-data/citadel/trees-issy.json': { title: 'title', category: 'category', address: 'address', email: 'Email' },
  'open-data/ckan/aarhus-datastore_search.json': { title: 'garageCode', capacity: 'totalSpaces', free: null, id: '_id' },
  'open-data/csv/a22-stations.csv': { title: 'station name' },
  'open-data/csv/bielefeld-parking-wkt.csv': { title: 'bez', capacity: 'kapazitaet', id: 'gid', geometry: 'WKT' },
  'open-data/csv/bietigheim-cp1252.csv': { title: 'Name', capacity: 'Capacity', free: null, hours: null },
  'open-data/csv/blank_line.csv': { title: 'Organisation name', category: 'Main theme', phone: 'Telephone', address: 'Address', description: 'Description of Services' },
  'open-data/csv/brazil.tsv': { title: 'name', address: 'address' },
  'open-data/csv/earthquakes-au.csv': { title: null, capacity: null, start: null },
  'open-data/csv/famas-stations.csv': { title: 'name', id: 'id' },
  'open-data/csv/flensburg-felled-trees.csv': { address: 'Straße', latitude: 'Hochwert', longitude: 'Rechtswert', capacity: null },
  'open-data/csv/flensburg-trees-gk3.csv': { address: 'STRASSE', capacity: null },
  'open-data/csv/friedrichshafen-easypark.csv': { id: 'id', geometry: 'location_on_sidewalk', address: null },
  'open-data/csv/meteorite_landings.csv': { title: 'name', capacity: null },
  'open-data/csv/population-communes-fr.csv': { title: 'nom_de_la_commune', category: 'statut', capacity: null, free: null },
  'open-data/csv/pygeoapi-stations.csv': { title: 'station_name', category: 'facility_type' },
  'open-data/csv/reutlingen-disabled.csv': { title: 'ort', id: 'id' },
  'open-data/csv/reutlingen-wkt.csv': { title: 'ort', category: 'type', capacity: 'Kapazität', geometry: 'GEOM' },
  'open-data/csv/sf_incidents-small.csv': { title: 'Descript', category: 'Category', address: 'Address', hours: null },
  'open-data/csv/us-airports.csv': { title: 'name' },
  'open-data/datex2/aachen-realtime.xml': { id: 'id', capacity: 'capacity', free: 'free' },
  'open-data/datex2/aachen-static.xml': { title: 'name', capacity: 'capacity', description: 'description', category: 'type' },
  'open-data/datex2/frankfurt-v2.xml': { capacity: 'capacity', free: 'free' },
  'open-data/gbfs/helsinki/station_information.json': { title: 'name', capacity: 'capacity', free: 'num_bikes_available' },
  'open-data/gbfs/v3-lamassu/station_information.json': { title: 'name', hours: 'station_opening_hours', phone: 'contact_phone', category: 'parking_type', capacity: 'capacity' },
  'open-data/gbfs/v3-lamassu/system_information.json': { title: 'name', hours: 'opening_hours', link: 'url', phone: 'phone_number', email: 'email' },
  'open-data/geojson/alaska-ipla.geojson': { title: 'name', id: 'id' },
  'open-data/geojson/bike_racks.geojson': { category: 'type', id: 'id', description: 'comments' },
  'open-data/geojson/birmingham-schools-3857.json': { title: 'name' },
  'open-data/geojson/cemeteries.geojson': { title: 'NAME', id: 'OBJECTID', start: null },
  'open-data/geojson/freiburg-disabled-static.geojson': { address: 'strasse', description: 'hinweis', id: 'fid' },
  'open-data/geojson/freiburg-pls-25832.json': { title: 'park_name', capacity: 'obs_max', free: 'obs_free', link: 'park_url' },
  'open-data/geojson/gme.geojson': { title: 'Fcilty_nam', hours: 'Hrs_of_bus', address: 'Street_add' },
  'open-data/geojson/hamburg-districts.geojson': { title: 'name', start: null },
  'open-data/geojson/heidelberg-disabled.geojson': { title: 'BEZEICHNUN', category: 'TYP', description: 'BESCHREIBU' },
  'open-data/geojson/italy-P100-municipalities.geojson': { title: 'name' },
  'open-data/geojson/konstanz-bike.geojson': { title: 'Lagebezeichnung', category: 'Art', capacity: 'Kapazitaet', description: 'Anmerkung', image: null },
  'open-data/geojson/leipzig-districts.geojson': { title: 'name' },
  'open-data/geojson/opendata-swiss-parking.json': { title: 'displayName', address: 'address.addressLine', id: 'id' },
  'open-data/geojson/radvis-bw-25832.json': { capacity: 'anzahl_stellplaetze', description: 'beschreibung', id: 'id', category: 'stellplatzart' },
  'open-data/geojson/us-pa-bucks.geojson': { id: 'OBJECTID', capacity: null },
  'open-data/geojson/vienna-streets.geojson': { title: 'name', id: 'id' },
  'open-data/geojson/vrn-p-r.json': { title: 'name', image: 'photo_url', link: 'public_url', address: 'address', hours: 'opening_hours', capacity: 'capacity', free: 'realtime_free_capacity', category: 'type' },
  'open-data/gpx/blue_hills.gpx': { title: 'name', description: 'desc', category: 'type', start: 'start', end: 'end' },
  'open-data/gtfs/caltrain-20160406.zip': { title: 'stop_name', id: 'stop_id', link: 'stop_url' },
  'open-data/json/bfrk-bw-car.json': { image: 'objekt_Foto', hours: 'oeffnungszeiten', capacity: 'stellplaetzegesamt', category: 'art' },
  'open-data/json/herrenberg-parkapi.json': { title: 'name', address: 'address', category: 'lot_type', link: 'url', hours: 'opening_hours', capacity: 'total', free: 'free', description: 'notes.de', id: 'id' },
  'open-data/json/mannheim-items.json': { title: 'name', address: 'address', description: 'description', capacity: 'capacity', free: 'realtime_free_capacity', category: 'type' },
  'open-data/json/pforzheim.json': { title: 'name', address: 'address', link: 'description', category: 'type', capacity: 'capacity', hours: 'openingHours', id: 'Id' },
  'open-data/json/velobrix.json': { title: 'publicName', address: 'street', capacity: 'countLogicalBoxes', free: 'countFreeLogicalBoxes', id: 'logicalUnitId' },
  'open-data/jsonstat/eurostat-name_gpd_c.json': { capacity: null, free: null, start: null },
  'open-data/kml/KML_Samples.kml': { title: 'name', category: 'folder', description: 'description' },
  'open-data/kml/addresses.kml': { title: 'name', start: 'start', end: 'end', address: 'address', category: 'Category', description: 'description' },
  'open-data/kml/vic_police.kml': { title: 'name', phone: 'Phone', description: 'description', address: 'Street', category: 'Type' },
  'open-data/ngsi/heidelberg-ngsiv2.json': { title: 'name', capacity: 'totalSpotNumber', free: 'availableSpotNumber', phone: 'contactPointTelephone', email: 'contactPointEMail', hours: 'openingHours', image: 'images', description: 'description', id: 'id' },
  'open-data/ngsi/offstreetparking-keyvalues.json': { title: 'name', capacity: 'totalSpotNumber', free: 'availableSpotNumber', address: 'address', category: 'category', id: 'id' },
  'open-data/ods/basel-records-v2.1.json': { title: 'name', capacity: 'total', free: 'free', link: 'link', address: 'address', id: 'id' },
  'open-data/ods/velib-disponibilite-v1.json': { title: 'station_name', id: 'id' },
  'open-data/open311/chicago-services.json': { title: 'service_name', description: 'description' },
  'open-data/shapefile/train_stations.zip': { title: 'station', id: 'objectid' },
  'open-data/shapefile/dutch_addresses_28992.zip': { address: 'straatnaam', id: 'id', capacity: null },
  'open-data/shapefile/nybb_16a.zip': { title: 'BoroName' },
  'open-data/socrata/schools-page.json': { title: 'name', phone: 'phone', link: 'website', address: 'address', id: 'objectid' },
  'open-data/topojson/fr-departments.json': { title: 'NAME_2' },
  'open-data/wfs/hamburg-parkhaeuser-1.1.xml': { title: 'name', category: 'art', hours: 'oeffnungszeit', address: 'strasse', free: 'frei', capacity: 'stellplaetze_gesamt' },
  'open-data/wfs/jena-wfs.geojson': { title: 'name', category: 'art' },
  'open-data/wfs/karlsruhe-geoserver.json': { title: 'parkhaus_name', phone: 'parkhaus_telefon', email: 'parkhaus_email', capacity: 'gesamte_parkplaetze', free: 'freie_parkplaetze', hours: 'tarife_oeffnungszeiten', address: 'parkhaus_strasse' },
  'open-data/wfs/topp-states-gml.xml': { title: 'STATE_NAME', capacity: null },
  'open-data/xlsx/bb-parkhaus.xlsx': { title: 'Name', category: 'Art der Anlage', address: 'Adresse mit PLZ und Stadt', capacity: 'Anzahl Stellplätze', link: 'Webseite', description: 'Weitere öffentliche Informationen', id: 'ID' },
  'open-data/xlsx/ellwangen.xlsx': { title: 'Name', category: 'Art der Anlage', address: 'Adresse mit PLZ und Stadt', capacity: 'Anzahl Stellplätze', link: 'Webseite', free: null },
  'open-data/xlsx/goldbeck.xlsx': { title: 'Name', category: 'Art der Anlage', address: 'Adresse mit PLZ und Stadt', capacity: 'Anzahl Stellplätze', link: 'Webseite' },
};

/** What our reader took for each role, against what the person did. */
export function checkRoles(file: string, dataset: Dataset): readonly string[] {
  const complaints = new Complaints();
  for (const [role, header] of Object.entries(roles[file] ?? {}) as [Role, string | null][]) {
    const index = dataset.roles[role];
    complaints.equal(`the column of the role “${role}”`, index === undefined ? null : dataset.columns[index]!.name, header);
  }
  return complaints.all;
}
