import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/ideas/civic-ideas.js';
import type { CommentAcceptEvent } from '../../src/elements/ideas/ideas.comment-events.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { Comment, CommentDraft, CommentStatus } from '../../src/model/comment.js';
import { json, serve } from '../support/fake-fetch.js';
import { freshPage } from '../support/fresh-page.js';
import { idea, info, pageOf, problem } from '../support/hub-answers.js';
import { faultless } from '../support/keyboard.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

let served: ReturnType<typeof serve>;
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({ id, idea: '1', text: `Comment ${id}`, status: 'open', created: '2026-11-03T08:00:00Z', ...more });
const accept = (status: CommentStatus) => async (request: Request): Promise<Response> => {
  const { id, text } = (await request.json()) as CommentDraft;
  return Response.json(comment(id, { text, status }), { status: 201 });
};
const drafts = (): Promise<CommentDraft[]> => Promise.all(served.requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<CommentDraft>));

async function make(table: Parameters<typeof serve>[0] = {}, ideas = [idea('1', { comments: 2 })]): Promise<CivicIdeas> {
  served = serve({
    'GET /hub/v1': json(info), 'GET /hub/v1/ideas': json(pageOf(ideas)),
    'GET /hub/v1/ideas/1/comments': json({ comments: [comment('a'), comment('b', { official: { by: 'Parks office' } })], total: 2 }),
    'POST /hub/v1/ideas/1/comments': accept('held'), ...table,
  });
  const element = await fixture<CivicIdeas>(html`<civic-ideas lang="en" endpoint="/hub"></civic-ideas>`);
  await becomes(element, 'ready');
  return element;
}

async function open(element: CivicIdeas): Promise<void> {
  find(element, '[part=read]').click();
  await waitUntil(() => all(element, '[part=comment-form]').length === 1);
}

