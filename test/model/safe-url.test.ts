import { expect } from '@open-wc/testing';
import { safeUrl, safeWebUrl } from '../../src/model/safe-url.js';

describe('safeUrl', () => {
  for (const hostile of [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'blob:https://city.example/1', 'file:///etc/passwd', '', 'not an address', undefined,
  ]) {
    it(`lets ${JSON.stringify(hostile)} go nowhere`, () => {
      expect(safeUrl(hostile)).to.equal(undefined);
      expect(safeWebUrl(hostile)).to.equal(undefined);
    });
  }

  it('lets web addresses, mail and telephone through', () => {
    expect(safeUrl(' https://city.example/a b ')).to.equal('https://city.example/a%20b');
    expect(safeUrl('mailto:office@city.example')).to.equal('mailto:office@city.example');
    expect(safeUrl('tel:+3212345')).to.equal('tel:+3212345');
    expect(safeUrl('/trees.csv', 'https://city.example/page')).to.equal('https://city.example/trees.csv');
  });

  it('takes only http and https for what is fetched', () => {
    expect(safeWebUrl('http://city.example/')).to.equal('http://city.example/');
    expect(safeWebUrl('mailto:office@city.example')).to.equal(undefined);
    expect(safeWebUrl('tel:112')).to.equal(undefined);
  });
});
