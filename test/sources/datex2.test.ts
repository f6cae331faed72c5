import { expect } from '@open-wc/testing';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';

const record = (id: string, name: string, x: number, y: number): string => `
  <p:parkingRecord xsi:type="p:UrbanParkingSite" id="${id}" version="1">
    <p:parkingName><c:values><c:value lang="de">${name} (de)</c:value><c:value lang="en">${name}</c:value></c:values></p:parkingName>
    <p:parkingNumberOfSpaces>100</p:parkingNumberOfSpaces>
    <p:parkingLocation xsi:type="l:PointLocation"><l:pointByCoordinates><l:pointCoordinates><l:latitude>${y}</l:latitude><l:longitude>${x}</l:longitude></l:pointCoordinates></l:pointByCoordinates></p:parkingLocation>
  </p:parkingRecord>`;
const status = (id: string, free: number): string => `
  <p:parkingRecordStatus xsi:type="p:ParkingSiteStatus"><p:parkingRecordReference targetClass="p:ParkingRecord" id="${id}" version="1"/>
    <p:parkingStatusOriginTime>2026-05-01T10:00:00Z</p:parkingStatusOriginTime>
    <p:parkingOccupancy><p:parkingNumberOfSpacesOverride>90</p:parkingNumberOfSpacesOverride><p:parkingNumberOfVacantSpaces>${free}</p:parkingNumberOfVacantSpaces></p:parkingOccupancy>
    <p:parkingSiteStatus>spacesAvailable</p:parkingSiteStatus></p:parkingRecordStatus>`;
const container = (...records: string[]): string => `<?xml version="1.0"?><messageContainer xmlns="http://datex2.eu/schema/3/messageContainer" xmlns:p="http://datex2.eu/schema/3/parking" xmlns:c="http://datex2.eu/schema/3/common"><payload lang="de"><c:publicationTime>2026-05-01T10:00:05Z</c:publicationTime>${records.join('')}</payload></messageContainer>`;

describe('DATEX II', () => {
  it('joins car parks with their status, in whichever order they come', async () => {
    const dataset = await read(container(status('2', 7), record('1', 'Market', 9.1, 48.1), record('2', 'Station', 9.2, 48.2), status('1', 30)));
    expect(dataset.report.format).to.equal('datex2');
    expect(values(dataset, 'name').map((name) => String(name).replace(' (de)', ''))).to.have.members(['Market', 'Station']);
    const row = values(dataset, 'id').map(String).indexOf('1');
    expect([place(dataset, row), values(dataset, 'free')[row], values(dataset, 'capacity')[row], values(dataset, 'status')[row]]).to.deep.equal([[9.1, 48.1], 30, 90, 'spaces available']);
    expect(dataset.live).to.deep.equal({ every: 60_000, at: Date.UTC(2026, 4, 1, 10, 0, 5) });
    expect([dataset.roles.free, dataset.roles.capacity].every((index) => index !== undefined)).to.equal(true);
  });

  it('is a table where only the status is known', async () => {
    const dataset = await read(container(status('1', 30), status('2', 7)));
    expect([dataset.length, dataset.places, dataset.report.problems]).to.deep.equal([2, undefined, []]);
    expect(dataset.columns[dataset.roles.title!]!.name).to.equal('id');
  });

  it('locates metres among degrees where one grid fits them all', async () => {
    const dataset = await read(container(record('1', 'A', 9.18, 48.78), record('2', 'B', 513_300, 5_403_000), record('3', 'C', 513_900, 5_402_000)));
    expect([dataset.report.located, dataset.report.guessedCrs]).to.deep.equal([3, true]);
    expect(place(dataset, 1)![0]).to.be.closeTo(9.18, 0.01);
    expect(place(dataset, 1)![1]).to.be.closeTo(48.78, 0.01);
    expect(place(dataset, 0)).to.deep.equal([9.18, 48.78]);
  });

  it('says that metres are nowhere where no grid fits', async () => {
    const dataset = await read(container(record('1', 'A', 9.18, 48.78), record('2', 'B', 99_999_999, 88_888_888)));
    expect([dataset.report.located, problems(dataset), accounted(dataset)]).to.deep.equal([1, { 'outside-world': 1 }, true]);
  });

  it('reads situations with points and lines', async () => {
    const situation = (id: string, location: string): string => `<s:situation id="s${id}"><s:situationRecord xsi:type="s:MaintenanceWorks" id="${id}" version="1"><s:validity><c:validityTimeSpecification><c:overallStartTime>2026-05-01T00:00:00Z</c:overallStartTime></c:validityTimeSpecification></s:validity><s:generalPublicComment><s:comment><c:values><c:value lang="en">Road works</c:value></c:values></s:comment></s:generalPublicComment>${location}</s:situationRecord></s:situation>`;
    const line = '<s:locationReference><l:gmlLineString><l:posList>48.1 9.1 48.2 9.2 48.3 9.2</l:posList></l:gmlLineString></s:locationReference>';
    const point = '<s:locationReference><l:pointByCoordinates><l:pointCoordinates><l:latitude>48.5</l:latitude><l:longitude>9.5</l:longitude></l:pointCoordinates></l:pointByCoordinates></s:locationReference>';
    const dataset = await read(container(situation('1', line), situation('2', point)));
    expect([dataset.places!.kind(0), dataset.places!.kind(1), values(dataset, 'kind')[0], values(dataset, 'description')[0]]).to.deep.equal(['line', 'point', 'maintenance works', 'Road works']);
    expect(dataset.columns[dataset.roles.start!]!.name).to.equal('start');
  });

  it('says where a document breaks off, and what one holds that is none of it', async () => {
    expect((await failure(read(container(record('1', 'A', 9, 48)).slice(0, 500)))).message).to.contain('breaks off');
    expect((await failure(read(container('<p:somethingPublication>x</p:somethingPublication>')))).reason).to.equal('unknown');
  });

  it('reads the JSON of version 3: attributes with a G, types around their values, words as objects', async () => {
    const point = { locPointLocation: { pointByCoordinates: { pointCoordinates: { latitude: 48.1, longitude: 9.1 } } } };
    const name = { values: [{ lang: 'de', value: 'Markt' }] };
    const dataset = await read(JSON.stringify({ messageContainer: { payload: [{ prkParkingTablePublication: { publicationTime: '2026-05-01T10:00:05Z', parkingTable: [{ idG: 't', parkingRecord: [{ prkUrbanParkingSite: { idG: '1', versionG: '1', parkingName: name, parkingNumberOfSpaces: 90, parkingLocation: point, parkingLayout: { value: 'openSpace' } } }] }] } }] } }));
    expect([dataset.report.format, dataset.length, place(dataset, 0), dataset.about.updated]).to.deep.equal(['datex2', 1, [9.1, 48.1], Date.UTC(2026, 4, 1, 10, 0, 5)]);
    expect(['id', 'name', 'capacity', 'layout', 'kind'].map((each) => values(dataset, each)[0])).to.deep.equal([1, 'Markt', 90, 'open space', 'urban parking site']);
  });
});
