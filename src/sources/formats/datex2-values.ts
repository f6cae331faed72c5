import { bestLanguage } from './translations.js';
import { all, first, type XmlElement } from './xml.js';

/** What the elements are called that say what people look for, in version 2 with its extensions and in version 3. */
const names: Readonly<Record<string, string>> = {
  parkingName: 'name', parkingFacilityName: 'name', parkingAreaName: 'name', name: 'name', siteName: 'name',
  parkingDescription: 'description', parkingFacilityDescription: 'description', generalPublicComment: 'description', comment: 'description',
  parkingNumberOfSpaces: 'capacity', parkingNumberOfSpacesOverride: 'capacity', totalParkingCapacity: 'capacity', totalParkingCapacityOverride: 'capacity', totalNumberOfSpaces: 'capacity',
  parkingNumberOfVacantSpaces: 'free', totalNumberOfVacantParkingSpaces: 'free', parkingAreaTotalNumberOfVacantParkingSpaces: 'free', numberOfVacantParkingSpaces: 'free',
  parkingNumberOfOccupiedSpaces: 'occupied', totalNumberOfOccupiedParkingSpaces: 'occupied', parkingNumberOfVehicles: 'vehicles',
  parkingOccupancy: 'occupancy', parkingFacilityOccupancy: 'occupancy', parkingAreaOccupancy: 'occupancy',
  parkingOccupancyTrend: 'trend', parkingFacilityOccupancyTrend: 'trend', parkingAreaOccupancyTrend: 'trend',
  parkingSiteStatus: 'status', parkingFacilityStatus: 'status', parkingSiteOpeningStatus: 'opening status', openingStatus: 'opening status', status: 'status',
  parkingStatusOriginTime: 'time', parkingFacilityStatusTime: 'time', parkingAreaStatusTime: 'time', situationRecordVersionTime: 'time', lastUpdated: 'time',
  parkingLayout: 'layout', parkingFacilityLayout: 'layout', urbanParkingSiteType: 'type', parkingSiteType: 'type',
  overallStartTime: 'start', overallEndTime: 'end',
  urlLinkAddress: 'link', contactDetailsTelephoneNumber: 'phone', contactDetailsEMail: 'email', contactDetailsStreet: 'address',
};
/** Where something is, and how the document came about, is nothing to read. */
const silent = /^(latitude|longitude|pos|posList|altitude|targetClass|situationRecordCreation(Time|Reference)|situationRecordFirstSupplierVersionTime|parkingRecordVersionTime|confidentiality|informationStatus|measurementInterval|validityStatus|areaExtension|alertCLocation\w*|specificLocation|alertC\w+|openlr\w*|linearWithinLinearGmlElement)$/;
/** Parts that lie deep and are told elsewhere. */
const away = /(openingTimes|location\w*|groupOfLocations|\w*Location|vehicleCountAndRate|\w*Thresholds|locationContainedInGroup|coordinates\w*)$/i;
/** Deeper than any model. */
const deepest = 40;

/** What a record says, under names that people read; of what it says more than once, the first. */
export function valuesOf(record: XmlElement): Readonly<Record<string, string | number>> {
  const values = Object.create(null) as Record<string, string | number>;
  const type = record.attributes.get('type')?.replace(/^.*:/, '');
  collect(record, values, 0);
  if (type) values['kind'] = readable(type.replace(/Status$/, ''));
  return values;
}

function collect({ children }: XmlElement, values: Record<string, string | number>, depth: number): void {
  for (const child of children) {
    const translated = translation(child);
    const text = translated ?? (child.children.length === 0 ? child.text : '');
    if (text && !silent.test(child.name)) {
      const name = names[child.name] ?? readable(child.name);
      values[name] ??= isNumber(text) ? Number(text) : isWord(text) ? readable(text) : text;
    } else if (child.children.length > 0 && translated === undefined && depth < deepest && !away.test(child.name)) collect(child, values, depth + 1);
  }
}

/** `<values><value lang="de">…`, in one language. */
function translation(element: XmlElement): string | undefined {
  const values = all(first(element, 'values') ?? (element.name === 'values' ? element : undefined), 'value');
  if (values.length === 0) return undefined;
  const tag = bestLanguage(values.map(({ attributes }) => attributes.get('lang') ?? ''));
  return values.find(({ attributes }) => (attributes.get('lang') ?? '') === tag)?.text;
}

const isNumber = (text: string): boolean => /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text);

/** A word of the model, such as `spacesAvailable`, and no name of anything. */
const isWord = (text: string): boolean => /^[a-z]+([A-Z][a-z0-9]+)+$/.test(text);

const readable = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
