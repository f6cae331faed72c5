import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeLetter, readLetters } from '../src/controllers/outbox.store.js';
import '../src/elements/ideas/civic-ideas.js';
import '../src/elements/map/civic-map.js';
import type { CivicIdeas } from '../src/elements/ideas/ideas.js';
import { challenges } from './answers/challenges.js';
import { endpoint, hub, info } from './answers/hub.js';
import { ideas } from './answers/ideas.js';

export default {
  title: 'Ideas',
  component: 'civic-ideas',
  args: { endpoint, label: 'Ideas for Linden' },
  decorators: [hub()],
  // What is written or supported in one story would be remembered in the next.
  beforeEach: async () => {
    sessionStorage.clear();
    localStorage.clear();
    for (const { id } of await readLetters()) await changeLetter(id, () => null);
    history.replaceState(null, '', location.pathname + location.search);
  },
} satisfies Meta<CivicIdeas>;

type Story = StoryObj<CivicIdeas>;

/** Waits for a thing within the element, so that a story can go on with it. */
async function find(canvas: HTMLElement, selector: string): Promise<HTMLInputElement> {
  for (;;) {
    const found = canvas.querySelector('civic-ideas')?.shadowRoot?.querySelector<HTMLInputElement>(selector);
    if (found) return found;
    await new Promise((done) => void setTimeout(done, 30));
  }
}

async function write(canvas: HTMLElement, selector: string, text: string): Promise<void> {
  const field = await find(canvas, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function propose(canvas: HTMLElement, text: string): Promise<void> {
  (await find(canvas, '[part=propose]')).click();
  await write(canvas, '#title', 'A bench for the river steps');
  await write(canvas, '#text', text);
}

/** Ideas to read and to support, with what the city says to them. */
export const Browse: Story = {};

/** An opened idea: what happened so far, the city’s answer at its place, the promise that came from it, and what others say. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=idea]');
    location.hash = `civic-idea=${ideas[0]?.id}`;
    (await find(canvasElement, '[part=comments]')).click();
    await find(canvasElement, '[part=comment]');
  },
};

/** A comment is sent, waits for a moderator, and can be taken back by who wrote it. */
export const Commented: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=idea]');
    location.hash = `civic-idea=${ideas[0]?.id}`;
    (await find(canvasElement, '[part=comments]')).click();
    await find(canvasElement, '[part=comment]');
    await write(canvasElement, '[part=comment-form] textarea', 'One more at the bus stop would help those who come from the hospital.');
    (await find(canvasElement, '[part=send-comment]')).click();
    await find(canvasElement, '[part=take-back]');
  },
};

/** The questions of the city stand above the ideas, each with a link to its answers. */
export const Challenges: Story = {
  decorators: [hub({ challenges })],
  play: async ({ canvasElement }) => void (await find(canvasElement, '[part=challenges]')),
};

/** One question alone: its brief, until when, for what, and the ideas that answer it. */
export const Challenge: Story = {
  args: { challenge: 'shade-2027' },
  decorators: [hub({ challenges })],
  play: async ({ canvasElement }) => void (await find(canvasElement, '[part=challenge]')),
};

/** After the deadline: what became of it, and which ideas were chosen. */
export const Outcome: Story = {
  args: { challenge: 'queue-2026' },
  decorators: [hub({ challenges })],
  play: async ({ canvasElement }) => void (await find(canvasElement, '[part=outcome] li')),
};

/** Ideas as a map beside the list: the hub’s `ideas.geojson` is open data as any other, and each place leads to its idea. */
export const OnAMap: Story = {
  render: (args) => html`
    <civic-map src="/data/ideas.geojson" label="Where ideas are" color-by="status" height="24rem">
      <template slot="detail"><h3>{{title}}</h3><p>{{text}}</p><p><a href="#civic-idea={{id}}">Read, support and discuss</a></p></template>
    </civic-map>
    <civic-ideas endpoint=${args.endpoint} label=${args.label}></civic-ideas>
  `,
};

/** The form. While someone writes, it looks for ideas that are there already, to be supported instead. */
export const Propose: Story = {
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'It is the nicest place in the evening, and there is nothing to sit on.');
    await find(canvasElement, '[part=instead]');
  },
};

