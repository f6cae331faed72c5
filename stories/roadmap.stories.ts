import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/roadmap/civic-roadmap.js';
import type { CivicRoadmap } from '../src/elements/roadmap/civic-roadmap.js';
import type { CommitmentOpenEvent, IdeaOpenEvent } from '../src/elements/roadmap/roadmap.events.js';

/** A public plan, and what became of it: `<civic-roadmap src="plan.json"></civic-roadmap>`. */
export default { title: 'Roadmap', component: 'civic-roadmap' } satisfies Meta<CivicRoadmap>;

type Story = StoryObj<CivicRoadmap>;

/** What does a plan look like? Every status, late and early, with steps, money, evidence and the ideas behind it. */
export const Plan: Story = { args: { src: '/data/plan.json', today: '2026-11-23' } };

/** Does a spreadsheet do? Here one in German: semicolons, German headers, status words, dates and amounts. One date is none: it says so below. */
export const FromASpreadsheet: Story = {
  args: { src: '/data/plan-de.csv', label: 'Maßnahmenplan Brückenau', today: '2026-11-23' },
  render: ({ src, label, today }) => html`<civic-roadmap lang="de" src=${src} label=${label} today=${today}></civic-roadmap>`,
};

/** What if there are very many? Thirty at a time; filters, counts and search see all of them. */
export const Many: Story = { args: { src: '/data/plan-large.json', today: '2026-11-23' } };

/** Can the page bring its own heading? */
export const OwnHeading: Story = {
  render: () => html`<civic-roadmap src="/data/plan.json" today="2026-11-23"><h2 slot="heading">What we promised</h2></civic-roadmap>`,
};

/** Can the page bring its own plan, without any file? Set the property `plan`. */
export const OwnPlan: Story = {
  render: () => html`
    <civic-roadmap
      .plan=${{
        title: 'One promise',
        problems: [],
        commitments: [{ id: 'a', title: 'Publish every contract', status: 'started', dueDate: '2099', milestones: [], evidence: [], ideas: [], sdg: ['16.6'] }],
      }}
    ></civic-roadmap>
  `,
};

/** How does the page learn what people open, and show ideas itself? By two events; the second can be cancelled. */
export const Events: Story = {
  render: () => html`
    <output>Open a commitment, or follow one to an idea.</output>
    <civic-roadmap
      src="/data/plan.json"
      today="2026-11-23"
      @civic-commitment-open=${(event: CommitmentOpenEvent) => tell(event, `Opened: ${event.commitment.title}`)}
      @civic-idea-open=${(event: IdeaOpenEvent) => {
        event.preventDefault();
        tell(event, `The page shows idea ${event.idea}`);
      }}
    ></civic-roadmap>
  `,
};

function tell(event: Event, words: string): void {
  (event.currentTarget as HTMLElement).previousElementSibling!.textContent = words;
}

/** And in a city’s own colours? A few `--civic-*` knobs and parts. */
export const OwnLook: Story = {
  render: () => html`
    <style>
      .own {
        --civic-accent: #7a2e00;
        --civic-surface: #fff8ef;
        --civic-text: #2a1d12;
        --civic-radius: 1rem;
        --civic-roadmap-done: #44602a;
        color-scheme: light;
      }
    </style>
    <civic-roadmap class="own" src="/data/plan.json" today="2026-11-23"></civic-roadmap>
  `,
};

/** What if the plan is empty? */
export const Empty: Story = { args: { src: '/data/plan-empty.json' } };

/** What if the address is wrong? It says so, offers the way out, and tells the webmaster what to do. */
export const Failed: Story = {
  render: () => html`<civic-roadmap src="/data/nowhere.json"><a href="/data/plan.json">The plan (JSON)</a></civic-roadmap>`,
};
