import { expect } from '@open-wc/testing';
import { column, failure, place, problems, read, values } from '../support/dataset.js';

const collection = (members: string, more = ''): string => `<?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app" ${more}>${members}</wfs:FeatureCollection>`;
const member = (body: string, id = 'a.1'): string => `<wfs:member><app:tree gml:id="${id}">${body}</app:tree></wfs:member>`;
const point = (srs: string, pos: string): string => `<app:geom><gml:Point srsName="${srs}"><gml:pos>${pos}</gml:pos></gml:Point></app:geom>`;

describe('GML', () => {
  it('puts the longitude first, whichever way the name of the grid has it', async () => {
    const grids: readonly (readonly [srs: string, pos: string, guessed: boolean | undefined])[] = [
      ['urn:ogc:def:crs:EPSG::4326', '48.5 9.1', undefined],
      ['http://www.opengis.net/def/crs/EPSG/0/4258', '48.5 9.1', undefined],
      ['urn:ogc:def:crs:OGC:1.3:CRS84', '9.1 48.5', undefined],
      ['http://www.opengis.net/gml/srs/epsg.xml#4326', '9.1 48.5', true],
      ['urn:ogc:def:crs:EPSG::25832', '507387.2 5371850.5', undefined],
      ['EPSG:25832', '507387.2 5371850.5', undefined],
      ['urn:ogc:def:crs:EPSG::31467', '5373614.6 3507472.6', undefined],
      ['EPSG:31467', '3507472.6 5373614.6', undefined],
    ];
    for (const [srs, pos, guessed] of grids) {
      const dataset = await read(collection(member(point(srs, pos))));
      const [lon, lat] = place(dataset, 0)!;
      expect(lon, srs).to.be.closeTo(9.1, 0.001);
      expect(lat, srs).to.be.closeTo(48.5, 0.001);
      expect(dataset.report.guessedCrs, srs).to.equal(guessed);
    }
  });

  it('sees from numbers beyond the poles that an official name is not kept to', async () => {
    expect(place(await read(collection(member(point('urn:ogc:def:crs:EPSG::4326', '145.5 -37.5')))), 0)).to.deep.equal([145.5, -37.5]);
    expect(place(await read(collection(member(point('EPSG:4326', '-37.5 145.5')))), 0)).to.deep.equal([145.5, -37.5]);
  });

  it('reads GML 2 with its commas, and envelopes that speak for all', async () => {
    const gml2 = `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml"><gml:boundedBy><gml:Box srsName="EPSG:4326"><gml:coordinates>8,47 10,49</gml:coordinates></gml:Box></gml:boundedBy>
      <gml:featureMember><t fid="t.1"><name>Oak</name><g><gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates decimal="," cs=";" ts=" ">8,5;47,5 9,5;47,5 9,5;48,5 8,5;47,5</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></g></t></gml:featureMember>
      <gml:featureMember><t fid="t.2"><name>Elm</name><g><gml:Point><gml:coordinates>8.5,47.5</gml:coordinates></gml:Point></g></t></gml:featureMember></wfs:FeatureCollection>`;
    const dataset = await read(gml2);
    expect(values(dataset, 'id')).to.deep.equal(['t.1', 't.2']);
    expect(dataset.places?.kind(0)).to.equal('area');
    expect(dataset.places?.bounds.map((degree) => Number(degree.toFixed(6)))).to.deep.equal([8.5, 47.5, 9.5, 48.5]);
    expect(place(dataset, 1)).to.deep.equal([8.5, 47.5]);
  });

  it('draws curves, surfaces with holes, and positions with heights', async () => {
    const dataset = await read(collection([
      member('<app:g><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" srsDimension="3"><gml:surfaceMember><gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior><gml:LinearRing><gml:posList>48 9 1 48 10 1 49 10 1 48 9 1</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>48.2 9.5 1 48.2 9.6 1 48.3 9.6 1 48.2 9.5 1</gml:posList></gml:LinearRing></gml:interior></gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceMember></gml:MultiSurface></app:g>'),
      member('<app:g><gml:Curve srsName="urn:ogc:def:crs:EPSG::4326"><gml:segments><gml:LineStringSegment><gml:posList>48 9 48 10</gml:posList></gml:LineStringSegment><gml:Arc><gml:posList>48 10 48.5 10.5 49 10</gml:posList></gml:Arc></gml:segments></gml:Curve></app:g>', 'a.2'),
      member('<app:g xsi:nil="true"/><app:name>Nowhere</app:name>', 'a.3'),
    ].join('')));
    expect([0, 1, 2].map((row) => dataset.places?.kind(row))).to.deep.equal(['area', 'line', undefined]);
    const { parts, rows } = dataset.places!.shapes!;
    expect(rows[1]! - rows[0]!, 'rings').to.equal(2);
    expect(parts[rows[2]!]! - parts[rows[1]!]!, 'positions of the curve, of which some stand for the arc').to.equal(26);
    expect(Math.max(...dataset.places!.shapes!.coordinates.filter((_, at) => at % 2 === 0 && at / 2 >= parts[rows[1]!]!)) / 111_319.49).to.be.closeTo(10.5, 1e-4);
    expect(problems(dataset)).to.deep.equal({ 'no-place': 1 });
  });

  it('names nested values with dots, takes references by their titles, and the type with most places', async () => {
    const dataset = await read(collection(
      `${member(`<app:owner><app:Person><app:name>Ann</app:name></app:Person></app:owner><app:kind xlink:href="https://codes.example/oak" xlink:title="Oak"/><app:tag>a</app:tag><app:tag>b</app:tag><app:gone xsi:nil="true" nilReason="unknown">x</app:gone>${point('EPSG:25832', '507387 5371850')}`)}<wfs:member><app:note gml:id="n"><app:text>hi</app:text></app:note></wfs:member>`,
    ));
    expect(column(dataset, 'owner.name').value(0)).to.equal('Ann');
    expect(column(dataset, 'kind').value(0)).to.equal('Oak');
    expect(column(dataset, 'tag').value(0)).to.equal('a, b');
    expect(dataset.columns.some(({ name }) => name === 'gone')).to.equal(false);
    expect(dataset.report.choices).to.deep.equal([{ name: 'note' }]);
  });

  it('hands on what a service says that it refuses, counts where only a count comes, and says where it breaks off', async () => {
    const refused = await failure(read('<ServiceExceptionReport version="1.3.0"><ServiceException code="LayerNotDefined">No such layer</ServiceException></ServiceExceptionReport>'));
    expect(refused).to.deep.include({ reason: 'refused' });
    expect(refused.message).to.contain('No such layer (LayerNotDefined)');
    expect((await failure(read(collection('', 'numberMatched="1234" numberReturned="0"')))).message).to.contain('1234');
    expect((await failure(read(collection(member(point('EPSG:25832', '1 2'))).slice(0, -60)))).reason).to.equal('unreadable');
    // What is made of comments alone would take hours if each was looked at twice.
    expect((await failure(read(`${'<!-- x -->'.repeat(20_000)}<other/>`))).reason).to.equal('unknown');
    expect((await failure(read(collection(`${member(point('EPSG:25832', '507387 5371850'))}<ServiceException>Out of memory</ServiceException>`)))).message).to.contain('Out of memory');
  });

  it('draws circles through three positions, and around one in metres', async () => {
    const curve = (body: string, id: string): string => member(`<app:g><gml:Curve srsName="urn:ogc:def:crs:EPSG::4326"><gml:segments>${body}</gml:segments></gml:Curve></app:g>`, id);
    const bounds = async (body: string): Promise<readonly number[]> => (await read(collection(curve(body, 'a.1')))).places!.bounds.map((degree) => Number(degree.toFixed(3)) + 0);
    expect(await bounds('<gml:Circle><gml:posList>0 1 1 0 0 -1</gml:posList></gml:Circle>')).to.deep.equal([-1, -1, 1, 1]);
    expect(await bounds('<gml:CircleByCenterPoint numArc="1"><gml:pos>60 9</gml:pos><gml:radius uom="m">11132</gml:radius></gml:CircleByCenterPoint>')).to.deep.equal([8.8, 59.9, 9.2, 60.1]);
    expect(await bounds('<gml:ArcByCenterPoint numArc="1"><gml:pos>0 9</gml:pos><gml:radius uom="deg">1</gml:radius><gml:startAngle>0</gml:startAngle><gml:endAngle>90</gml:endAngle></gml:ArcByCenterPoint>')).to.deep.equal([9, 0, 10, 1]);
  });

  it('sees how many numbers a position has, whatever stands around it', async () => {
    const line = (list: string): string => `<app:g><gml:LineString srsName="urn:ogc:def:crs:EPSG::4326">${list}</gml:LineString></app:g>`;
    const ring = (numbers: string): string => `<app:g><gml:Polygon srsName="urn:ogc:def:crs:EPSG::4326"><gml:exterior><gml:LinearRing><gml:posList>${numbers}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:g>`;
    const box = (corner: string): string => `<gml:boundedBy><gml:Envelope><gml:lowerCorner>${corner}</gml:lowerCorner></gml:Envelope></gml:boundedBy>`;
    const dataset = await read(collection([
      '<wfs:boundedBy><gml:Envelope srsDimension="3"><gml:lowerCorner>47 8 0</gml:lowerCorner></gml:Envelope></wfs:boundedBy>',
      member(`${box('48 9')}${line('<gml:posList>48 9 48.5 9.5 49 10</gml:posList>')}`), member(line('<gml:posList>48 9 1 49 10 2</gml:posList>'), 'a.2'),
      member(ring('48 9 48 10 49 10 49 9 48.5 8.9 48 9'), 'a.3'), member(ring('48 9 5 48 10 6 49 10 7 48 9 5'), 'a.4'),
    ].join('')));
    expect([0, 1, 2, 3].map((row) => dataset.places?.kind(row))).to.deep.equal(['line', 'line', 'area', 'area']);
    expect(dataset.places!.bounds.map((degree) => Number(degree.toFixed(6)))).to.deep.equal([8.9, 48, 10, 49]);
  });

  it('takes lists for flat where others of the same document are marked to have heights', async () => {
    const envelope = '<wfs:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326" srsDimension="3"><gml:lowerCorner>47 8 0</gml:lowerCorner></gml:Envelope></wfs:boundedBy>';
    const line = (list: string): string => `<app:g><gml:LineString srsName="urn:ogc:def:crs:EPSG::4326">${list}</gml:LineString></app:g>`;
    const dataset = await read(collection(envelope + member(line('<gml:posList>48 9 48.5 9.5 49 10</gml:posList>')) + member(line('<gml:posList srsDimension="3">48 9 1 49 10 2</gml:posList>'), 'a.2')));
    expect(dataset.report.located).to.equal(2);
    expect(dataset.places!.bounds.map((degree) => Number(degree.toFixed(6)))).to.deep.equal([9, 48, 10, 49]);
  });

  it('goes on beyond the antimeridian, the latitude first', async () => {
    const dataset = await read(collection(member('<app:g><gml:LineString srsName="urn:ogc:def:crs:EPSG::4326"><gml:posList>-17 175 -16 185</gml:posList></gml:LineString></app:g>')));
    expect([dataset.report.located, dataset.report.crs]).to.deep.equal([1, 'EPSG:4326']);
  });

  it('finds surfaces to which a body only refers, and walls that bound it', async () => {
    const surface = '<app:boundedBy><app:Roof><app:g><gml:Polygon gml:id="p1"><gml:exterior><gml:LinearRing><gml:posList srsDimension="3">48 9 5 48 10 5 49 10 5 48 9 5</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></app:g></app:Roof></app:boundedBy>';
    const solid = '<app:solid><gml:Solid srsName="urn:ogc:def:crs,crs:EPSG::4258,crs:EPSG::5783"><gml:exterior><gml:CompositeSurface><gml:surfaceMember xlink:href="#p1"/></gml:CompositeSurface></gml:exterior></gml:Solid></app:solid>';
    const dataset = await read(collection(member(`${solid}${surface}`)));
    expect(dataset.report).to.include({ located: 1, crs: 'EPSG:4258' });
    expect(dataset.places!.bounds.map((degree) => Number(degree.toFixed(6)))).to.deep.equal([9, 48, 10, 49]);
  });

  it('may be one feature without a collection, or a geometry alone', async () => {
    const ns = 'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="urn:app"';
    const one = await read(`<?xml version="1.0"?><app:tree ${ns} gml:id="t.1"><app:kind>Oak</app:kind>${point('urn:ogc:def:crs:EPSG::4326', '48.5 9.1')}</app:tree>`);
    expect([one.report.format, one.length, values(one, 'id')[0], values(one, 'kind')[0], place(one, 0)]).to.deep.equal(['gml', 1, 't.1', 'Oak', [9.1, 48.5]]);
    expect(place(await read(`<gml:Point ${ns} gml:id="p" srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>48.5 9.1</gml:pos></gml:Point>`), 0)).to.deep.equal([9.1, 48.5]);
  });
});