describe('<civic-ideas>, an opened idea', () => {
  freshPage(() => served.restore());

  it('tells what happened so far, with the answer of the city at its place and the promises that came from it', async () => {
    const steps = [{ status: 'open', at: '2026-10-01T08:00:00Z' }, { status: 'considered', at: '2026-10-05T08:00:00Z' }, { status: 'planned', at: '2026-10-20T08:00:00.000Z' }, { status: 'done', at: '2026-11-20T08:00:00Z' }] as const;
    const element = await make({}, [idea('1', { history: steps, answer: { text: 'We will do it.', by: 'Parks office', at: '2026-10-20T07:59:59.990Z' }, commitments: ['P1'] })]);
    find(element, '[part=read]').click();
    await waitUntil(() => all(element, '[part=history]').length === 1);
    expect(all(element, '[part=history] > li').map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Open Oct 1, 2026', 'Being considered Oct 5, 2026', 'Planned Oct 20, 2026', 'Official answer: Parks office Oct 20, 2026 We will do it.', 'Done Nov 20, 2026', 'It became a promise: See what became of it',
    ]);
    expect(all(element, '[part=answer]')).to.have.length(1);
    expect(find<HTMLAnchorElement>(element, '[part=commitments] a').getAttribute('href')).to.match(/#civic-commitment=P1$/);
  });

  it('says what an idea is called in the city’s own system, and leads to its page there, but to no address that runs a script', async () => {
    const at = '2026-10-20T08:00:00Z';
    const urls = ['https://311.city.example/requests/0042', 'javascript:alert(1)', undefined];
    const element = await make({}, urls.map((url, index) => idea(String(index + 1), { comments: 0, forwarded: { id: '0042', url, at } })));
    for (const button of all(element, '[part=read]')) button.click();
    await waitUntil(() => all(element, '[part=forwarded]').length === 3);
    expect(all(element, '[part=forwarded]').map(({ textContent }) => textContent!.trim())).to.deep.equal(urls.map(() => 'Passed on to the city’s services as request 0042'));
    expect(all<HTMLAnchorElement>(element, '[part=forwarded] a').map(({ href }) => href)).to.deep.equal([urls[0]]);
  });

  it('names the promises where the hub knows them', async () => {
    const steps = [{ status: 'open', at: '2026-10-01T08:00:00Z' }] as const;
    const element = await make({ 'GET /hub/v1/commitments': json({ commitments: [{ id: 'P1', title: 'Forty benches' }], problems: [] }) }, [idea('1', { history: steps, commitments: ['P1', 'P2'] })]);
    find(element, '[part=read]').click();
    await says(element, 'Forty benches');
    expect(all(element, '[part=commitments] a').map(({ textContent }) => textContent)).to.deep.equal(['Forty benches', 'See what became of it (P2)']);
  });

  it('leads to the page that has the roadmap, and to no address that runs a script', async () => {
    const element = await make({}, [idea('1', { history: [{ status: 'open', at: '2026-10-01T08:00:00Z' }], commitments: ['P 1'] })]);
    const href = (): string | null => find(element, '[part=commitments] a').getAttribute('href');
    element.roadmap = 'https://www.city.example/promises#top';
    find(element, '[part=read]').click();
    await waitUntil(() => all(element, '[part=commitments]').length === 1);
    expect(href()).to.equal('https://www.city.example/promises#civic-commitment=P%201');
    element.roadmap = 'javascript:alert(1)';
    await element.updateComplete;
    expect(href()).to.equal(`${location.pathname}${location.search}#civic-commitment=P%201`);
  });

  it('shows what people say, the oldest first, and marks what the city says', async () => {
    const element = await make();
    expect(find(element, '[part=read]').textContent).to.contain('2 comments');
    expect(served.requests.some(({ url }) => url.includes('/comments'))).to.equal(false);
    await open(element);
    await says(element, 'Comment b');
    expect(all(element, '[part=comment] .text').map(({ textContent }) => textContent)).to.deep.equal(['Comment a', 'Comment b']);
    expect(all(element, '[part=official]').map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())).to.deep.equal(['Parks office · The city']);
  });

  it('shows more on request, and reads again what could not be read', async () => {
    let broken = true;
    const element = await make({
      'GET /hub/v1/ideas/1/comments': (request) => {
        if (broken) return problem(503)();
        return json(new URL(request.url).searchParams.has('cursor') ? { comments: [comment('c')], total: 3 } : { comments: [comment('a'), comment('b')], total: 3, next: 'n' })();
      },
    });
    await open(element);
    await says(element, 'The comments could not be read.');
    broken = false;
    all(element, '[part=talk] > button').at(-1)!.click();
    await says(element, 'Comment b');
    find(element, '[part=more-comments]').click();
    await says(element, 'Comment c');
    expect(all(element, '[part=comment]')).to.have.length(3);
  });

  it('takes a comment by the keyboard alone, says that it waits, shows it to its author, who takes it back', async () => {
    const element = await make({ 'DELETE /hub/v1/comments/mine': json({}) });
    await open(element);
    const events: CommentAcceptEvent[] = [];
    element.addEventListener('civic-comment-accept', (event) => events.push(event));
    const field = find(element, 'textarea');
    field.focus();
    await sendKeys({ type: 'There could be one at the bridge.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(element, 'A moderator will read your comment before everyone sees it.');
    await says(element, 'Waiting for a moderator. Only you see it.');
    const [draft] = await drafts();
    expect(draft!.text).to.equal('There could be one at the bridge.');
    expect(draft!.key).to.match(/^[\w-]{24}$/);
    expect(events.map(({ comment: { status } }) => status)).to.deep.equal(['held']);
    expect(find<HTMLTextAreaElement>(element, 'textarea').value).to.equal('');
    expect(find(element, '[part=comments]').textContent!.trim()).to.equal('2 comments');

    served.restore();
    served = serve({ [`DELETE /hub/v1/comments/${draft!.id}`]: () => new Response(null, { status: 204 }) });
    find(element, '[part=take-back]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.textContent === 'Take this comment back for good?');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await says(element, 'Your comment was taken back.');
    expect(served.requests[0]!.headers.get('authorization')).to.equal(`Bearer ${draft!.key}`);
    expect(all(element, '[part=comment]')).to.have.length(2);
    await waitUntil(() => focused()?.getAttribute('part') === 'comments');
  });

  it('still shows its author what waits after a reload', async () => {
    const element = await make();
    await open(element);
    write(element, 'textarea', 'Kept for me');
    find(element, '[part=send-comment]').click();
    await says(element, 'Thank you.');
    const [draft] = await drafts();
    element.remove();
    served.restore();
    const anew = await make({ [`GET /hub/v1/comments/${draft!.id}`]: json(comment(draft!.id, { text: 'Kept for me', status: 'held' })) });
    await open(anew);
    await says(anew, 'Kept for me');
    expect(all(anew, '[part=take-back]')).to.have.length(1);
  });

  it('keeps a draft for each idea, and what was refused', async () => {
    const element = await make({ 'POST /hub/v1/ideas/1/comments': problem(403) });
    await open(element);
    write(element, 'textarea', 'Half a thought');
    find(element, '[part=send-comment]').click();
    await says(element, 'the server refused it');
    element.remove();
    served.restore();
    const anew = await make();
    await open(anew);
    expect(find<HTMLTextAreaElement>(anew, 'textarea').value).to.equal('Half a thought');
  });

  it('says what to mend, and warns before personal data is sent', async () => {
    const element = await make();
    await open(element);
    find(element, '[part=send-comment]').click();
    await says(element, 'Please fill this in.');
    await waitUntil(() => focused()?.localName === 'textarea');
    write(element, 'textarea', 'Ring me: 030 1234567');
    find(element, '[part=send-comment]').click();
    await says(element, 'Your comment will be public. Should this be in it?');
    expect(await drafts()).to.have.length(0);
    await waitUntil(() => focused()?.getAttribute('part') === 'personal');
    find(element, '[part=anyway]').click();
    await says(element, 'Thank you.');
  });

  it('has nothing of it where the server takes no comments', async () => {
    const element = await make({}, [idea('1', { history: [{ status: 'open', at: '2026-10-01T08:00:00Z' }] })]);
    expect(all(element, '[part=read]')).to.have.length(0);
    expect([...find<HTMLSelectElement>(element, '#sort').options].map(({ value }) => value)).to.deep.equal(['newest', 'supported']);
  });

  it('is found by how much is said to it', async () => {
    const element = await make();
    const sort = find<HTMLSelectElement>(element, '#sort');
    sort.value = 'discussed';
    sort.dispatchEvent(new Event('change'));
    await waitUntil(() => new URL(served.requests.at(-1)!.url).searchParams.get('sort') === 'discussed');
  });

  it('shows as text whatever somebody says', async () => {
    const evil = '<img src=x onerror="window.caught = true"><script>window.caught = true</script>';
    const element = await make({ 'GET /hub/v1/ideas/1/comments': json({ comments: [comment('a', { text: evil, official: { by: evil } })], total: 1 }) });
    await open(element);
    await says(element, evil);
    expect(all(element, 'img, script')).to.have.length(0);
    expect(window).not.to.have.property('caught');
  });

  for (const { title, dir, scheme } of [{ title: 'light', dir: 'ltr', scheme: 'light' }, { title: 'dark, right to left', dir: 'rtl', scheme: 'dark' }]) {
    it(`has no fault that axe knows: ${title}`, async () => {
      const element = await make({}, [idea('1', { comments: 2, history: [{ status: 'open', at: '2026-10-01T08:00:00Z' }, { status: 'planned', at: '2026-10-02T08:00:00Z' }], answer: { text: 'Yes.', at: '2026-10-02T08:00:00Z' }, commitments: ['P1'] })]);
      element.dir = dir;
      element.style.colorScheme = scheme;
      find(element, '[part=read]').click();
      await waitUntil(() => all(element, '[part=comments]').length === 1);
      find(element, '[part=comments]').click();
      await says(element, 'Comment b');
      write(element, 'textarea', 'Ring me: 030 1234567');
      find(element, '[part=send-comment]').click();
      await says(element, 'Should this be in it?');
      find(element, '[part=anyway]').click();
      await says(element, 'Only you see it.');
      find(element, '[part=take-back]').click();
      await faultless(element);
      expect(shown(element)).to.contain('Take this comment back for good?');
    });
  }
});
