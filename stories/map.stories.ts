import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/layer/civic-layer.js';
import '../src/elements/map/civic-map.js';
import type { CivicMap } from '../src/elements/map/civic-map.js';

/** Open data as a list and a map of the same places, from the address of a file. */
export default { title: 'Map', component: 'civic-map' } satisfies Meta<CivicMap>;

type Story = StoryObj<CivicMap>;

/** Waits for a thing within the element, so that a story can go on with it. */
async function find<T extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<T> {
  for (;;) {
    const found = canvas.querySelector('civic-map')?.shadowRoot?.querySelector<T>(selector);
    if (found) return found;
    await new Promise((done) => void setTimeout(done, 30));
  }
}

/** One tag and one address. Forty public places of Paris; their names, years and coordinates are those of Wikidata, rounded. */
export const Places: Story = { args: { src: '/data/paris.csv', label: 'Public places of Paris' } };

/** What is known of a place opens over the map, or below it on a phone; Escape closes it, and the focus goes back. */
export const Details: Story = {
  ...Places,
  play: async ({ canvasElement }) => (await find(canvasElement, '[data-row="3"]')).click(),
};

/** The same rows as a table, sorted by a column: its headings are buttons. */
export const Table: Story = {
  ...Places,
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '.looks button:last-child')).click();
    (await find(canvasElement, '.head[tabindex="-1"]')).click();
  },
};

/** What is in view, as names. It is seen when it has the focus, as here; a screen reader finds it after the map. */
export const InView: Story = {
  ...Places,
  play: async ({ canvasElement }) => (await find(canvasElement, '.in-view')).focus(),
};

/** The page's own template: `{{column}}` is filled with text. */
export const OwnDetails: Story = {
  render: () => html`<civic-map src="/data/paris.csv" label="Public places of Paris"><template slot="detail"><p><strong>{{name}}</strong> has been open since <b>{{opened}}</b>.</p><p>{{address}}</p></template></civic-map>`,
  play: async ({ canvasElement }) => (await find(canvasElement, '[data-row="3"]')).click(),
};

/** Opening hours in the syntax of OpenStreetMap say whether it is open now. Offices of an invented town. */
export const OpenNow: Story = {
  args: { src: '/data/opening-hours.csv', label: 'Offices' },
  play: async ({ canvasElement }) => (await find(canvasElement, '[data-row="0"]')).click(),
};

/** The categories with the number of places that each would leave under the search. */
export const Filtered: Story = {
  ...Places,
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[part=explore]')).click();
    (await find(canvasElement, '.bars .bar-row:nth-of-type(2) input')).click();
  },
};

/** Which museums and libraries opened in the 19th century or since 1950? Values of every column, and ranges of years, with live counts; each can be taken back. */
export const Explored: Story = {
  ...Places,
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[part=explore]')).click();
    await find(canvasElement, '[part=explorer]');
    canvasElement.querySelector('civic-map')!.filters = { where: [{ column: 'kind', values: ['Museum', 'Library'] }, { column: 'opened', ranges: [[1800, 1900], [1950, 2050]] }] };
    await find(canvasElement, '[part=chips]');
  },
};

/** How many towns are within an area that I draw? A pointer clicks its corners, or keys move the map under a cross. */
export const WithinAnArea: Story = {
  args: { src: '/data/baltic-towns.csv', label: 'Towns of the Baltic states' },
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '[part=explore]')).click();
    await find(canvasElement, '[part=explorer]');
    canvasElement.querySelector('civic-map')!.filters = { area: [[23.2, 56.3], [25.6, 56.5], [25.2, 57.5], [23.6, 57.4]] };
    await find(canvasElement, '[part=chips]');
  },
};

/** What does a link that asks for something else than is there show? What can be asked, and a sentence about the rest. */
export const FilteredByLink: Story = {
  ...Places,
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=entry]');
    canvasElement.querySelector('civic-map')!.filters = { where: [{ column: 'kind', values: ['Park'] }, { column: 'colour', values: ['green'] }] };
    await find(canvasElement, '.ignored');
  },
};

/** A view and a filter that the page chose: what a webmaster gets from “Embed this view”. */
export const OneView: Story = {
  args: { ...Places.args, state: 'paris' },
  render: ({ src, label, state }) => html`<civic-map src=${src} label=${label} state=${state} view="2.335,48.86,13.5" filter=".kind=Museum,Park"></civic-map>`,
};

/** What a reader takes along: files, a picture, paper, a link, a piece of another page. */
export const SaveAndShare: Story = {
  args: { ...Places.args, state: 'paris' },
  play: async ({ canvasElement }) => void ((await find<HTMLDetailsElement>(canvasElement, '[part=save]')).open = true),
};

/** Places that are close together are counted, always exactly. Towns of the Baltic states, from GeoNames (CC BY 4.0). */
export const ManyPlaces: Story = { args: { src: '/data/baltic-towns.csv', label: 'Towns of the Baltic states' } };

/** Lines and areas from GeoJSON. Outlines from Natural Earth (public domain); areas and capitals as the United Nations list them. */
export const AreasAndLines: Story = { args: { src: '/data/south-america.geojson', label: 'South America' } };

/**
 * A table without places, here JSON-stat with invented numbers, and the shapes that its codes or names mean. Of several years one is shown:
 * the latest that most have a value of; of women, men and all the total.
 */
export const Statistics: Story = { args: { src: '/data/evening-classes.json', shapes: '/data/south-america.geojson' } };

/** Where is it high, and where low? Classes of equal width instead of equally many places, and names where there is room. */
export const ByValue: Story = { args: { ...Statistics.args, classes: 'equal', classCount: 4, labelBy: 'Country' } };

