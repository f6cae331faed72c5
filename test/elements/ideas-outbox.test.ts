import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { readLetters } from '../../src/controllers/outbox.store.js';
import '../../src/elements/ideas/civic-ideas.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { CommentDraft } from '../../src/model/comment.js';
import { json, serve, status } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { idea, info, pageOf, problem } from '../support/hub-answers.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

let served: ReturnType<typeof serve>;
const reading = { 'GET /hub/v1': json(info), 'GET /hub/v1/challenge': status(204), 'GET /hub/v1/ideas/1/comments': json({ comments: [], total: 0 }) };
const accepting = {
  'POST /hub/v1/ideas/1/comments': async (request: Request): Promise<Response> => {
    const { id, text } = (await request.json()) as CommentDraft;
    return Response.json({ id, idea: '1', text, status: 'held', created: '2026-11-03T08:00:00Z' }, { status: 201 });
  },
  'PUT /hub/v1/ideas/1/support': json({ supports: 8, supported: true }),
  'DELETE /hub/v1/ideas/1/support': json({ supports: 7, supported: false }),
};
const writes = (): string[] => served.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

function answer(table: Parameters<typeof serve>[0], ideas = [idea('1', { comments: 0 })]): void {
  served?.restore();
  served = serve({ ...reading, 'GET /hub/v1/ideas': json(pageOf(ideas)), ...table });
}

async function make(): Promise<CivicIdeas> {
  const element = await fixture<CivicIdeas>(html`<civic-ideas lang="en" endpoint="/hub"></civic-ideas>`);
  await becomes(element, 'ready');
  return element;
}

async function comment(element: CivicIdeas, text: string): Promise<void> {
  if (all(element, '[part=comment-form]').length === 0) find(element, '[part=read]').click();
  await waitUntil(() => all(element, '[part=comment-form]').length === 1);
  write(element, 'textarea', text);
  find(element, '[part=send-comment]').click();
  await waitUntil(() => all(element, '[part=talk] [part=take-back]').length > 0, 'it does not wait', { timeout: 5000 });
}

