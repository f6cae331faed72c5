import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer, Client, Open } from '../client.js';

export function oembed(open: Open): void {
  describe('oEmbed', () => {
    let hub: Client;
    before(async () => void (hub = await open({ embed: 'https://www.city.example/cdn/embed.html', embedHosts: ['data.city.example'] })));
    after(() => hub.close());

    const ask = (url: string, more: Readonly<Record<string, string>> = {}): Promise<Answer> => hub.send('GET', `/v1/oembed?${new URLSearchParams({ url, ...more })}`);
    /** What the frame of an answer is told. */
    const told = ({ body }: Answer): [string, string][] => [...new URLSearchParams(new URL(/src="([^"]*)"/.exec(body.html)![1]!.replaceAll('&amp;', '&')).hash.slice(1))];

    it('gives a frame with a map of the data at an address', async () => {
      const answer = await ask('https://data.city.example/dataset/trees', { format: 'json', maxwidth: '640', maxheight: '2000' });
      const { html, ...rest } = answer.body;
      assert.match(answer.headers.get('content-type')!, /^application\/json/);
      assert.deepEqual(rest, { version: '1.0', type: 'rich', provider_name: 'City of Example', provider_url: 'https://www.city.example', width: 640, height: 1000 });
      assert.match(html, /^<iframe src="https:\/\/www\.city\.example\/cdn\/embed\.html#civic=map&amp;src=[^"]*" title="City of Example" width="640" height="1000" [^<>]*><\/iframe>$/);
      assert.deepEqual(told(answer), [['civic', 'map'], ['src', 'https://data.city.example/dataset/trees']]);
    });

    it('gives what an address says itself, with a title that ends no attribute', async () => {
      const label = `"Trees" & <b onclick='x'>`;
      const link = await ask(`https://data.city.example/trees.csv#${new URLSearchParams({ civic: 'map', label, view: '1,2,3' })}`);
      assert.deepEqual(told(link), [['civic', 'map'], ['src', 'https://data.city.example/trees.csv'], ['label', label], ['view', '1,2,3']]);
      assert.equal(link.body.title, label);
      assert.match(link.body.html, /title="&#34;Trees&#34; &amp; &#60;b onclick=&#39;x&#39;&#62;" width="800"/);
      const said: [string, string][] = [['civic', 'map'], ['civic-layer', 'src=https%3A%2F%2Fdata.city.example%2Fa.csv']];
      assert.deepEqual(told(await ask(`https://www.city.example/cdn/embed.html#${new URLSearchParams(said)}`)), said);
    });

    it('knows nothing of what others have', async () => {
      const layer = new URLSearchParams({ src: 'https://evil.example/a.csv' });
      for (const url of [
        'https://evil.example/trees.csv', 'https://data.city.example.evil.example/', 'https://data.city.example@evil.example/', 'javascript:alert(1)', 'trees', 'data:text/csv,a',
        'https://data.city.example/#civic=map&src=https://evil.example/a.csv', 'https://data.city.example/#civic=map&src=//evil.example/a.csv', `https://data.city.example/a.csv#civic=map&civic-layer=${encodeURIComponent(String(layer))}`,
      ]) assert.equal((await ask(url)).status, 404, url);
    });

    it('says what it does not understand', async () => {
      assert.equal((await hub.send('GET', '/v1/oembed')).status, 400);
      const url = 'https://data.city.example/dataset/trees';
      for (const maxwidth of ['0', '-1', 'wide', '1e9']) assert.equal((await ask(url, { maxwidth })).status, 400, maxwidth);
      assert.equal((await ask(url, { format: 'xml' })).status, 501);
    });

    it('is not there where no page for frames is', async () => {
      const silent = await open();
      assert.equal((await silent.send('GET', '/v1/oembed?url=https://data.city.example/')).status, 404);
      await silent.close();
    });
  });
}