/** The place is chosen on a map that is moved under a cross, over the city’s own open data; by pointer, by touch or by keyboard. */
export const ChoosePlace: Story = {
  args: { label: 'Ideas for Paris', backdrop: '/data/paris.csv' },
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'It is the nicest place in the evening, and there is nothing to sit on.');
    (await find(canvasElement, '[part=choose-place]')).click();
    await find(canvasElement, '[part=choose][aria-disabled=false]');
  },
};

/** Personal data is better not published: the form warns before it sends, and does not forbid it. */
export const PersonalData: Story = {
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'There is nothing to sit on. Ring me: 030 1234567.');
    (await find(canvasElement, '[part=send]')).click();
    await find(canvasElement, '[part=personal]');
  },
};

/** What has to be mended, and the way to it. */
export const Mend: Story = {
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'Short');
    (await find(canvasElement, '[part=send]')).click();
    await find(canvasElement, '[part=errors]');
  },
};

/** It has arrived and waits for a moderator; its author gets a private link, and follows it without an account. */
export const Thanks: Story = {
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'It is the nicest place in the evening, and there is nothing to sit on.');
    (await find(canvasElement, '[part=send]')).click();
    await find(canvasElement, '[part=thanks]');
    await find(canvasElement, '[part=withdraw]');
  },
};

/** Without a connection nothing is lost: the idea is kept on the device, goes out by itself later, and can be taken back. */
export const Offline: Story = {
  decorators: [hub({ offline: 'writes' })],
  play: async ({ canvasElement }) => {
    await propose(canvasElement, 'It is the nicest place in the evening, and there is nothing to sit on.');
    (await find(canvasElement, '[part=send]')).click();
    await find(canvasElement, '[part=waiting]');
  },
};

/** A comment and support without a connection: both are shown where they belong and in the notice, and go out later. */
export const Unsent: Story = {
  decorators: [hub({ offline: 'writes' })],
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=idea]');
    location.hash = `civic-idea=${ideas[0]?.id}`;
    (await find(canvasElement, '[part=linked] [part=comments]')).click();
    await write(canvasElement, '[part=comment-form] textarea', 'One more at the bus stop would help those who come from the hospital.');
    (await find(canvasElement, '[part=send-comment]')).click();
    await find(canvasElement, '[part=talk] [part=take-back]');
    (await find(canvasElement, '.cards [part=support]')).click();
    await find(canvasElement, '[part=unsent]');
  },
};

/** Support that the hub refuses is taken back on the page, with the reason. */
export const SupportRefused: Story = {
  decorators: [hub({ refusal: { type: 'about:blank', title: 'Forbidden', status: 403 } })],
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[part=support]')).click();
    await find(canvasElement, '.card .error');
  },
};

/** A link to one idea, as it is shared. */
export const Linked: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=idea]');
    location.hash = `civic-idea=${ideas[0]?.id}`;
    await find(canvasElement, '[part=linked]');
  },
};

/** No idea yet: the form is at hand. */
export const Empty: Story = { decorators: [hub({ ideas: [] })] };

/** A hub without categories, with a handful of ideas. */
export const Few: Story = { decorators: [hub({ ideas: ideas.slice(0, 3), info: { ...info, ideas: { categories: [] } } })] };

/** The ideas cannot be read: the page’s own fallback stays, and one can try again. */
export const Unreachable: Story = {
  decorators: [hub({ offline: 'all' })],
  render: (args) => html`<civic-ideas endpoint=${args.endpoint} label=${args.label}><a href="https://www.city.example/participate">How to take part</a></civic-ideas>`,
};

/** The page does not allow answers to this address; the webmaster reads how to change that. */
export const NotAllowed: Story = { args: { endpoint: 'https://elsewhere.example' } };

/** The ideas are on their way. */
export const Loading: Story = {
  decorators: [hub({ silent: true })],
  render: (args) => html`<civic-ideas data-story-waits endpoint=${args.endpoint} label=${args.label}></civic-ideas>`,
};
