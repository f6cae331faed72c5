import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { freshDesk } from '../../demo/built.js';
import { createHub, type Hub } from '../../hub/src/index.js';
import { idea, moderator, rating, token } from '../../hub/test/client.js';
import { launch } from '../support/chromium.js';

const cdn = fileURLToPath(new URL('../../dist/cdn', import.meta.url));
const run = 'window.hacked=1';
/** Ways to have a script run where text is taken for markup, for an address, for a template or for a style. */
const corpus = [
  `<script>${run}</script>`, `<ScRiPt/x>${run}</sCrIpT>`, `"><img src=x onerror="${run}">`, `'><svg/onload=${run}>`, `</textarea><script>${run}</script>`, `</style><script>${run}</script>`, `--><script>${run}</script>`,
  `]]><script>${run}</script>`, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`, `<details open ontoggle=${run}>x</details>`, `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<template shadowrootmode=open><script>${run}</script></template>`, `<a href="javascript:${run}">press</a>`, `javascript:${run}//`, `[press](javascript:${run})`, `data:text/html,<script>parent.${run}</script>`,
  `&lt;img src=x onerror=${run}&gt;`, `\\u003cimg src=x onerror=${run}\\u003e`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `<!--?lit$1$--><script>${run}</script>`, `" autofocus onfocus=${run} x="`, `<style>*{background:url("javascript:${run}")}</style>`,
] as const;
const all = corpus.join('\n');
const [script, , image] = corpus;

interface Field { readonly name: string; readonly attributes: string; readonly inside?: string }
const hub = 'endpoint="/hub/"';
const own = { name: 'own', thanks: image, questions: [{ code: 'welcome', kind: 'one', field: 'score', label: image, options: [{ code: 'yes', value: 1, intention: 'good', label: script }, { code: 'no', value: 0, intention: 'bad', label: corpus[3] }] }] };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const views: readonly Field[] = [
  { name: 'civic-ideas', attributes: `${hub} roadmap="/?view=roadmap" label="${escaped(image)}"` },
  { name: 'civic-roadmap', attributes: `src="/hub/v1/commitments" ideas="/?view=ideas" label="${escaped(script)}"` },
  { name: 'civic-map', attributes: `src="/hub/v1/ideas.geojson" label="${escaped(script)}" label-by="title"` },
  { name: 'civic-map', attributes: 'src="/hub/v1/ideas.csv"' },
  { name: 'civic-map', attributes: 'src="/hub/v1/commitments.csv"' },
  ...['simple', 'yes-no', 'thumbs', 'smileys', 'it-agid', 'us-a11', 'fr-jdma', 'uk-service'].map((profile) => ({ name: 'civic-rating', attributes: `${hub} subject="https://www.city.example/passport" label="${escaped(image)}" profile="${profile}"` })),
  { name: 'civic-rating', attributes: `${hub} subject="https://www.city.example/passport"`, inside: `<script type="application/json">${JSON.stringify(own).replaceAll('<', '\\u003c')}</script>` },
];

/** Runs in the page: opens all that can be opened, shadow roots included. */
function openAll(): void {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const each of root.querySelectorAll<HTMLElement>('*')) if (each.shadowRoot) roots.push(each.shadowRoot);
    for (const each of root.querySelectorAll('details')) each.open = true;
    for (const each of root.querySelectorAll<HTMLElement>('button[aria-expanded="false"], [part=entry]')) each.click();
  }
}

/** Runs in the page: what of the corpus became more than text, and all that can be read. */
function look(): { hacked: boolean; markup: string[]; text: string } {
  const [markup, texts]: [string[], string[]] = [[], []];
  const roots: ParentNode[] = [document.body];
  for (const root of roots) {
    for (const each of root.querySelectorAll<HTMLElement>('*')) {
      if (each.shadowRoot) roots.push(each.shadowRoot);
      const isAction = each.getAttributeNames().some((attribute) => attribute.startsWith('on') || attribute === 'srcdoc' || attribute === 'autofocus');
      const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href'].some((attribute) => /^\s*(javascript|data:text)/i.test(each.getAttribute(attribute) ?? ''));
      const isElement = each.matches('iframe, mglyph, script:not([type="application/json"], [src="/civic.js"])');
      if (isAction || isAddress || isElement) markup.push(each.outerHTML.slice(0, 200));
    }
    texts.push(root.textContent ?? '');
  }
  return { hacked: 'hacked' in window, markup, text: texts.join('\n') };
}

