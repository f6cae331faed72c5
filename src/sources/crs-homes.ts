/** A grid, and where in degrees what is published in it lies: `west, south, east, north`. */
export interface Home {
  readonly crs: string;
  /** Where that is, for people. */
  readonly where: string;
  /** The parts of the names of hosts that are at home there: `nl` of `data.amsterdam.nl`, or `berlin` of `daten.berlin.de`. */
  readonly hosts: readonly string[];
  /** Whether others look like it too often: then it is offered, and taken only where the host says it. */
  readonly isRare: boolean;
  readonly box: readonly number[];
}

const home = (code: number, where: string, hosts: string, ...box: readonly number[]): Home => ({ crs: `EPSG:${code}`, where, hosts: hosts.split(' ').filter(Boolean), isRare: false, box });
const rare = (code: number, where: string, hosts: string, ...box: readonly number[]): Home => ({ ...home(code, where, hosts, ...box), isRare: true });

/**
 * The likelier first. Boxes are as narrow as the publishers' land, because zones of one family have the same numbers: the Stuttgart of one is
 * in the Bohemia of the next. A grid of a city is one of many of its kind, of which the others are not known here.
 */
export const homes: readonly Home[] = [
  home(25832, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(25832, 'Denmark', 'dk', 8, 54.5, 15.3, 57.8),
  home(25832, 'Norway', 'no', 4.4, 57.9, 12.9, 66),
  home(25833, 'Germany', 'de berlin brandenburg sachsen', 11, 47.2, 15.1, 54.8),
  home(25833, 'Norway', 'no', 4.4, 57.9, 12.9, 62),
  home(25833, 'Norway', 'no', 4.4, 62, 31.3, 71.3),
  home(2154, 'France', 'fr', -5.3, 41.3, 9.7, 51.2),
  home(28992, 'Netherlands', 'nl', 3.2, 50.7, 7.3, 53.7),
  home(27700, 'Great Britain', 'uk scot wales', -8.8, 49.8, 1.9, 61),
  home(25830, 'Spain', 'es eus', -9.4, 35.9, 3.4, 43.9),
  home(25831, 'Catalonia', 'es cat barcelona', 0.1, 40.5, 3.4, 42.9),
  home(25831, 'Balearic Islands', 'es', 1.1, 38.6, 4.4, 40.1),
  home(25829, 'Galicia', 'es gal', -9.4, 41.8, -6, 43.9),
  home(25829, 'Western Spain', 'es', -7.6, 36.9, -6, 41.8),
  home(7791, 'Northern Italy', 'it', 6.6, 43.5, 13.9, 47.1),
  home(7791, 'Central Italy', 'it', 9.6, 42.2, 12.9, 44.5),
  home(7791, 'Sardinia', 'it', 8.1, 38.8, 9.9, 41.3),
  home(25833, 'Eastern Italy', 'it', 11.5, 42.8, 14.2, 46.7),
  home(25833, 'Southern Italy', 'it', 13.5, 40.5, 18.6, 42.8),
  home(25833, 'Southern Italy', 'it', 14.8, 37.8, 18.6, 40.5),
  home(25833, 'Sicily', 'it', 11.9, 36.5, 15.7, 38.3),
  home(3003, 'Italy', 'it', 6.6, 36.6, 13.9, 47.1),
  home(2056, 'Switzerland', 'ch li swiss', 5.9, 45.8, 10.6, 47.9),
  home(21781, 'Switzerland', 'ch li swiss', 5.9, 45.8, 10.6, 47.9),
  home(31287, 'Austria', 'at', 9.5, 46.3, 17.2, 49.1),
  home(31370, 'Belgium', 'be', 2.5, 49.4, 6.5, 51.6),
  home(3812, 'Belgium', 'be', 2.5, 49.4, 6.5, 51.6),
  home(3763, 'Portugal', 'pt', -9.6, 36.9, -6.1, 42.2),
  home(2157, 'Ireland', 'ie', -10.7, 51.3, -5.3, 55.5),
  home(29902, 'Ireland', 'ie', -10.7, 51.3, -5.3, 55.5),
  home(3006, 'Sweden', 'se', 10.9, 55.2, 24.2, 69.1),
  home(3067, 'Finland', 'fi', 19, 59.6, 31.7, 70.2),
  home(3879, 'Finland', 'fi', 23.5, 59.5, 27, 70.2),
  home(2180, 'Poland', 'pl', 14, 49, 24.2, 55),
  home(2178, 'Poland', 'pl', 19.4, 49, 22.6, 55),
  home(5514, 'Czechia', 'cz', 12, 48.5, 18.9, 51.1),
  home(8353, 'Slovakia', 'sk', 16.8, 47.7, 22.6, 49.7),
  home(23700, 'Hungary', 'hu', 16, 45.7, 23, 48.7),
  home(3794, 'Slovenia', 'si', 13.3, 45.4, 16.7, 46.9),
  home(3765, 'Croatia', 'hr', 13.2, 42.3, 19.5, 46.6),
  home(3844, 'Romania', 'ro', 20.2, 43.6, 29.8, 48.3),
  home(7801, 'Bulgaria', 'bg', 22.3, 41.2, 28.7, 44.3),
  home(2100, 'Greece', 'gr', 19.3, 34.7, 29.7, 41.8),
  home(3346, 'Lithuania', 'lt', 20.9, 53.8, 26.9, 56.5),
  home(3059, 'Latvia', 'lv', 20.9, 55.6, 28.3, 58.1),
  home(3301, 'Estonia', 'ee', 21.7, 57.5, 28.3, 59.8),
  home(27572, 'France', 'fr', -5.3, 41.3, 9.7, 51.2),
  home(31466, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(31467, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(31468, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(31469, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(4647, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  home(5650, 'Germany', 'de', 5.8, 47.2, 15.1, 55.1),
  // Some 200 m beside EPSG:25830, which has taken its place.
  rare(23030, 'Spain', '', -9.4, 35.9, 3.4, 43.9),
  rare(3068, 'Berlin', 'berlin', 13, 52.3, 13.8, 52.7),
  rare(31256, 'Eastern Austria', 'wien', 14.5, 46.5, 17.2, 49.1),
  rare(3011, 'Stockholm', 'stockholm', 17, 58.7, 19.4, 60.4),
  rare(3007, 'Gothenburg', 'goteborg', 11, 57, 12.9, 59.5),
  rare(5110, 'Oslo', 'oslo', 9.9, 58.8, 11.2, 63),
  rare(2263, 'New York', 'nyc cityofnewyork', -74.4, 40.4, -71.7, 41.4),
  rare(3035, 'Europe', '', -25, 34, 45, 72),
  rare(3034, 'Europe', '', -25, 34, 45, 72),
  rare(5243, 'Germany', '', 5.8, 47.2, 15.1, 55.1),
];
