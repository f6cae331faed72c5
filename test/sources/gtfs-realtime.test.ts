import { expect } from '@open-wc/testing';
import { accounted, column, failure, place, read, values } from '../support/dataset.js';

type Bytes = number[];

const varint = (value: number): Bytes => (value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]);
const bytes = (number: number, content: Bytes): Bytes => [...varint(number * 8 + 2), ...varint(content.length), ...content];
const text = (number: number, content: string): Bytes => bytes(number, [...new TextEncoder().encode(content)]);
const whole = (number: number, value: number): Bytes => [...varint(number * 8), ...varint(value)];
const float = (number: number, value: number): Bytes => [...varint(number * 8 + 5), ...new Uint8Array(new Float32Array([value]).buffer)];
const minus = (number: number, value: bigint): Bytes => {
  const rest: Bytes = [];
  for (let left = BigInt.asUintN(64, value); left > 0n; left >>= 7n) rest.push(Number(left & 127n) | (left > 127n ? 128 : 0));
  return [...varint(number * 8), ...rest];
};

const header = bytes(1, [...text(1, '2.0'), ...whole(3, 1_700_000_000)]);
const vehicle = (id: string, lon: number): Bytes => bytes(2, [
  ...text(1, id),
  ...bytes(4, [...bytes(1, [...text(1, 'trip-1'), ...text(5, '42')]), ...bytes(2, [...float(1, 52.5), ...float(2, lon), ...float(3, 90), ...float(5, 10)]), ...whole(5, 1_699_999_990), ...bytes(8, [...text(1, 'v1'), ...text(2, 'Tram 7')]), ...whole(9, 5), ...text(99, 'of tomorrow')]),
]);
const update = bytes(2, [...text(1, 'u'), ...bytes(3, [...bytes(1, [...text(1, 'trip-2'), ...text(5, '43')]), ...bytes(2, [...bytes(2, minus(1, -120n)), ...text(4, 'stop-9')])])]);
const alert = bytes(2, [...text(1, 'a'), ...bytes(5, [...bytes(1, [...whole(1, 1_700_000_000)]), ...bytes(5, text(2, '42')), ...bytes(5, text(2, '43')), ...whole(7, 4), ...bytes(10, [...bytes(1, [...text(1, 'Detour'), ...text(2, 'en')]), ...bytes(1, [...text(1, 'Umleitung'), ...text(2, 'de')])])])]);

const feed = (...parts: Bytes[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flat());

describe('GTFS Realtime', () => {
  it('puts vehicles on the map and offers the other news', async () => {
    const dataset = await read(feed(header, vehicle('1', 13.25), update, alert));
    expect(dataset.report.format).to.equal('gtfs-realtime');
    expect(place(dataset, 0)).to.deep.equal([13.25, 52.5]);
    expect([values(dataset, 'label')[0], values(dataset, 'route_id')[0], values(dataset, 'speed (km/h)')[0], values(dataset, 'occupancy_status')[0]]).to.deep.equal(['Tram 7', 42, 36, 'full']);
    expect(column(dataset, 'time').value(0)).to.equal(1_699_999_990_000);
    expect(dataset.live).to.deep.equal({ every: 30_000, at: 1_700_000_000_000 });
    expect(dataset.report.choices?.map(({ name }) => name)).to.deep.equal(['alerts', 'trip_updates']);
  });

  it('reads delays, also negative ones, and alerts in one language', async () => {
    const updates = await read(feed(header, vehicle('1', 13), update), { layer: 'trip_updates' });
    expect([values(updates, 'delay (min)')[0], values(updates, 'next_stop_id')[0]]).to.deep.equal([-2, 'stop-9']);
    const alerts = await read(feed(header, alert));
    expect(['Detour', 'Umleitung']).to.include(values(alerts, 'header')[0]);
    expect([values(alerts, 'routes')[0], values(alerts, 'effect')[0], alerts.places]).to.deep.equal(['42, 43', 'detour', undefined]);
  });

  it('reads the same as JSON, in either spelling', async () => {
    const camel = { header: { gtfsRealtimeVersion: '2.0', timestamp: '1700000000' }, entity: [{ id: '1', vehicle: { trip: { routeId: '42' }, position: { latitude: 52.5, longitude: 13.25 }, occupancyStatus: 'FULL' } }] };
    const snake = { header: { gtfs_realtime_version: '2.0', timestamp: 1_700_000_000 }, entity: [{ id: '1', is_deleted: false, vehicle: { trip: { route_id: '42' }, position: { latitude: 52.5, longitude: 13.25 }, occupancy_status: 5 } }] };
    for (const form of [camel, snake, { status: 'OK', response: camel }]) {
      const dataset = await read(JSON.stringify(form));
      expect([place(dataset, 0), values(dataset, 'occupancy_status')[0], dataset.live?.at]).to.deep.equal([[13.25, 52.5], 'full', 1_700_000_000_000]);
    }
  });

  it('accounts for what is neither', async () => {
    const dataset = await read(feed(header, vehicle('1', 13), bytes(2, text(1, 'empty'))));
    expect([dataset.report.read, dataset.length, accounted(dataset)]).to.deep.equal([2, 1, true]);
  });

  it('says where it breaks off, and allocates nothing by what it announces', async () => {
    const cut = feed(header, vehicle('1', 13)).slice(0, -20);
    expect((await failure(read(cut))).message).to.match(/breaks off at byte \d+ of \d+/);
    const announced = feed(header, [...varint(2 * 8 + 2), 0xff, 0xff, 0xff, 0xff, 0x7f, 1]);
    expect((await failure(read(announced))).reason).to.equal('unreadable');
    const endless = feed(header, Array.from({ length: 20 }, () => 0xff));
    expect((await failure(read(endless))).reason).to.equal('unreadable');
  });
});