describe('what whoever means no good writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-hostile-'));
  let city: Hub;
  let server: Server;
  let browser: Browser;
  let origin = '';

  const ask = async (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<void> => {
    const response = await fetch(`${origin}/hub/v1${path}`, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  };

  before(async () => {
    await freshDesk();
    const title = `${image} and more`;
    city = await createHub({
      name: image, database: { file: join(folder, 'hub.db') }, base: '/hub/', moderation: 'after', guard: false, limits: {}, log: false, token, minimum: 1, contact: 'javascript:window.hacked=1', url: undefined,
      categories: [{ code: 'green', label: { en: script, ar: image } }],
      challenges: [{ id: 'shade', title, brief: all, closes: new Date(Date.now() + 9e8).toISOString(), reward: all, contact: `javascript:${run}` }, { id: 'over', title, brief: all, closes: '2026-01-01T00:00:00Z', outcome: { text: all, ideas: [], at: '2026-02-01T00:00:00Z' } }],
      commitments: {
        title: image, description: all, publisher: script, source: { title: image, url: `javascript:${run}` }, licence: { title: image, url: `javascript:${run}` }, problems: [],
        commitments: [{
          id: 'c1', title, description: all, responsible: image, theme: script, status: 'delayed', dueDate: '2026-05-01', reason: all, evidence: [{ title: image, url: `javascript:${run}` }], source: { title: image, url: `data:text/html,<script>${run}</script>` }, ideas: [], sdg: [image], ogp: script,
          milestones: [{ id: 'm1', title: image, description: all, status: 'missed', dueDate: '2026-03-01' }],
        }],
      } as never,
    });
    const listener = getRequestListener((request) => city.fetch(request));
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
      if (pathname.startsWith('/hub/')) return void listener(request, response);
      const file = join(cdn, pathname);
      if (pathname !== '/' && existsSync(file)) {
        response.setHeader('content-type', 'text/javascript');
        return void createReadStream(file).pipe(response);
      }
      // No policy stands before the page: what keeps it whole is that text is bound as text.
      const { name, attributes, inside = '' } = views[Number(searchParams.get('view'))] ?? views[0]!;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(`<!doctype html><html lang="en"><title>City</title><script type="module" src="/civic.js"></script><body><${name} ${attributes}>${inside}</${name}>`);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [row, vector] of corpus.entries()) {
      const draft = idea({ title: `${row} ${vector}`.slice(0, 120), text: all, category: 'green', lang: 'en', place: { lon: 13 + row / 100, lat: 52, address: vector }, ...(row % 2 > 0 && { challenge: 'shade' }) });
      await ask('POST', '/ideas', draft);
      await ask('PATCH', `/ideas/${draft.id}`, { status: row % 3 > 0 ? 'planned' : 'open', answer: { text: all, by: vector.slice(0, 100) } }, moderator);
      await ask('POST', `/ideas/${draft.id}/comments`, { id: randomUUID(), text: all, key: `key-${draft.id}` });
      await ask('POST', '/ratings', rating({ comment: vector, lang: 'en' }));
    }
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await city?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** All that opens is opened, several times, since what was opened opens further. */
  async function searched(page: Page, what: string): Promise<string> {
    for (let times = 0; times < 3; times += 1) {
      await page.evaluate(openAll);
      await page.waitForTimeout(400);
    }
    const { hacked, markup, text } = await page.evaluate(look);
    assert.deepEqual({ hacked, markup }, { hacked: false, markup: [] }, what);
    return text;
  }

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('dialog', (dialog) => assert.fail(`A dialog: ${dialog.message()}`));
    page.on('pageerror', (error) => assert.fail(error));
    await page.goto(`${origin}${address}`);
    return page;
  }

  for (const [number, { name, attributes }] of views.entries()) {
    it(`is text in <${name} ${attributes.replace(/label="[^"]*"/, '').slice(0, 90)}>`, async () => {
      const page = await open(`/?view=${number}`);
      await page.locator(`${name}:state(ready), ${name}:state(empty)`).first().waitFor({ state: 'attached' });
      const text = await searched(page, attributes);
      // It was not left out either: whoever looks sees what was written.
      // A map takes marks out of what it lists: many publishers write them.
      if (name !== 'civic-rating') assert.ok(name === 'civic-map' ? /\{\{constructor|and more/.test(text) : text.includes(image), `${attributes} shows what was written`);
      await page.close();
    });
  }

  it('is text in every tab of the desk', async () => {
    for (const tab of ['waiting', 'all', 'replies', 'ratings', 'comments', 'log']) {
      const page = await open('/hub/v1/desk?lang=en');
      await page.locator('#token').fill(token);
      await page.locator('#token').press('Enter');
      await page.locator('#tab-waiting').waitFor();
      const button = page.locator(`#tab-${tab}`);
      if ((await button.count()) > 0) await button.click();
      await page.waitForTimeout(300);
      const { hacked, markup } = await page.evaluate(look);
      assert.deepEqual({ hacked, markup }, { hacked: false, markup: [] }, tab);
      if (tab === 'all' || tab === 'comments') assert.ok((await page.evaluate(look)).text.includes(image), `${tab} shows what was written`);
      await page.close();
    }
  });

  it('is text in the pages that answer a form without scripts', async () => {
    for (const value of [image, all, `javascript:${run}`]) {
      const page = await browser.newPage();
      await page.goto(`${origin}/?view=0`);
      await page.evaluate(([text, id]) => {
        const form = document.body.appendChild(Object.assign(document.createElement('form'), { method: 'post', action: '/hub/v1/ratings' }));
        for (const [name, content] of [['score', text], ['comment', text], ['title', text], ['reasons', text], ['answers.x', text], ['id', id], ['profile', text]] as const) form.append(Object.assign(document.createElement('input'), { name, value: content }));
        form.submit();
      }, [value, randomUUID()] as const);
      await page.waitForURL('**/hub/v1/ratings');
      const { hacked, markup } = await page.evaluate(look);
      assert.deepEqual({ hacked, markup }, { hacked: false, markup: [] }, value);
      await page.close();
    }
  });

  it('is data in every file and answer, and never a page', async () => {
    const { paths } = await (await fetch(`${origin}/hub/v1/openapi.json`)).json() as { paths: Record<string, Record<string, unknown>> };
    for (const path of Object.keys(paths).filter((each) => 'get' in paths[each]! && !each.includes('{'))) {
      const response = await fetch(`${origin}${path.startsWith('/hub') ? path : `/hub${path}`}?q=${encodeURIComponent(image)}&url=${encodeURIComponent(image)}&subject=${encodeURIComponent('https://www.city.example/passport')}`, { headers: moderator });
      const type = response.headers.get('content-type') ?? '';
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
      if (/html/.test(type)) assert.ok(!(await response.text()).includes(image), path);
    }
  });
});
