import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/rating/civic-rating.js';
import type { CivicRating } from '../src/elements/rating/rating.js';
import { endpoint, few, hub, summary } from './answers/hub.js';

export default {
  title: 'Rating',
  component: 'civic-rating',
  args: { endpoint, label: 'Parking permits', subject: 'https://www.city.example/parking' },
  decorators: [hub()],
  // A rating sent in one story would be remembered in the next.
  beforeEach: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
} satisfies Meta<CivicRating>;

type Story = StoryObj<CivicRating>;

/** Waits for a thing within the element, then presses it. */
async function press(canvas: HTMLElement, selector: string): Promise<void> {
  for (;;) {
    const found = canvas.querySelector('civic-rating:state(ready)')?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) {
      found.click();
      return;
    }
    await new Promise((done) => void setTimeout(done, 30));
  }
}

/** One question, and beside it what all who answered say together. */
export const Question: Story = {};

/** After the choice of a low score the form asks what was difficult; after a high one what went well. */
export const Reasons: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#score-2');
  },
};

/** Below the hub’s minimum no result is shown, so that no single answer can be seen. */
export const TooFewAnswers: Story = { decorators: [hub({ summary: few })] };

/** Nobody has answered yet. */
export const FirstAnswer: Story = { decorators: [hub({ summary: { ...few, n: 0 } })] };

/** Sent without a choice: the summary takes the focus and leads to the field. */
export const NothingChosen: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part=send]');
  },
};

/** There is no connection: what was chosen stays, and is sent again under the same id. */
export const Offline: Story = {
  decorators: [hub({ offline: 'writes' })],
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#score-4');
    await press(canvasElement, '[part=send]');
  },
};

/** After it was sent. This browser remembers it, and offers to rate again. */
export const Thanks: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#score-5');
    await press(canvasElement, '[part=send]');
  },
};

/** The result cannot be read; the question is there all the same, and the page’s own way out. */
export const ResultUnreachable: Story = {
  decorators: [hub({ offline: 'all' })],
  render: (args) => html`<civic-rating endpoint=${args.endpoint} label=${args.label}><a href="https://www.city.example/contact">Write to us</a></civic-rating>`,
};

/** The page does not allow answers to this address: the form is not shown, and the webmaster reads why. */
export const NotAllowed: Story = { args: { endpoint: 'https://elsewhere.example' } };

/** The result is on its way. */
export const Loading: Story = {
  decorators: [hub({ silent: true })],
  render: (args) => html`<civic-rating data-story-waits endpoint=${args.endpoint} label=${args.label} subject=${summary.subject}></civic-rating>`,
};
