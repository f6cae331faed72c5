import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
/** A case should take milliseconds: what is larger says nothing more about a reader. */
const largest = 150_000;

const text = (name: string, value: string): Seed => ({ name, bytes: new TextEncoder().encode(value) });

/** Small files of our own, so that there is something to break where there is nothing beside the checkout. */
const own: readonly Seed[] = [
  text('own.csv', 'id;name;lat;lon;free\n1;"Oak; old";48,1;11,5;3\n2;Lime;48,2;11,6;n/a\n'),
  text('own.geojson', '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},"features":[{"type":"Feature","id":1,"properties":{"name":"A","more":{"en":"x"}},"geometry":{"type":"Polygon","coordinates":[[[500000,5400000],[500100,5400000],[500100,5400100],[500000,5400000]]]}},{"type":"Feature","properties":null,"geometry":null}]}'),
  text('own.geojsonl', '{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}\n{"type":"Feature","properties":{"a":2},"geometry":{"type":"Point","coordinates":[3,4]}}\n'),
  text('own.ndjson', '{"name":"a","lat":"48.1","lon":"11.5"}\n{"name":"b","lat":"48.2","lon":"11.6"}\n'),
  text('own.json', '{"meta":{"title":"T"},"records":[{"name":"a","location":{"latitude":"48.1","longitude":"11.5"}},{"name":"b","geo":{"type":"Point","coordinates":[11,48]}}]}'),
  text('own.topojson', '{"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[10,48]},"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"LineString","arcs":[0],"properties":{"n":1}},{"type":"Polygon","arcs":[[-1,0]]}]}},"arcs":[[[0,0],[10,0],[0,10],[-10,-10]]]}'),
  text('own.kml', '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>D</name><Placemark><name>A</name><description><![CDATA[<b>x</b>]]></description><ExtendedData><Data name="k"><value>v</value></Data></ExtendedData><Point><coordinates>11.5,48.1,0</coordinates></Point></Placemark><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>'),
  text('own.gpx', '<gpx version="1.1"><wpt lat="48.1" lon="11.5"><ele>3</ele><name>A</name></wpt><trk><trkseg><trkpt lat="48" lon="11"/><trkpt lat="49" lon="12"/></trkseg></trk></gpx>'),
  text('own.gml', '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" numberMatched="2"><wfs:member><t:a gml:id="a.1"><t:name>x</t:name><t:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>48.1 11.5</gml:pos></gml:Point></t:geom></t:a></wfs:member></wfs:FeatureCollection>'),
  text('own.wfs.xml', '<WFS_Capabilities version="2.0.0"><FeatureTypeList><FeatureType><Name>a:b</Name><Title>T</Title><DefaultCRS>urn:ogc:def:crs:EPSG::25832</DefaultCRS><OutputFormats><Format>application/json</Format></OutputFormats></FeatureType></FeatureTypeList></WFS_Capabilities>'),
  text('own.wms.xml', '<WMS_Capabilities version="1.3.0"><Capability><Layer><Title>R</Title><CRS>EPSG:3857</CRS><Layer queryable="1"><Name>a</Name><Title>A</Title></Layer></Layer></Capability></WMS_Capabilities>'),
  text('own.rdf', '<rdf:RDF xmlns:rdf="x" xmlns:dcat="y"><dcat:Dataset><dct:title>T</dct:title><dcat:distribution><dcat:Distribution><dcat:downloadURL rdf:resource="http://fuzz.example/data.csv"/></dcat:Distribution></dcat:distribution></dcat:Dataset></rdf:RDF>'),
  text('own.html', '<!doctype html><title>Data</title><link rel="alternate" type="application/geo+json" href="/data.geojson"><script type="application/ld+json">{"@type":"Dataset","distribution":[{"contentUrl":"/data.csv"}]}</script><a href="a.csv">CSV</a>'),
  text('own.gbfs', '{"last_updated":1600000000,"ttl":60,"version":"2.3","data":{"stations":[{"station_id":"1","name":"A","lat":48.1,"lon":11.5,"capacity":10}]}}'),
  text('own.jsonstat', '{"version":"2.0","class":"dataset","id":["geo","year"],"size":[2,2],"dimension":{"geo":{"category":{"index":["a","b"],"label":{"a":"A"}}},"year":{"category":{"index":{"2020":0,"2021":1}}}},"value":{"0":1,"3":2}}'),
  text('own.sdmx', '{"data":{"dataSets":[{"observations":{"0:0":[1.5],"1:0":[2]}}],"structure":{"dimensions":{"observation":[{"id":"a","values":[{"id":"x"},{"id":"y"}]},{"id":"t","values":[{"id":"2020"}]}]}}}}'),
  text('own.esri', '{"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":102100},"fields":[{"name":"a","type":"esriFieldTypeDate"}],"features":[{"attributes":{"a":1600000000000},"geometry":{"rings":[[[0,0],[0,9],[9,9],[0,0]]]}}]}'),
  text('own.sta', '{"@iot.count":1,"value":[{"@iot.id":1,"name":"A","Locations":[{"location":{"type":"Point","coordinates":[11,48]}}],"Datastreams":[{"name":"t","unitOfMeasurement":{"symbol":"C"},"Observations":[{"result":3,"phenomenonTime":"2024-01-01T00:00:00Z"}]}]}],"@iot.nextLink":"http://fuzz.example/v1.1/Things?$skip=1"}'),
  text('own.ngsi', '[{"id":"a","type":"P","location":{"type":"geo:json","value":{"type":"Point","coordinates":[11,48]}},"name":{"type":"Text","value":"x"}}]'),
  text('own.ngsild', '[{"id":"urn:ngsi-ld:P:1","type":"P","location":{"type":"GeoProperty","value":{"type":"Point","coordinates":[11,48]}},"@context":[]}]'),
  text('own.ckan', '{"help":"","success":true,"result":{"total":1,"fields":[{"id":"lat","type":"float8"}],"records":[{"_id":1,"lat":48,"lon":11}]}}'),
  text('own.ods', '{"total_count":1,"results":[{"geo_point_2d":{"lon":7.5,"lat":47.5},"name":"x"}]}'),
  text('own.open311', '[{"service_request_id":"1","status":"open","lat":48.1,"long":"11.5","requested_datetime":"2024-01-01T00:00:00Z"}]'),
  text('own.datex', '<d2LogicalModel><payloadPublication><genericPublicationExtension><parkingFacilityTablePublication><parkingFacilityTable><parkingFacility id="1"><parkingFacilityName><values><value>A</value></values></parkingFacilityName><facilityLocation><pointByCoordinates><pointCoordinates><latitude>48</latitude><longitude>11</longitude></pointCoordinates></pointByCoordinates></facilityLocation></parkingFacility></parkingFacilityTable></parkingFacilityTablePublication></genericPublicationExtension></payloadPublication></d2LogicalModel>'),
  text('own.datexjson', '{"messageContainer":{"payload":[{"prkParkingTablePublication":{"publicationTime":"2024-01-01T00:00:00Z","parkingTable":[{"idG":"t","parkingRecord":[{"prkUrbanParkingSite":{"idG":"1","parkingName":{"values":[{"lang":"en","value":"A"}]},"parkingLocation":{"locPointLocation":{"pointByCoordinates":{"pointCoordinates":{"latitude":48,"longitude":11}}}}}}]}]}}]}}'),
  text('own.overpass', '{"version":0.6,"osm3s":{"timestamp_osm_base":"2024-01-01T00:00:00Z"},"elements":[{"type":"node","id":1,"lat":48,"lon":11,"tags":{"name":"A"}},{"type":"way","id":2,"nodes":[1,3],"tags":{"highway":"path"}},{"type":"node","id":3,"lat":49,"lon":11},{"type":"relation","id":4,"tags":{"type":"multipolygon"},"members":[{"type":"way","role":"outer","geometry":[{"lat":48,"lon":11},{"lat":48,"lon":12},{"lat":49,"lon":12},{"lat":48,"lon":11}]}]}]}'),
  text('own.citadel', '{"dataset":{"id":"a","poi":[{"id":"1","title":"A","location":{"point":{"pos":{"srsName":"x","posList":"48.1 11.5"}}},"category":["c"],"attribute":[{"term":"T","type":"t","text":"x"}]}]}}'),
];

function* filesIn(folder: string): Generator<string, void> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else if (name !== 'index.json' && name !== 'SOURCES.txt') yield path;
  }
}

/** What is broken in the cases: our own files, and the real ones where they lie beside the checkout. */
export function seeds(): readonly Seed[] {
  const real = existsSync(shared) ? [...filesIn(shared)].filter((path) => statSync(path).size <= largest) : [];
  return [...own, ...real.map((path) => ({ name: relative(shared, path), bytes: new Uint8Array(readFileSync(path)) }))];
}
