import { expect } from '@open-wc/testing';
import { read, values } from '../support/dataset.js';

describe('text that is not UTF-8', () => {
  // No browser writes these encodings: what is beyond ASCII stands for its byte, as in latin1.
  const legacy: readonly (readonly [encoding: string, written: string, name: string])[] = [
    ['windows-1250', 'N\xe1m\xecst\xed M\xedru,\x8ei\x9ekov,P\xf8\xedkopy,T\xec\x9a\xednsk\xe1,K\xf8i\x9e\xedkova', 'Náměstí Míru'],
    ['iso-8859-2', '\xa3\xf3d\xbc,\xafoliborz,\xa6wi\xeatokrzyska,Ksi\xeacia J\xf3zefa,W\xb1w\xf3z,Gda\xf1sk', 'Łódź'],
    ['windows-1254', '\xde\xfe\xfeli,\xc7ar\xfe\xfd,K\xfct\xfcphane,Be\xfeikta\xfe,E\xf0itim,M\xfcze', 'Şşşli'],
    ['macintosh', '\x83cole \x8el\x8ementaire,For\x90t,Caf\x8e,Th\x8e\x89tre,H\x99tel,Gar\x8don', 'École élémentaire'],
    ['windows-1251', '\xc1\xe8\xe1\xeb\xe8\xee\xf2\xe5\xea\xe0,\xcf\xe0\xf0\xea,\xd8\xea\xee\xeb\xe0', 'Библиотека'],
    ['koi8-r', '\xe2\xc9\xc2\xcc\xc9\xcf\xd4\xc5\xcb\xc1,\xf0\xc1\xd2\xcb,\xfb\xcb\xcf\xcc\xc1', 'Библиотека'],
    ['gb18030', '\xd6\xd0\xb9\xfa\xd2\xf8\xd0\xd0,\xb1\xb1\xbe\xa9\xca\xd0,\xb9\xab\xd4\xb0,\xd1\xa7\xd0\xa3', '中国银行'],
    ['euc-jp', '\xbf\xde\xbd\xf1\xb4\xdb,\xb8\xf8\xb1\xe0,\xb3\xd8\xb9\xbb,\xbb\xd4\xcc\xf2\xbd\xea,\xa4\xe8\xa4\xb3\xa4\xcf\xa4\xde\xa4\xb7', '図書館'],
    ['euc-kr', '\xbc\xad\xbf\xef\xc6\xaf\xba\xb0\xbd\xc3,\xb5\xb5\xbc\xad\xb0\xfc,\xb0\xf8\xbf\xf8,\xc7\xd0\xb1\xb3', '서울특별시'],
    ['windows-1252', 'Stra\xdfe,Caf\xe9,M\xfcnchen,K\xf6ln,Z\xfcrich,Gen\xe8ve,S\xe3o Paulo', 'Straße'],
  ];
  for (const [encoding, written, name] of legacy) {
    it(`is ${encoding} where a language is written so`, async () => {
      const text = `id,name\n${written.split(',').map((each, i) => `${i},${each}`).join('\n')}`;
      const dataset = await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
      expect(dataset.report.encoding).to.equal(encoding);
      expect(values(dataset, 'name')[0]).to.equal(name);
    });
  }

  it('is what the server says, unless that is what servers say of everything', async () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const russian = bytes('id,name\n1,\xc1\xe8\xe1\xeb\xe8\xee\xf2\xe5\xea\xe0\n2,\xcf\xe0\xf0\xea');
    const said = async (charset: string) => (await read(russian, {}, { 'content-type': `text/csv; charset=${charset}` })).report.encoding;
    expect([await said('iso-8859-1'), await said('koi8-r')]).to.deep.equal(['windows-1251', 'koi8-r']);
  });
});
