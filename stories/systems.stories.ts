import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/ideas/civic-ideas.js';
import '../src/elements/rating/civic-rating.js';
import { system, systems } from './answers/systems.js';

interface Args {
  readonly endpoint: string;
  readonly system?: string;
  readonly takePart?: string;
}

export default {
  title: 'Other systems',
  decorators: [systems()],
  render: ({ endpoint, system = '', takePart = '' }) => html`<civic-ideas label="Ideas for Linden" endpoint=${endpoint} system=${system} take-part=${takePart}></civic-ideas>`,
  beforeEach: () => {
    sessionStorage.clear();
    localStorage.clear();
  },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

async function find(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = canvas.querySelector('civic-ideas, civic-rating')?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((done) => void setTimeout(done, 30));
  }
}

/** Proposals of Decidim: they are read here, and the way to take part leads there. The address is that of the component’s page. */
export const Decidim: Story = { args: { endpoint: `${system}/processes/linden/f/12/` } };

/** Proposals of CONSUL, which can neither be searched nor sorted from outside. */
export const Consul: Story = { args: { endpoint: `${system}/graphql` } };

/** Posts of Fider, with search, tags, status and order. */
export const Fider: Story = { args: { endpoint: `${system}/`, system: 'fider' } };

/** Requests of Open311, found by the address of a discovery document. */
export const Open311Discovered: Story = { args: { endpoint: `${system}/open311/discovery.json` } };

/** Requests of Open311, which a page can only read: to send one needs a key. */
export const Open311: Story = { args: { endpoint: `${system}/open311/v2/` } };

/** The same, where the page names the form on which to report. */
export const Open311WithForm: Story = { args: { endpoint: `${system}/open311/v2/`, takePart: 'https://311.city.example/report' } };

/** A table of PostgREST or Supabase: it is read, and rows are added. */
export const Table: Story = { args: { endpoint: `${system}/rest/v1/ideas?apikey=public` } };

/** What takes ideas and shows none is a form alone. */
export const Webhook: Story = {
  args: { endpoint: `${system}/hook`, system: 'webhook' },
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[part=propose]')).click();
    await find(canvasElement, '#title');
  },
};

/** The way to take part stays where the system cannot be read. */
export const Unreadable: Story = { args: { endpoint: `${system}/missing/graphql` } };

/** A rating goes to a form of Touchpoints, which shows no result. */
export const Touchpoints: Story = {
  render: () => html`<civic-rating label="Parking permits" subject="https://www.city.example/parking" system="touchpoints" endpoint="${system}/touchpoints/ab12cd34"></civic-rating>`,
};

/** What Touchpoints says to a rating that it refuses. */
export const TouchpointsRefuses: Story = {
  ...Touchpoints,
  decorators: [systems('This form is not open at present.')],
  play: async ({ canvasElement }) => {
    (await find(canvasElement, 'input[value="4"]')).click();
    (await find(canvasElement, '[part=send]')).click();
    await find(canvasElement, '[part=failure]');
  },
};
