import { expect } from '@open-wc/testing';
import { column, place, read, values } from '../support/dataset.js';

const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:x="urn:x"><metadata><name>Around the lake</name><desc>A day</desc><author><name>Hiking club</name></author><time>2026-05-01T10:00:00Z</time></metadata>
<wpt lat="48.5" lon="9.1"><ele>430.5</ele><name>Spring</name><sym>Water</sym><link href="https://club.example/spring"><text>more</text></link><extensions><x:depth>2</x:depth></extensions></wpt>
<wpt lat="" lon="9"><name>Lost</name></wpt>
<rte><name>Short cut</name><rtept lat="48" lon="9"/><rtept lat="48.1" lon="9.1"/></rte>
<trk><name>Morning</name><trkseg><trkpt lat="48" lon="9"><time>2026-05-01T06:00:00Z</time></trkpt><trkpt lat="48" lon="9.2"/></trkseg><trkseg><trkpt lat="49" lon="9"/><trkpt lat="49" lon="9.2"><time>2026-05-01T09:00:00Z</time></trkpt></trkseg><trkseg><trkpt lat="50" lon="9"/></trkseg></trk></gpx>`;

describe('GPX', () => {
  it('gives a row for each waypoint, route and track, and says which is which', async () => {
    const dataset = await read(gpx);
    expect(values(dataset, 'kind')).to.deep.equal(['waypoint', 'waypoint', 'route', 'track']);
    expect(values(dataset, 'name')).to.deep.equal(['Spring', 'Lost', 'Short cut', 'Morning']);
    expect(column(dataset, 'ele').value(0)).to.equal(430.5);
    expect(column(dataset, 'depth').value(0)).to.equal(2);
    expect(column(dataset, 'link').value(0)).to.equal('https://club.example/spring');
    expect(place(dataset, 0)).to.deep.equal([9.1, 48.5]);
    expect(place(dataset, 1)).to.equal(undefined);
    expect([2, 3].map((row) => dataset.places?.kind(row))).to.deep.equal(['line', 'line']);
    expect(column(dataset, 'end').value(3)).to.equal(Date.UTC(2026, 4, 1, 9));
    expect(dataset.about).to.include({ title: 'Around the lake', description: 'A day', publisher: 'Hiking club', updated: Date.UTC(2026, 4, 1, 10) });
  });
});
