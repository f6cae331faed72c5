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
const press = (canvas: HTMLElement, selector: string): Promise<void> => pressed(() => canvas.querySelector('civic-rating:state(ready)')?.shadowRoot?.querySelector(selector));

/** The same for what stands in the page itself. */
const pressInPage = (canvas: HTMLElement, selector: string): Promise<void> => pressed(() => canvas.querySelector(`civic-rating:state(ready) ${selector}`));

async function pressed(find: () => HTMLElement | null | undefined): Promise<void> {
  for (;;) {
    const found = find();
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

/** A button at the lower edge of the window, in a strip of its own: it opens the form in a dialog, and is gone once it was sent. */
export const Floating: Story = {
  args: { floating: true },
  render: ({ endpoint: hubAddress, label, subject }) => html`
    ${Array.from({ length: 30 }, (_, i) => html`<p>Line ${i + 1} of a page that is longer than the window.</p>`)}
    <civic-rating endpoint=${hubAddress} label=${label} subject=${subject} floating></civic-rating>
  `,
};

/** The same, opened. */
export const FloatingOpened: Story = {
  ...Floating,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part=open]');
  },
};

/** Every profile by its name: `yes-no` asks what was wrong after a no. */
export const YesNo: Story = { args: { profile: 'yes-no' } };

/** A thumb up or down, with a word below each. */
export const Thumbs: Story = { args: { profile: 'thumbs' } };

/** Five faces; the words below say the same. */
export const Smileys: Story = { args: { profile: 'smileys' } };

/** The Italian model: in the page itself, with the marks that its validator clicks, all in Italian. */
export const ItalianModel: Story = {
  args: { profile: 'it-agid' },
  play: async ({ canvasElement }) => {
    await pressInPage(canvasElement, '[data-element="feedback-rate-4"]');
  },
};

/** The Italian model after a service: another question, and the second step. */
export const ItalianService: Story = {
  args: { profile: 'it-agid', service: true },
  play: async ({ canvasElement }) => {
    await pressInPage(canvasElement, '[data-element="feedback-rate-2"]');
    await pressInPage(canvasElement, '[type=submit]');
  },
};

/** Circular A-11 of the United States: trust, what went well or not, a comment. */
export const AmericanTrust: Story = {
  args: { profile: 'us-a11', label: 'City of Linden' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#trust-up');
  },
};

/** “Je donne mon avis”: what is asked next follows from the answers. */
export const FrenchOpinion: Story = {
  args: { profile: 'fr-jdma' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#satisfaction-good');
    await press(canvasElement, '#contact_tried-phone');
    await press(canvasElement, '#contact_reached-yes');
  },
};

/** What GOV.UK asks at the end of a service. */
export const BritishService: Story = { args: { profile: 'uk-service' } };

/** Questions of the page’s own. */
export const OwnQuestions: Story = {
  args: {
    profile: {
      name: 'library',
      questions: [
        {
          code: 'welcome', kind: 'one', field: 'score', label: 'Did you feel welcome in the library?',
          options: [{ code: 'yes', value: 1, intention: 'good', label: 'Yes' }, { code: 'no', value: 0, intention: 'bad', label: 'No' }],
        },
        { code: 'why', kind: 'text', length: 500, label: 'Why not?', when: { question: 'welcome', in: ['no'] } },
      ],
    },
  },
};

/** A profile that nobody can ask by: the webmaster reads where it is wrong. */
export const WrongQuestions: Story = { args: { profile: 'nps' } };

/** Before something personal is sent: it warns and does not forbid. */
export const PersonalData: Story = {
  args: { profile: 'uk-service' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '#score-2');
    const comment = canvasElement.querySelector('civic-rating')!.shadowRoot!.querySelector('textarea')!;
    comment.value = 'My number is AB 12 34 56 C, or write to anna@city.example';
    comment.dispatchEvent(new InputEvent('input'));
    await press(canvasElement, '[part=send]');
  },
};

/** The page does not allow answers to this address: the form is not shown, and the webmaster reads why. */
export const NotAllowed: Story = { args: { endpoint: 'https://elsewhere.example' } };

/** The result is on its way. */
export const Loading: Story = {
  decorators: [hub({ silent: true })],
  render: (args) => html`<civic-rating data-story-waits endpoint=${args.endpoint} label=${args.label} subject=${summary.subject}></civic-rating>`,
};
