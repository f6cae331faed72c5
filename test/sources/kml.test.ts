import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { serve, text } from '../support/fake-fetch.js';
import { accounted, column, failure, place, problems, read, values } from '../support/dataset.js';

const document = (body: string): string => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${body}</Document></kml>`;
const point = (name: string, lon: number, lat: number, more = ''): string => `<Placemark><name>${name}</name>${more}<Point><coordinates>${lon},${lat},0</coordinates></Point></Placemark>`;

describe('KML', () => {
  it('gives the placemarks of all folders, with the folder where there are several', async () => {
    const dataset = await read(document(`<name>Baths.kml</name><Folder><name>Indoor</name>${point('North', 9, 48)}<Folder><name>Old</name>${point('Old bath', 9.1, 48)}</Folder></Folder><Folder><name>Open air</name>${point('Lake', 9.2, 48)}</Folder>`));
    expect(values(dataset, 'folder')).to.deep.equal(['Indoor', 'Indoor / Old', 'Open air']);
    expect(dataset.about.title).to.equal('Baths');
    expect(place(dataset, 2)).to.deep.equal([9.2, 48]);
    expect((await read(document(`<Folder><name>All</name>${point('A', 1, 2)}</Folder>`))).columns.map(({ name }) => name)).to.deep.equal(['name']);
  });

  it('makes columns of data in any of the ways that programs write it', async () => {
    const data = '<ExtendedData><Data name="beds"><value>12</value></Data><SchemaData><SimpleData name="owner">City</SimpleData></SchemaData></ExtendedData><phoneNumber>+49 7071 1</phoneNumber><TimeSpan><begin>2026-01-01</begin><end>2026-02-01</end></TimeSpan>';
    const dataset = await read(document(point('A', 9, 48, data)));
    expect(column(dataset, 'beds').value(0)).to.equal(12);
    expect(column(dataset, 'owner').value(0)).to.equal('City');
    expect(column(dataset, 'start').value(0)).to.equal(Date.UTC(2026, 0, 1));
    expect(dataset.roles.phone).to.equal(dataset.columns.findIndex(({ name }) => name === 'phone'));
  });

  it('turns descriptions into text, and tables in them into columns where most placemarks have the same', async () => {
    const html = (a: number): string => `<description><![CDATA[<p>Open <b>daily</b><br>See <a href="https://city.example/a">more</a></p><table><tr><td>Depth</td><td>${a}</td></tr><tr><td>Slides:</td><td>2</td></tr></table><script>alert(1)</script>]]></description>`;
    const dataset = await read(document(point('A', 9, 48, html(3)) + point('B', 9, 49, html(4)) + point('C', 9, 50)));
    expect(values(dataset, 'Depth')).to.deep.equal([3, 4, undefined]);
    expect(values(dataset, 'Slides')).to.deep.equal([2, 2, undefined]);
    expect(column(dataset, 'description').value(0)).to.equal('Open daily\nSee more (https://city.example/a)');
  });

  it('draws lines, areas with holes, tracks and several at once, and forgives blanks and a single position', async () => {
    const dataset = await read(document(`
      <Placemark><LineString><coordinates>9, 48, 0
        9.1, 48.1, 0</coordinates></LineString></Placemark>
      <Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
      <Placemark><gx:Track><when>2026-01-01T00:00:00Z</when><when>2026-01-01T01:00:00Z</when><gx:coord>9 48 0</gx:coord><gx:coord>9.2 48 0</gx:coord></gx:Track></Placemark>
      <Placemark><MultiGeometry><Point><coordinates>9,48</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
      <Placemark><LineString><coordinates>9,48</coordinates></LineString></Placemark>
      <Placemark><name>Nowhere</name><Point><coordinates/></Point></Placemark>
      <GroundOverlay><name>Plan</name><LatLonBox><north>2</north><south>1</south><east>2</east><west>1</west></LatLonBox></GroundOverlay>`));
    expect(Array.from({ length: 7 }, (_, row) => dataset.places?.kind(row))).to.deep.equal(['line', 'area', 'line', 'area', 'point', undefined, 'area']);
    expect(dataset.places!.shapes!.rows[2]! - dataset.places!.shapes!.rows[1]!, 'rings').to.equal(2);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1 });
    expect(column(dataset, 'start').value(2)).to.equal(Date.UTC(2026, 0, 1));
    expect(accounted(dataset)).to.equal(true);
  });

  it('follows a document of links, but not on and on', async () => {
    const links = (href: string): string => document(`<NetworkLink><name>Live</name><Link><href>${href}</href></Link></NetworkLink>`);
    const open = async (linked: string) => {
      const { restore } = serve({ 'https://city.example/links.kml': text(links('live.kml')), 'https://city.example/live.kml': text(linked) });
      return openDataset('https://city.example/links.kml').finally(restore);
    };
    expect((await open(document(point('A', 9, 48)))).length).to.equal(1);
    const error = await failure(open(links('links.kml')));
    expect(error.message).to.contain('only links: links.kml');
  });

  it('ends with a sentence where it is broken, and is not misled by names', async () => {
    expect((await failure(read(`${document(point('A', 9, 48)).slice(0, 180)}`))).reason).to.equal('unreadable');
    const dataset = await read(document(point('A', 9, 48, '<ExtendedData><Data name="__proto__"><value>x</value></Data><Data name="constructor"><value>y</value></Data></ExtendedData>')));
    expect(values(dataset, '__proto__')).to.deep.equal(['x']);
    expect(({} as { x?: string }).x).to.equal(undefined);
    const deep = document(`<Placemark><name>Deep</name>${'<MultiGeometry>'.repeat(150)}<Point><coordinates>1,1</coordinates></Point>${'</MultiGeometry>'.repeat(150)}</Placemark>`);
    expect((await read(deep)).report.located).to.equal(0);
  });
});
