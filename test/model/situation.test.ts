import { expect } from '@open-wc/testing';
import { partOf, withPart } from '../../src/model/fragment.js';
import type { FilterState } from '../../src/model/filter-state.js';
import { readFilterState } from '../../src/model/filter-state-read.js';
import { writeFilterState } from '../../src/model/filter-state-write.js';
import { readSituation, writeSituation } from '../../src/model/situation.js';
import { readView, writeView } from '../../src/model/view.js';

describe('a filter in a link', () => {
  it('is readable, and comes back as it was', () => {
    const filter: FilterState = { text: 'oak tree', where: [{ column: 'kind', values: ['Museum', 'Park'] }, { column: 'opened', ranges: [[1900, 2000], [2010, Infinity]] }] };
    expect(writeFilterState(filter)).to.equal('q=oak+tree;.kind=Museum,Park;.opened:range=1900~2000,2010~');
    expect(readFilterState(writeFilterState(filter))).to.deep.equal(filter);
  });

  it('keeps signs that mean something in links, rows without a value, and other scripts', () => {
    const filter: FilterState = {
      text: 'a&b=c;d #1+1 (x)*',
      where: [{ column: '.a:b=c;d', values: [null, 'x,y;z', 'ü', 'شجرة', '~100%'], weekdays: [1, 7], hours: [0, 23] }, { column: '__proto__', values: ['toString'] }],
      extent: [170, -20, -170, 5], area: [[1, 2], [3, 4], [5.5, -6]],
    };
    const written = writeFilterState(filter);
    expect(readFilterState(written)).to.deep.equal(filter);
    expect(written).to.match(/^[\w.:;=,~%+-]+$/);
    expect(readFilterState(JSON.stringify(filter))).to.deep.equal(filter);
  });

  it('leaves out what cannot be understood', () => {
    for (const hostile of ['', '{', '{"where":[{"column":5,"values":["a"]}]}', '{"text":{"a":1},"where":{"length":3}}', '.x:range=a~b', '.%E0%A4%A=1', ';;;==;.=;.:range=', '.a:hour=24,-1,x', 'box=1,2,3', 'area=1,2,3,4', null, 7, [], '[1]', 'x'.repeat(30_000)]) {
      expect(readFilterState(hostile), String(hostile).slice(0, 40)).to.deep.equal({});
    }
    expect(readFilterState('nonsense;q=oak;box=1,2,3,x')).to.deep.equal({ text: 'oak' });
    expect(readFilterState(Array.from({ length: 1000 }, (_, i) => `.c${i}=1`).join(';')).where).to.have.length(30);
    expect(() => writeFilterState({ text: 'broken \ud800 letter' })).not.to.throw();
  });
});

describe('where a map looks', () => {
  it('is read from attributes, links and pages', () => {
    expect(readView(' 11.5, 48.1 ,12')).to.deep.equal({ longitude: 11.5, latitude: 48.1, zoom: 12 });
    expect(readView('170,-20,-170,5')).to.deep.equal({ bounds: [170, -20, -170, 5] });
    expect(readView({ bounds: [1, 2, 3, 4] })).to.deep.equal({ bounds: [1, 2, 3, 4] });
  });

  it('is nowhere where somebody wrote nonsense', () => {
    for (const hostile of ['', 'a,b,c', ',,', '1,2', '1,2,3,4,5', '11,95,3', '11,45,Infinity', '1e9,0,3', '0,5,1,4', null, undefined]) expect(readView(hostile), String(hostile)).to.equal(undefined);
    expect(readView({ longitude: '1', latitude: 2, zoom: 3 } as never)).to.equal(undefined);
    expect(readView({ bounds: 'abcd' } as never)).to.equal(undefined);
    expect(readView({ bounds: [] } as never)).to.equal(undefined);
    expect(readView({} as never)).to.equal(undefined);
  });

  it('is written no finer than it can be seen', () => {
    expect(writeView({ longitude: 11.575123456, latitude: 48.137123456, zoom: 12.0001 })).to.equal('11.57512,48.13712,12');
    expect(writeView({ longitude: -0.00001, latitude: 20, zoom: 1.5 })).to.equal('0,20,1.5');
  });
});

describe('what somebody looks at, in a link', () => {
  it('comes back as it was', () => {
    const written = writeSituation({ filters: { text: 'oak' }, selected: { id: 'T 17/b' }, chosen: [['year', '2024'], ['sex', undefined]] }, '11.5,48.1,12');
    expect(written).to.equal('q=oak;of:year=2024;of:sex=;id=T+17%2Fb;at=11.5,48.1,12');
    expect(readSituation(written)).to.deep.equal({ filters: { text: 'oak' }, selected: { id: 'T 17/b' }, chosen: [['year', '2024'], ['sex', undefined]], view: { longitude: 11.5, latitude: 48.1, zoom: 12 } });
  });

  it('is nothing where somebody wrote nonsense', () => {
    for (const hostile of ['', 'at=x', 'row=-1', 'row=1e9', 'id=%', 'of:=1', '{"text":"a"}', '<script>alert(1)</script>']) {
      expect(readSituation(hostile), hostile).to.deep.equal({ filters: {}, selected: undefined, chosen: [], view: undefined });
    }
  });
});

describe('the fragment of a page', () => {
  it('is shared: each part has its name, the others stay as they are', () => {
    expect(partOf('#chapter-2&trees=q=oak;at=1,2,3&bins=q=x', 'trees')).to.equal('q=oak;at=1,2,3');
    expect(withPart('#chapter-2&trees=q=oak&b%69ns=%zz', 'trees', 'q=lime')).to.equal('chapter-2&trees=q=lime&b%69ns=%zz');
    expect(withPart('#chapter-2&trees=q=oak&x', 'trees', '')).to.equal('chapter-2&x');
    expect(withPart('', 'my trees', 'q=oak')).to.equal('my+trees=q=oak');
    expect(partOf('#my%20trees=q=oak', 'my trees')).to.equal('q=oak');
    expect(partOf('#trees', 'trees')).to.equal(undefined);
    expect(partOf('#%zz=1&a', 'trees')).to.equal(undefined);
  });
});
