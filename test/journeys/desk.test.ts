import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { freshDesk } from '../../demo/built.js';
import { idea, rating } from '../../hub/test/client.js';
import { openDatabase } from '../../hub/src/database.js';
import { forwardId, progress } from '../../hub/src/forwards.js';
import { createHub, type Hub } from '../../hub/src/index.js';
import { axeFindings, launch } from '../support/chromium.js';

const hostile = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}`;
const people = [
  { name: 'Rita', role: 'reader', token: 'the-token-of-rita' }, { name: 'Mona', role: 'moderator', token: 'the-token-of-mona' }, { name: 'Max <b>', role: 'moderator', token: 'the-token-of-max.' },
] as const;

describe('the moderation page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-desk-'));
  let hub: Hub;
  let server: ServerType;
  let browser: Browser;
  let address = '';

  before(async () => {
    await freshDesk();
    hub = await createHub({
      name: 'City of <i>Example</i>', database: { file: join(folder, 'hub.db') }, base: '/hub/', moderation: 'before', guard: false, limits: {}, log: false, tokens: people,
      categories: [{ code: 'green', label: { en: 'Parks', ar: 'حدائق' } }, { code: 'hostile', label: { en: hostile } }],
    });
    server = createAdaptorServer({ fetch: (request) => hub.fetch(request) });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub/v1`;
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    await hub?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, body?: unknown, name = 'Mona'): Promise<Record<string, unknown>> {
    const { token } = people.find((each) => each.name === name)!;
    const response = await fetch(address + path, { method, headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    assert.ok(response.ok, `${method} ${path}: ${response.status}`);
    return response.status === 204 ? {} : (await response.json()) as Record<string, unknown>;
  }

  /** As a citizen, whose answers may wait. */
  async function send(path: string, body: unknown): Promise<void> {
    const { status } = await fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    assert.equal(status, 201);
  }

  async function propose(title: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const draft = idea({ title, ...more });
    await send('/ideas', draft);
    return draft.id;
  }

  const statusOf = async (id: string): Promise<unknown> => (await ask('GET', `/ideas/${id}`))['status'];

  /** Opens the page for somebody who types their token. What the browser refuses, or a script throws, fails the test. */
  async function open(name: string, options: BrowserContextOptions = {}, query = '?lang=en'): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(error));
    page.on('console', (message) => assert.doesNotMatch(message.text(), /Content Security Policy|TrustedHTML/));
    await page.goto(`${address}/desk${query}`);
    await page.locator('#token:focus').waitFor();
    await page.keyboard.type(people.find((each) => each.name === name)!.token);
    await page.keyboard.press('Enter');
    // How much waits is known a moment after the tabs are there.
    await page.locator('#tab-waiting .count').waitFor();
    return page;
  }

  const card = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true });
  const said = (page: Page, text: string | RegExp): Promise<void> => page.locator('.notice').getByText(text).waitFor();

  it('is served with a policy of its own, and again only when it has changed', async () => {
    const page = await fetch(`${address}/desk`);
    const policy = page.headers.get('content-security-policy')!;
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(rule), rule);
    for (const [file, type] of [['', 'text/html; charset=utf-8'], ['/desk.js', 'text/javascript; charset=utf-8'], ['/de.js', 'text/javascript; charset=utf-8'], ['/desk.css', 'text/css; charset=utf-8'], ['/desk.svg', 'image/svg+xml']] as const) {
      const first = await fetch(`${address}/desk${file}`);
      assert.deepEqual([first.status, first.headers.get('content-type'), first.headers.get('cross-origin-resource-policy')], [200, type, 'same-origin'], file);
      assert.equal((await fetch(`${address}/desk${file}`, { headers: { 'if-none-match': first.headers.get('etag')! } })).status, 304, file);
    }
    for (const file of ['none.js', '..%2f..%2fpackage.json', 'desk.html']) assert.equal((await fetch(`${address}/desk/${file}`)).status, 404, file);
  });

  it('signs in by keyboard, says what is wrong with a token, and forgets it', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/desk?lang=en`);
    await page.locator('#token:focus').waitFor();
    await page.keyboard.type('the-token-of-nobody');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('nobody’s token').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.route('**/moderation/me', (route) => route.abort());
    await page.locator('#token').fill('the-token-of-mona');
    await page.locator('#token').press('Enter');
    await page.getByRole('alert').getByText('does not answer').waitFor();
    await page.unroute('**/moderation/me');
    await page.locator('#token').fill(' the-token-of-mona ');
    await page.locator('#token').press('Enter');
    await page.getByText('Mona moderates').waitFor();
    assert.ok(!page.url().includes('mona'));
    assert.deepEqual(await page.evaluate('[Object.values(localStorage).join(), Object.values(sessionStorage).join()]'), ['', 'the-token-of-mona']);
    await page.reload();
    await page.getByText('Mona moderates').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('#token').waitFor();
    assert.equal(await page.evaluate('sessionStorage.length'), 0);
    await page.context().close();
  });

  it('moves between the tabs as tabs are moved between', async () => {
    const page = await open('Mona');
    const chosen = page.getByRole('tab', { selected: true });
    await chosen.focus();
    for (const [key, name] of [['ArrowRight', /All ideas/], ['End', /Log/], ['ArrowRight', /Ideas that wait/], ['ArrowLeft', /Log/], ['Home', /Ideas that wait/]] as const) {
      await page.keyboard.press(key);
      assert.match((await chosen.textContent())!, name);
      assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1);
      assert.match((await page.locator(':focus').textContent())!, name);
    }
    await page.context().close();
  });

  it('publishes three at once and takes that back', async () => {
    const ids = [await propose('A bench at the market'), await propose('A bench at the school'), await propose('A bench at the station')];
    const page = await open('Mona');
    for (const title of ['market', 'school', 'station']) {
      await page.getByRole('checkbox', { name: `Select “A bench at the ${title}”` }).focus();
      await page.keyboard.press('Space');
    }
    const count = page.getByRole('tab', { name: /Ideas that wait/ });
    assert.match((await count.textContent())!, /3/);
    await page.getByRole('group', { name: '3 selected' }).getByRole('button', { name: 'Publish' }).focus();
    await page.keyboard.press('Enter');
    await said(page, '3 ideas published.');
    assert.deepEqual(await Promise.all(ids.map(statusOf)), ['open', 'open', 'open']);
    await page.getByText('No idea waits.').waitFor();
    assert.match((await count.textContent())!, /0/);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await said(page, '3 decisions taken back.');
    await card(page, 'A bench at the school').waitFor();
    assert.deepEqual(await Promise.all(ids.map(statusOf)), ['held', 'held', 'held']);
    await page.context().close();
  });

  it('decides by single keys on what has the focus alone, until that is turned off', async () => {
    const first = await propose('Trees along the old canal');
    const second = await propose('Lamps along the old canal');
    const page = await open('Mona');
    await card(page, 'Lamps along the old canal').focus();
    await page.keyboard.press('d');
    await said(page, '1 idea declined.');
    assert.equal(await statusOf(second), 'declined');
    assert.equal(await page.locator(':focus').getAttribute('id'), `card-${first}`, 'What comes next has the focus.');
    await page.keyboard.press('u');
    await said(page, '1 decision taken back.');
    assert.equal(await statusOf(second), 'held');
    await page.getByText('Keyboard').click();
    await page.getByRole('checkbox', { name: /Single keys/ }).uncheck();
    await card(page, 'Trees along the old canal').focus();
    await page.keyboard.press('p');
    await page.keyboard.press('Tab');
    assert.equal(await statusOf(first), 'held');
    await page.context().close();
  });

  it('keeps an answer until it is sent, over a reload and a token that is no longer taken', async () => {
    const id = await propose('A crossing before the school');
    const page = await open('Mona');
    await card(page, 'A crossing before the school').focus();
    await page.keyboard.press('e');
    await page.keyboard.type('We begin in May.');
    await page.getByLabel('Who answers').fill('Roads');
    await page.reload();
    await card(page, 'A crossing before the school').getByText('Not sent yet').waitFor();
    await card(page, 'A crossing before the school').getByRole('button', { name: 'Answer and status' }).click();
    await page.getByLabel('Status').selectOption('planned');
    await page.getByLabel('Category').selectOption('green');
    await page.getByLabel('Commitments').fill('C-1, not an id!');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, /What you typed is kept.*Commitments: is not valid/);
    await page.getByLabel('Commitments').fill('C-1, C-2');

    await page.route('**/moderation/decisions', (route) => route.abort());
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, /does not answer/);
    await page.unroute('**/moderation/decisions');
    await page.route('**/moderation/decisions', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Sign in again').first().waitFor();
    await page.unroute('**/moderation/decisions');
    await page.locator('#token').fill('the-token-of-mona');
    await page.locator('#token').press('Enter');
    assert.equal(await page.getByLabel('Official answer').inputValue(), 'We begin in May.');
    await page.getByRole('button', { name: 'Save' }).click();
    await said(page, '1 idea changed.');
    const { status, answer, category, commitments } = (await (await fetch(`${address}/ideas/${id}`)).json()) as { status: string; answer: Record<string, string>; category: string; commitments: string[] };
    assert.deepEqual([status, answer['text'], answer['by'], category, commitments], ['planned', 'We begin in May.', 'Roads', 'green', ['C-1', 'C-2']]);
    await page.context().close();
  });

  it('says that somebody else decided meanwhile, shows what is there now, and loses nothing', async () => {
    const [id, other] = [await propose('A pool that is open in winter'), await propose('A pool that is open at night')];
    const [mona, max] = await Promise.all([open('Mona'), open('Max <b>')]);
    await card(mona!, 'A pool that is open in winter').getByRole('button', { name: 'Answer and status' }).click();
    await mona!.getByLabel('Official answer').fill('We look into it.');
    await card(max!, 'A pool that is open in winter').getByRole('button', { name: 'Publish' }).click();
    await said(max!, '1 idea published.');
    await mona!.getByRole('button', { name: 'Save' }).click();
    await said(mona!, /Somebody else has decided on this meanwhile/);
    await card(mona!, 'A pool that is open in winter').locator('.badge').getByText('Open').waitFor();
    assert.equal(await mona!.getByLabel('Official answer').inputValue(), 'We look into it.');
    await mona!.getByRole('button', { name: 'Save' }).click();
    await said(mona!, '1 idea changed.');
    // Of two that are decided on at once, one of which has changed, none is.
    await card(max!, 'A pool that is open at night').waitFor();
    await max!.getByRole('tab', { name: 'All ideas' }).click();
    await ask('PATCH', `/ideas/${id}`, { status: 'considered' });
    for (const title of ['in winter', 'at night']) await max!.getByRole('checkbox', { name: `Select “A pool that is open ${title}”` }).check();
    await ask('PATCH', `/ideas/${id}`, { status: 'done' });
    await max!.getByRole('group', { name: '2 selected' }).getByRole('button', { name: 'Decline' }).click();
    await said(max!, /Somebody else/);
    await max!.getByRole('group', { name: '1 selected' }).waitFor();
    assert.deepEqual([await statusOf(id), await statusOf(other)], ['done', 'held']);
    await card(max!, 'A pool that is open in winter').getByText('Done').first().waitFor();
    await Promise.all([mona!.context().close(), max!.context().close()]);
  });

  it('says when there is something new, and when there is no connection', async () => {
    const page = await open('Mona');
    const count = page.getByRole('tab', { name: /Ideas that wait/ });
    const before = Number(/\d+/.exec((await count.textContent())!)![0]);
    await propose('A slide for the new playground');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('button', { name: 'There is something new' }).click();
    await card(page, 'A slide for the new playground').waitFor();
    await page.getByRole('tab', { name: `Ideas that wait ${before + 1}`, exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('There is no connection').waitFor();
    await page.context().setOffline(false);
    await page.getByText('There is no connection').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('asks before it forgets what was typed', async () => {
    await propose('A kiosk in the old tower');
    const page = await open('Mona');
    await card(page, 'A kiosk in the old tower').getByRole('button', { name: 'Answer and status' }).click();
    await page.getByLabel('Official answer').fill('Perhaps.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByText('for 1 idea').waitFor();
    await page.getByRole('button', { name: 'Stay' }).click();
    assert.equal(await page.getByLabel('Official answer').inputValue(), 'Perhaps.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await page.locator('#token:focus').waitFor();
    assert.equal(await page.evaluate('sessionStorage.length'), 0);
    await page.context().close();
  });

  it('erases after a question alone, and says in the log who did what and what is final', async () => {
    const id = await propose('Words that nobody should read');
    const page = await open('Max <b>');
    const erase = card(page, 'Words that nobody should read').getByRole('button', { name: 'Erase' });
    await erase.click();
    assert.equal(await page.locator(':focus').textContent(), 'Keep');
    await page.keyboard.press('Escape');
    assert.equal(await statusOf(id), 'held');
    await erase.click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await said(page, '1 idea erased.');
    assert.equal(await page.locator('#undo').count(), 0);
    const other = await propose('A fountain on the square');
    await ask('PATCH', `/ideas/${other}`, { status: 'planned', answer: { text: 'It comes next year.', by: 'Works' } });
    await page.getByRole('tab', { name: 'Log' }).click();
    const entry = card(page, 'A fountain on the square').first();
    await entry.getByText('It comes next year.').waitFor();
    assert.match((await entry.textContent())!.replace(/\s+/g, ' '), /Mona .*Status Waiting Planned\s?Answer .*Who answers Works/);
    const last = card(page, 'An idea that was erased').first();
    assert.match((await last.textContent())!, /Max <b>[^]*Cannot be taken back/);
    assert.equal(await last.getByRole('button').count(), 0);
    await entry.getByRole('button', { name: 'Show' }).click();
    await page.locator(`#card-${other}:focus`).waitFor();
    assert.equal(await page.getByRole('article').count(), 1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('tab', { name: 'Log' }).click();
    await entry.getByRole('button', { name: 'Undo' }).click();
    await said(page, '1 decision taken back.');
    assert.equal(await statusOf(other), 'held');
    await card(page, 'A fountain on the square').getByText('Taken back').waitFor();
    await page.context().close();
  });

  it('shows why ratings wait, and lets them count or deletes them', async () => {
    const sent = rating({ comment: `https://a.example https://b.example https://c.example ${hostile}` });
    await send('/ratings', sent);
    const page = await open('Mona');
    await page.getByRole('tab', { name: /Ratings that wait/ }).click();
    await page.getByText('a text like a machine’s').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await said(page, '1 rating deleted.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Count' }).click();
    await said(page, '1 rating counts now.');
    await page.getByRole('tab', { name: 'Comments on ratings' }).click();
    await page.getByText('<script>').waitFor();
    await page.context().close();
  });

  it('shows all that a rating that waits has answered, in the words in which it was asked', async () => {
    const lure = 'https://a.example https://b.example https://c.example';
    const about = (page: string): { subject: { url: string } } => ({ subject: { url: `https://www.city.example/${page}` } });
    await send('/ratings', rating({ ...about('simple'), score: { value: 2, min: 1, max: 5 }, reasons: ['technical', 'unclear'], comment: lure }));
    await send('/ratings', rating({ ...about('trust'), profile: 'us-a11', score: { value: 0, min: 0, max: 1 }, answers: { negative: ['ease', 'employee'] }, comment: lure }));
    await send('/ratings', rating({ ...about('aide'), profile: 'fr-jdma', score: { value: 3, min: 1, max: 3 }, answers: { comprehension: ['4'], contact_tried: ['other'], contact_tried_verbatim: `Un voisin ${hostile}` }, comment: lure }));
    await send('/ratings', rating({ ...about('own'), profile: 'pool', score: { value: 7, min: 0, max: 10 }, answers: { water: ['cold', 'deep'] }, comment: lure }));
    const page = await open('Mona');
    await page.getByRole('tab', { name: /Ratings that wait/ }).click();
    const shown = async (name: RegExp): Promise<string> => {
      const entry = page.getByRole('article', { name });
      await entry.waitFor();
      return (await entry.locator('h2, .answers').allTextContents()).join(' ').replace(/\s+/g, ' ').trim();
    };
    assert.equal(await shown(/simple$/), 'Bad · 2 of 5 (simple) https://www.city.example/simple What was difficult?Something did not workThe information was not clear');
    assert.equal(await shown(/trust$/), 'Disagree (us-a11) https://www.city.example/trust What didn’t go so well?It was not easy to complete what I needed to doEmployees I interacted with were not helpful');
    assert.match(await shown(/aide$/), /^Very good \(fr-jdma\) .*information and instructions provided\?4 of 5.*Other, please specify.*Un voisin ">.*<script>/);
    assert.equal(await shown(/own$/), '7 of 10 (pool) https://www.city.example/own watercolddeep');
    assert.equal(await page.getByRole('article', { name: /trust$/ }).locator('.answers').getAttribute('lang'), 'en');
    assert.equal(await page.evaluate('window.hacked'), undefined);
    for (const name of [/simple$/, /trust$/, /aide$/, /own$/]) await page.getByRole('article', { name }).getByRole('checkbox').check();
    await page.getByRole('group', { name: '4 selected' }).getByRole('button', { name: 'Count' }).click();
    await said(page, '4 ratings count now.');
    await page.getByRole('tab', { name: 'Comments on ratings' }).click();
    const written = page.getByRole('article').filter({ hasText: 'fr-jdma' });
    await written.getByText('What other types of assistance did you use?').waitFor();
    await written.getByText('Un voisin').waitFor();
    await page.context().close();
  });

  it('publishes, declines and takes back comments on ideas by keyboard alone', async () => {
    const about = await propose('A tram to the harbour');
    await ask('PATCH', `/ideas/${about}`, { status: 'open' });
    const say = async (text: string): Promise<string> => {
      const id = randomUUID();
      await send(`/ideas/${about}/comments`, { id, text, key: `key-${id}` });
      return id;
    };
    const [first, second, third] = [await say('Above all in winter.'), await say(`Buy this ${hostile}`), await say('And on Sundays.')];
    const seen = async (id: string): Promise<unknown> => (await ask('GET', `/comments/${id}`))['status'];
    const page = await open('Mona');
    /** Goes on with the Tab key until what is called so has the focus. */
    const tabTo = async (name: string, where = 'article:nth-of-type(1)'): Promise<void> => {
      for (let times = 0; times < 60; times += 1) {
        await page.keyboard.press('Tab');
        if (await page.locator(`${where} :focus`).evaluateAll((all, called) => all.some((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === called), name)) return;
      }
      assert.fail(`Tab never comes to “${name}”.`);
    };
    await page.locator('#tab-waiting').focus();
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const count = page.getByRole('tab', { name: 'Comments that wait 3', exact: true });
    await count.waitFor();
    await page.locator(`#card-${first}`).getByText('Above all in winter.').waitFor();
    await tabTo('Publish', `#card-${first}`);
    await page.keyboard.press('Enter');
    await said(page, '1 comment published.');
    assert.equal(await seen(first), 'open');
    assert.equal(await page.locator(':focus').getAttribute('id'), `card-${second}`, 'What comes next has the focus.');
    await tabTo('Delete', `#card-${second}`);
    await page.keyboard.press('Enter');
    await said(page, '1 comment deleted.');
    assert.equal(await seen(second), 'deleted');
    await page.getByRole('tab', { name: 'Comments that wait 1', exact: true }).waitFor();
    await tabTo('Undo', '.notice');
    await page.keyboard.press('Enter');
    await said(page, '1 decision taken back.');
    await page.locator(`#card-${second}`).getByText('<script>').waitFor();
    assert.deepEqual([await seen(second), await seen(third), await page.evaluate('window.hacked')], ['held', 'held', undefined]);
    // Both at once, by the box above all.
    await page.locator('#tab-replies').focus();
    await tabTo('', '.bulk');
    await page.keyboard.press('Space');
    await tabTo('Publish', '.bulk');
    await page.keyboard.press('Enter');
    await said(page, '2 comments published.');
    assert.deepEqual([await seen(second), await seen(third)], ['open', 'open']);
    await page.getByText('No comment waits.').waitFor();
    await page.locator('#tab-replies').getByText('0').waitFor();
    await page.context().close();
  });

  it('says what became of ideas in the city’s Open311 system, why, and sends them once more', async () => {
    const [there, refused, lost, later] = [await propose('Lights in the tunnel'), await propose('Paint on the old bridge'), await propose('Sand for the playground'), await propose('Shade at the bus stop')];
    const database = await openDatabase({ file: join(folder, 'hub.db') });
    await database.updateTable('ideas').set({ forwarded_id: '00042', forwarded_url: 'https://311.city.example/requests/00042', forwarded_at: new Date().toISOString() }).where('id', '=', there).execute();
    const due = new Date(Date.now() + 60_000).toISOString();
    for (const [idea, code, failure, next] of [[refused, 'refused', `400: service_code not found ${hostile}`, null], [lost, 'uncertain', '502', due], [later, 'unreachable', '503', due]] as const) {
      await database.insertInto('deliveries').values({ id: forwardId(idea), kind: 'open311', hook: 'https://311.city.example', body: progress({ idea }), created: due, attempts: 1, due: next, code, failure }).execute();
    }
    await database.destroy();
    const page = await open('Mona');
    assert.equal(await card(page, 'Lights in the tunnel').getByRole('link', { name: '00042' }).getAttribute('href'), 'https://311.city.example/requests/00042');
    await page.locator('.stopped').getByText('2 ideas did not get into').waitFor();
    await page.locator('.stopped').getByRole('button', { name: 'Show them' }).click();
    await page.getByText('Ideas are shown that did not get').waitFor();
    await card(page, 'Paint on the old bridge').getByText(hostile).waitFor();
    assert.deepEqual((await page.getByRole('article').locator('h2').allTextContents()).sort(), ['Paint on the old bridge', 'Sand for the playground']);
    await card(page, 'Sand for the playground').getByText('Nobody knows whether').waitFor();
    await card(page, 'Paint on the old bridge').getByRole('button', { name: 'Send once more' }).click();
    await said(page, '1 idea is on its way once more.');
    await card(page, 'Paint on the old bridge').getByText('On its way').waitFor();
    assert.equal(await card(page, 'Paint on the old bridge').getByRole('button', { name: 'Send once more' }).count(), 0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await card(page, 'Shade at the bus stop').getByText('It is tried again').waitFor();
    await page.locator('.stopped').getByText('1 idea did not get into').waitFor();
    assert.equal(await page.evaluate('window.hacked'), undefined);
    const reader = await open('Rita');
    await card(reader, 'Sand for the playground').getByText('Nobody knows whether').waitFor();
    assert.equal(await reader.getByRole('button', { name: 'Send once more' }).count(), 0);
    await Promise.all([page.context().close(), reader.context().close()]);
  });

  it('shows a reader everything that waits, and nothing to decide with', async () => {
    await propose('Something for a reader to see');
    const page = await open('Rita');
    await card(page, 'Something for a reader to see').waitFor();
    assert.equal(await page.getByRole('tab').count(), 5);
    assert.equal(await page.locator('.panel input[type=checkbox]').count(), 0);
    assert.deepEqual(await card(page, 'Something for a reader to see').getByRole('button').allTextContents(), ['Similar ideas']);
    await card(page, 'Something for a reader to see').focus();
    await page.keyboard.press('p');
    await page.keyboard.press('s');
    await page.locator('.beside').waitFor();
    assert.equal(await card(page, 'Something for a reader to see').count(), 1);
    await page.context().close();
  });

  it('shows whatever is written in any field as text', async () => {
    const title = `A title ${hostile}`;
    const id = await propose(title, { text: hostile.repeat(2), category: 'hostile', place: { address: hostile, lon: 13.4, lat: 52.5 } });
    const page = await open('Mona');
    await ask('PATCH', `/ideas/${id}`, { status: 'open', answer: { text: hostile, by: hostile } });
    await page.getByRole('tab', { name: 'All ideas' }).click();
    const shown = card(page, title);
    await shown.waitFor();
    assert.equal((await shown.textContent())!.split(hostile).length - 1, 7, 'Category, title, twice in the text, address, answer and who gave it.');
    await shown.getByRole('button', { name: 'Answer and status' }).click();
    await shown.getByRole('button', { name: 'Similar ideas' }).click();
    await page.locator('.beside').waitFor();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText('Who answers').first().waitFor();
    assert.deepEqual(await page.evaluate('[window.hacked, document.images.length, document.querySelectorAll("#desk script").length]'), [undefined, 0, 0]);
    assert.match(await page.title(), /City of <i>Example<\/i>/);
    await page.context().close();
  });

  it('has nothing that axe finds, nor anything that does not fit, in light, in dark, from right to left and on a narrow screen', async () => {
    for (const [lang, options] of [['en', { colorScheme: 'light' }], ['de', { colorScheme: 'dark' }], ['ar', { colorScheme: 'dark' }], ['fr', { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true }], ['es', { forcedColors: 'active' }]] as const) {
      const page = await open('Mona', options, `?lang=${lang}`);
      assert.deepEqual(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]'), [lang, lang === 'ar' ? 'rtl' : 'ltr']);
      const check = async (what: string): Promise<void> => {
        assert.deepEqual(await axeFindings(page), [], `${lang} ${what}`);
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${lang} ${what} is too wide`);
      };
      await page.locator('.card .tick input').first().check();
      await page.locator('.card [aria-expanded]').first().click();
      await page.locator('.editor').waitFor();
      await check('queue');
      for (const tab of ['all', 'replies', 'ratings', 'comments', 'log']) {
        await page.locator(`#tab-${tab}`).click();
        await page.locator('#panel[aria-busy=false]').waitFor();
        await check(tab);
      }
      await page.locator('.card.log .deeds .button:not(.quiet)').first().click();
      await page.locator('.notice[data-shown=true]').waitFor();
      await check('notice');
      if (lang === 'fr') {
        const small = await page.evaluate('[...document.querySelectorAll("button, select, summary, .tick, input:not([type=checkbox])")].filter((each) => { const { width, height } = each.getBoundingClientRect(); return height > 0 && height < 44; }).map((each) => each.outerHTML)');
        assert.deepEqual(small, []);
      }
      await page.context().close();
    }
  });
});