describe('<civic-ideas> without a connection', () => {
  freshPage(() => served.restore());

  it('keeps a comment with its id and key, and shows it under its idea and in the notice', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    const [letter] = await readLetters();
    const body = letter!.body as CommentDraft;
    expect(letter).to.include({ kind: 'comment', id: body.id, about: '1', path: 'v1/ideas/1/comments' });
    expect(body.key).to.match(/^[\w-]{24}$/);
    expect(find(element, '[part=talk] [part=comment]').textContent).to.contain('A tap at the bridge, too.').and.to.match(/Next try: \d/);
    expect(find(element, '[part=waiting] li').textContent).to.contain('Your comment: A tap at the bridge, too.');
    expect(find<HTMLTextAreaElement>(element, 'textarea').value).to.equal('');
    expect(focused()?.getAttribute('part')).to.equal('comment');
    await expect(element).to.be.accessible();
  });

  it('sends it once there is a connection, says what came of it, and knows its author afterwards', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    answer(accepting);
    dispatchEvent(new Event('online'));
    await says(element, 'A moderator will read your comment before everyone sees it.');
    expect(writes()).to.deep.equal(['POST']);
    expect(await readLetters()).to.deep.equal([]);
    expect(all(element, '[part=waiting]')).to.have.length(0);
    expect(all(element, '[part=comment].own')).to.have.length(1);
    // An answer that was lost, or a page without ideas that sent it, changes nothing: the key is kept since it waits.
    expect(JSON.parse(localStorage.getItem(`civic-elements comments /hub`)!)).to.have.length(1);
  });

  it('shows it after a reload where it was, opened', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    element.remove();
    answer({}, [idea('1', { comments: 0, history: [{ status: 'open', at: '2026-10-01T08:00:00Z' }, { status: 'planned', at: '2026-10-02T08:00:00Z' }] })]);
    const anew = await make();
    await says(anew, 'Your comment: A tap at the bridge, too.');
    find(anew, '[part=read]').click();
    await waitUntil(() => all(anew, '[part=talk] [part=comment]').length === 1);
  });

  it('takes it back into its form, above what was begun there meanwhile, though the idea is closed', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    write(element, 'textarea', 'And a bench.');
    find(element, '[part=read]').click();
    await element.updateComplete;
    find(element, '[part=waiting] [part=take-back]').click();
    await waitUntil(() => focused()?.localName === 'textarea');
    expect(find<HTMLTextAreaElement>(element, 'textarea').value).to.equal('A tap at the bridge, too.\n\nAnd a bench.');
    expect(await readLetters()).to.deep.equal([]);
    expect(all(element, '[part=waiting]')).to.have.length(0);
    answer(accepting);
    find(element, '[part=send-comment]').click();
    await says(element, 'Thank you.');
  });

  it('leads to the idea of one that is taken back, where the list does not have it', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    element.remove();
    answer({ 'GET /hub/v1/ideas/1': json(idea('1', { comments: 0 })) }, [idea('2', { comments: 0 })]);
    const anew = await make();
    await says(anew, 'Your comment: A tap at the bridge, too.');
    find(anew, '[part=waiting] [part=take-back]').click();
    await waitUntil(() => all(anew, '[part=linked] textarea').length === 1);
    expect(find<HTMLTextAreaElement>(anew, '[part=linked] textarea').value).to.equal('A tap at the bridge, too.');
  });

  it('keeps a comment that the hub does not want, with the reason, until it is taken back', async () => {
    answer({});
    const element = await make();
    await comment(element, 'A tap at the bridge, too.');
    answer({ 'POST /hub/v1/ideas/1/comments': problem(403) });
    dispatchEvent(new Event('online'));
    await waitUntil(() => find(element, '[part=talk] [part=comment]').textContent!.includes('It does not go out by itself any more.'), 'never stuck', { timeout: 5000 });
    expect((await readLetters()).map(({ body }) => (body as CommentDraft).text)).to.deep.equal(['A tap at the bridge, too.']);
  });

  it('keeps support, counts it, and sends what was wanted last', async () => {
    answer({});
    const element = await make();
    const pressed = (): string | null => find(element, '[part=support]').getAttribute('aria-pressed');
    find(element, '[part=support]').click();
    await waitUntil(() => all(element, '[part=unsent]').length === 1, 'it does not wait', { timeout: 5000 });
    expect(find(element, '[part=support]').textContent).to.contain('8');
    expect(shown(element)).to.contain('You support “Idea 1”. Not sent yet.');
    expect(pressed()).to.equal('true');
    find(element, '[part=support]').click();
    await waitUntil(() => pressed() === 'false');
    await waitUntil(async () => (await readLetters())[0]?.method === 'DELETE');
    find(element, '[part=support]').click();
    await waitUntil(async () => (await readLetters())[0]?.method === 'PUT');
    expect(await readLetters()).to.have.length(1);
    answer(accepting);
    dispatchEvent(new Event('online'));
    await waitUntil(() => all(element, '[part=unsent]').length === 0, 'still waits', { timeout: 5000 });
    expect(writes()).to.deep.equal(['PUT']);
    expect(pressed()).to.equal('true');
    expect(JSON.parse(localStorage.getItem('civic-elements support /hub')!)).to.deep.equal(['1']);
  });

  it('shows support that waits after a reload, and takes it back', async () => {
    answer({});
    const element = await make();
    find(element, '[part=support]').click();
    await waitUntil(() => all(element, '[part=unsent]').length === 1, 'it does not wait', { timeout: 5000 });
    element.remove();
    const anew = await make();
    await waitUntil(() => find(anew, '[part=support]').getAttribute('aria-pressed') === 'true', 'not shown', { timeout: 5000 });
    find(anew, '[part=waiting] [part=take-back]').click();
    await waitUntil(() => find(anew, '[part=support]').getAttribute('aria-pressed') === 'false');
    expect(await readLetters()).to.deep.equal([]);
    expect(find(anew, '[part=support]').textContent).to.contain('7');
  });
});