/** Which place is old? Points coloured by a number, each for itself, in classes whose bounds the page says. */
export const PointsByValue: Story = { args: { ...Places.args, colorBy: 'opened', classes: '1700,1850,1950', show: 'points' } };

/** Which station is large? The area of each symbol is proportional to its docks; the largest are named first. Invented bicycles. */
export const Sized: Story = { args: { src: '/data/bikes/station_information.json', label: 'Shared bicycles', sizeBy: 'capacity', labelBy: 'name' } };

/** Where are many? */
export const Heat: Story = { args: { src: '/data/baltic-towns.csv', label: 'Towns of the Baltic states', show: 'heat' } };

/** Every year at once: the list has all rows, the map each country once; who points at it gets its values. */
export const AllYears: Story = {
  ...Statistics,
  play: async ({ canvasElement }) => {
    const year = await find<HTMLSelectElement>(canvasElement, '[part=dimensions] select');
    year.selectedIndex = 0;
    year.dispatchEvent(new Event('change'));
  },
};

/** When did what open? A slider steps through a column of dates or, as here, of years, and plays them when somebody asks for it. */
export const OverTime: Story = {
  args: { ...Places.args, timeBy: 'opened' },
  play: async ({ canvasElement }) => {
    (await find(canvasElement, '.time-choice input')).click();
    const slider = await find<HTMLInputElement>(canvasElement, '.time-line input');
    slider.value = String(Math.round(Number(slider.max) * 0.7));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  },
};

/** Of statistics the slider takes the place of the choice of a year. */
export const YearsOverTime: Story = { args: { ...Statistics.args, timeBy: '' } };

/** Of a large service only what the map looks at is read; it counts its own categories, and both numbers are said. The numbers are invented. */
export const ReadInPart: Story = {
  ...Places,
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[part=entry]');
    const map = canvasElement.querySelector('civic-map')!;
    const { data } = map;
    const column = data!.columns[data!.roles.category!]!;
    const counts = [...(column.type === 'category' ? column.labels : []), 'Fountain'].map((label, i) => ({ label, count: 12_345 - 812 * i }));
    map.data = { ...data!, report: { ...data!.report, total: 84_312, groups: { column: column.name, counts } } };
    (await find(canvasElement, '[part=explore]')).click();
  },
};

/** Semicolons, decimal commas, and records with faults: what can be shown is shown, and “How it was read” says what became of the others. */
export const FaultyFile: Story = {
  args: { src: '/data/faults.csv', label: 'Sehenswürdigkeiten in Berlin' },
  play: async ({ canvasElement }) => void ((await find<HTMLDetailsElement>(canvasElement, '[part=report]')).open = true),
};

/**
 * A basemap below the places, by the address of its tiles; whose it is stands on the map. With the name of a country's own, such as
 * `at-basemap`, `fr-ign` or `osm`, all that comes by itself. The town of these tiles is invented, and looks the same wherever one goes.
 */
export const WithBasemap: Story = { args: { ...Places.args, basemap: '/data/ground.svg?{z}/{x}/{y}#attribution=© Office of invented maps' } };

/** The basemap does not come: the map says so, and shows the bundled land. */
export const BasemapFails: Story = { args: { ...Places.args, basemap: 'atlantis' } };

/** Several layers, each with a switch, a symbol and its source; the list is that of one of them. Who points at a place of another one gets that. */
export const Layers: Story = {
  render: () => html`
    <civic-map label="Paris" basemap="/data/ground.svg?{z}/{x}/{y}#attribution=© Office of invented maps">
      <civic-layer src="/data/paris.csv" label="Public places"></civic-layer>
      <civic-layer src="/data/bikes/station_information.json" label="Shared bicycles"></civic-layer>
      <civic-layer src="/data/ground.svg?layer=plan&{z}/{x}/{y}" label="Street plan" hidden></civic-layer>
      <civic-layer src="/data/moved.csv" label="Benches"></civic-layer>
    </civic-map>
  `,
};

/** Values that change by themselves are read again while somebody looks; their age stands above the map. Places of Paris, with invented bicycles, as GBFS. */
export const Live: Story = { args: { src: '/data/bikes/station_information.json', label: 'Shared bicycles' } };

/** A table without places, of an invented town, is a list that can be searched. */
export const WithoutPlaces: Story = { args: { src: '/data/opening-hours.csv', label: 'Offices' } };

/** A file with a header and nothing else. */
export const Empty: Story = { args: { src: '/data/no-places-yet.csv', label: 'Drinking fountains' } };

/** The address is wrong. What the page put into the tag stays, and the webmaster learns why. */
export const NotFound: Story = {
  render: () => html`<civic-map src="/data/moved.csv"><a href="/data/moved.csv">Trees (CSV)</a></civic-map>`,
};

/** The map alone with its list, as high as the page wants it. */
export const Small: Story = { args: { src: '/data/paris.csv', height: '18rem', noSearch: true, noLegend: true } };

/** The page’s own colours for land and water. */
export const OwnColours: Story = {
  render: () => html`
    <style>
      .own-colours { --civic-accent: light-dark(#7a1f3d, #f3a6bd); --civic-on-accent: light-dark(#fff, #2b0b17); --civic-map-land: light-dark(#efe9dd, #33302b); --civic-map-water: light-dark(#cfdfe0, #1a2022); --civic-radius: 0; }
    </style>
    <civic-map class="own-colours" src="/data/baltic-towns.csv" label="Towns of the Baltic states"></civic-map>
  `,
};
