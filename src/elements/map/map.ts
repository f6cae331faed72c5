import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Language } from '../../controllers/language.js';
import { PhaseStates } from '../../controllers/phase.js';
import { Reading } from '../../controllers/reading.js';
import { map } from '../../i18n/en.map.js';
import type { Dataset } from '../../model/dataset.js';
import type { FilterState } from '../../model/filter-state.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { View, ViewWish } from '../../model/view.js';
import { openDataset } from '../../sources/open.js';
import { button } from '../../styles/button.styles.js';
import { field } from '../../styles/field.styles.js';
import { status } from '../../styles/status.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { about } from './map.about.js';
import { count } from './map.count.js';
import type { Drawing } from './map.drawing.js';
import { placeOf, PlaceSelectEvent } from './map.events.js';
import { fieldsOf, type Fields } from './map.fields.js';
import { figure } from './map.figure.js';
import { Filtering } from './map.filtering.js';
import { filters } from './map.filters.js';
import { applyHeight } from './map.height.js';
import { legend } from './map.legend.js';
import { PlaceList } from './map.list.js';
import { listStyles } from './map.list.styles.js';
import { Opening } from './map.opening.js';
import { Selection } from './map.selection.js';
import { Special } from './map.special.js';
import type { Origin } from './map.sheet.js';
import { Stage } from './map.stage.js';
import { Styling, type Showing, type Styled } from './map.styling.js';
import { styles } from './map.styles.js';
import { symbolsOf, type Symbols } from './map.symbols.js';

/** What is worked out once for a dataset. */
interface Known {
  readonly data: Dataset;
  readonly fields: Fields;
  readonly symbols: Symbols;
}

/**
 * Open data as a list and a map of the same places: search, categories, details, and where the data comes from.
 *
 * @summary Shows what a file or a portal's dataset says, and where.
 * @tag civic-map
 *
 * @slot - What is shown until the data is there: a link to it. Each `<civic-layer>` in it is a further layer.
 * @slot heading - A heading of the page's own instead of the data's title.
 * @slot detail - What the page itself shows of the selected place; a `<template>` here is filled with what stands in `{{column}}`.
 * @csspart heading - The title of the data.
 * @csspart filters - The search box and the buttons beside it.
 * @csspart explore - The button that opens everything that can be filtered by.
 * @csspart explorer - What it opens.
 * @csspart facet - One column in it: its values, or ranges of them, to choose from.
 * @csspart chips - What is filtered by, each with a button that takes it back.
 * @csspart clear - The button that undoes search and choices.
 * @csspart dimensions - The choices of statistics, such as the year.
 * @csspart count - The line that says how many places are shown.
 * @csspart time - The slider that steps through time.
 * @csspart play - Its button that plays, and pauses.
 * @csspart age - The time of values that change by themselves.
 * @csspart layers - The switch of layers, where there are several.
 * @csspart listed - The choice of the layer whose places are listed.
 * @csspart map - The map itself.
 * @csspart attribution - Whose work the map shows, on the map.
 * @csspart origins - Licence and page of the basemap and of the layers that are not listed.
 * @csspart zoom-in - Its button that goes nearer.
 * @csspart zoom-out - Its button that goes further away.
 * @csspart show-all - Its button that shows all places.
 * @csspart legend - Which symbol stands for which category.
 * @csspart move - Its button that brings those that move it, where there is little room.
 * @csspart in-view - The names of what it shows, seen while it has the focus.
 * @csspart sort - The choice of what the list is sorted by.
 * @csspart near - The button that shows what is near the reader.
 * @csspart list - The list of places.
 * @csspart table - The same places as a table.
 * @csspart entry - One place in the list.
 * @csspart more - The button that shows further places.
 * @csspart pictures - What stands in the list's place where the source gives pictures.
 * @csspart detail - What is known of the selected place.
 * @csspart close - The button that closes it.
 * @csspart open-now - Whether it is open, by its opening hours.
 * @csspart free - How much of what there is is free.
 * @csspart route - The link that shows the way.
 * @csspart about - Publisher, licence, date, and how the data was read.
 * @csspart download - The link to the file.
 * @csspart report - What became of each record.
 * @csspart save - What can be taken along: files, a picture, paper, links.
 * @csspart status - The line shown while loading, or when loading failed.
 * @csspart retry - The button that loads again.
 * @csspart stop - The button that stops loading or writing what is large.
 * @cssprop [--civic-map-height=30rem] - Height of the map, and of the list.
 * @cssprop --civic-map-land - Colour of land.
 * @cssprop --civic-map-water - Colour of water.
 * @cssstate loading - The data is on its way.
 * @cssstate ready - The list is shown.
 * @cssstate drawn - The map is drawn, too.
 * @cssstate empty - The data has no rows.
 * @cssstate failed - The data could not be read.
 * @fires {FilterChangeEvent} civic-filter-change - When the reader searches, chooses or draws something, or takes it back.
 * @fires {PlaceSelectEvent} civic-place-select - When the reader selects a place, or closes its details.
 * @fires {ViewChangeEvent} civic-view-change - When the map came to rest and looks elsewhere.
 */
export class CivicMap extends LitElement {
  static override styles = [tokens, button, field, status, styles, listStyles];

  /** Where the data is: a file, an API, or a portal's page about a dataset. */
  @property() src = '';

  /** What the data is called, instead of its own title. */
  @property() label = '';

  /** Which of several layers, sheets or resources to read, by name. */
  @property() layer = '';

  /** The names of the columns that are wanted, with commas between them; places come in any case. */
  @property() fields = '';

  /** Where the shapes are of a table that names its places by a code: a file, an API, or a portal's page. */
  @property() shapes = '';

  /** Which columns hold that code, if not those that are found: `column`, or `column of the table=column of the shapes`. */
  @property() on = '';

  /** The grid of coordinates that do not say it, such as `EPSG:25832`. */
  @property() crs = '';

  /** The address of a civic-hub that may hand on data which its own server does not let this page read. */
  @property() relay = '';

  /** Who shows the way to a place: an address with `{lat}` and `{lon}` in it; OpenStreetMap, if it is not said. */
  @property() route = '';

  /**
   * What lies below the data: `none`, the name of a country's own map such as `at-basemap`, `ch-swisstopo` or `osm`, or the
   * address of tiles, of a WMTS, a WMS or a PMTiles file. Without it no other server is asked.
   */
  @property() basemap = '';

  /** How high the map is, as a CSS length such as `24rem`. */
  @property() height = '';

  /** The name of the column by which places are coloured: categories by symbols, numbers and dates by classes. */
  @property({ attribute: 'color-by' }) colorBy = '';

  /** How numbers are put into classes: `quantile`, `equal`, `jenks`, or the bounds between them, such as `3,10,50`. */
  @property() classes = '';

  /** How many classes there are, from 2 to 9. */
  @property({ type: Number, attribute: 'class-count' }) classCount = 5;

  /** The name of the column by which points are large or small: their area is proportional to its number. */
  @property({ attribute: 'size-by' }) sizeBy = '';

  /** The name of the column that is written on the map, where there is room. */
  @property({ attribute: 'label-by' }) labelBy = '';

  /**
   * Puts a slider above the map that steps through the times of this column, and plays them when somebody asks for it; without a
   * name those of the first column with dates, or the years of statistics.
   */
  @property({ attribute: 'time-by' }) timeBy: string | null = null;

  /** How points are drawn: `points` each for itself, `clusters` counted where they are close together, `heat` by how close they are; `auto` decides. */
  @property() show: Showing = 'auto';

  /** Leaves the legend out. */
  @property({ type: Boolean, attribute: 'no-legend' }) noLegend = false;

  /** Leaves the search box and the choice of categories out. */
  @property({ type: Boolean, attribute: 'no-search' }) noSearch = false;

  /** The name under which filter, view, selection and year stand in the fragment of the page's address; without it they do not. */
  @property() state = '';

  readonly #states = new PhaseStates(this);

  readonly #language = new Language(this, this.#states, { map });

  readonly #reading = new Reading<Dataset>(this, {
    states: this.#states,
    language: this.#language,
    what: () => {
      const { src = '', layer, crs, relay, fields } = this.#source();
      return [src, layer, crs, relay, fields, this.shapes, this.on];
    },
    read: async (address, options, began) => {
      const { layer, crs, relay, fields } = this.#source();
      return this.#styling.ready(await this.#special.ready(await openDataset(address, { ...options, onBeginning: began && this.#special.isPlain ? (data): void => void this.#special.ready(data).then(began) : undefined, layer: layer || undefined, fields: fields ? fields.split(',') : undefined, crs: crs || undefined, shapes: this.shapes, on: this.on, relay: safeWebUrl(relay, this.baseURI), view: this.#special.renewing?.view })));
    },
    empty: ({ length, tiles }) => length === 0 && !tiles,
    takesLong: () => this.#stage.prepare(),
  });

  readonly #list = new PlaceList(this);

  readonly #opening = new Opening(this, this.#language);

  readonly #filtering = new Filtering(this, this.#opening, this.#list.restart);

  readonly #stage = new Stage(this, {
    states: this.#states,
    settled: () => void import('./map.later.js').then(({ begin }) => begin(this.#special, this.#list, this.#opening), () => {}),
    language: this.#language,
    picked: (rows) => this.#selection.pick(rows),
    rested: (view) => {
      this.#filtering.explorer?.rested();
      void this.#special.renewing?.rested(view);
    },
  });

  readonly #selection = new Selection(this, {
    list: this.#list,
    stage: this.#stage,
    rows: () => this.#filtering.rows,
    changed: (row) => this.dispatchEvent(new PlaceSelectEvent(row, row === undefined ? undefined : placeOf(this.data!, row))),
  });

  readonly #special: Special = new Special({
    language: this.#language,
    data: () => this.data,
    readable: () => this.#reading.readable,
    read: (signal) => this.#reading.reread(signal),
    renewed: (data) => this.#reading.renew(data),
  }, this, this.#language, this.#filtering, this.#selection, this.#stage);

  readonly #styling = new Styling(this, this.#language);

  #known: Known | undefined;

  #first: Origin | null = null;

  #styled: Styled | undefined;

  /** The data that is shown: of a large file its first rows, until it is there. Set it to show some of your own, or to `undefined` to read `src` again. */
  get data(): Dataset | undefined {
    return this.#reading.value;
  }

  set data(data: Dataset | undefined) {
    this.#first = data ? this : null;
    this.#reading.give(data);
    if (data) void this.#special.ready(data);
  }

  /** Where the map looks, once it is drawn. What is set before is kept until then, and `undefined` shows all places; as an attribute it is `longitude,latitude,zoom` or `west,south,east,north`. */
  @property()
  get view(): View | undefined {
    return this.#stage.drawing?.looks;
  }

  set view(wish: ViewWish | string | null | undefined) {
    this.#special.wish({ view: wish });
  }

  /**
   * What is filtered by, by the names of columns; set it to filter, to `{}` to show everything. Each dataset begins with what was last set before it came.
   * As an attribute it is JSON, or as a link writes it: `q=oak;.kind=Park,Garden`.
   */
  @property({ attribute: 'filter' })
  get filters(): FilterState {
    return this.#filtering.filters;
  }

  set filters(wish: FilterState | string | null | undefined) {
    if (typeof wish === 'string') this.#special.wish({ filters: wish });
    else this.#filtering.filters = wish ?? {};
  }

  /** The map of OpenLayers, once it is drawn, for a page that needs what we do not offer. Another version may draw with something else. */
  get engine(): Drawing['engine']['map'] | undefined {
    return this.#stage.drawing?.engine.map;
  }

  /** Selects a row of `data`, shows it in list and map and opens its details; `undefined` closes them. An id may be known before the data is there. */
  select(which: number | { readonly id: string | number } | undefined): void {
    if (typeof which === 'object') this.#special.wish({ selected: which });
    else this.#selection.set(which !== undefined && which >= 0 && which < (this.data?.length ?? 0) ? which : undefined);
  }

  /** What is read: the map's own source or, where it has none, the first of its layers that is not hidden by then. */
  #source = (): Origin => {
    if (!this.contains(this.#first)) this.#first = this.querySelector<Origin>('civic-layer:not([hidden])');
    return (!this.src && this.#first) || this;
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (this.state && changed.has('state')) this.#special.wish({ state: this.state });
    if (changed.has('height')) applyHeight(this, this.height);
    if (changed.has('src') || changed.has('layer')) this.#special.renewing?.forget();
    this.#special.look(this, this.#reading, this.#source);
    const { data } = this;
    if (!data) return void (this.#known = undefined);
    if (data !== this.#known?.data) {
      const same = this.#special.renewing?.same(data);
      const before = this.#known;
      const goesOn = before?.data.report.isBeginning;
      this.#known = { data, fields: fieldsOf(data), symbols: symbolsOf(data, same && before?.symbols) };
      this.#filtering.take(data, same, goesOn);
      if (same && before) same.follow(this.#selection, this.shadowRoot, before.data, data);
      // Row by row all of it begins as its beginning did.
      else if (!goesOn) this.#selection.set(undefined);
    }
    this.#styled = this.#styling.of(data, this.#filtering.among, this.#known, this.#special.time?.over);
    const { look, symbols: { of: symbol } } = this.#styled;
    const { places, tiles } = data;
    const scene = { places, tiles, rows: this.#filtering.rows, area: this.#filtering.filter.area, draft: this.#filtering.explorer?.draft, still: Boolean(this.#filtering.filter.extent || this.#special.time?.isStep), symbol, look, selected: this.#selection.row, isBeginning: data.report.isBeginning, newer: this.#special.renewing?.newer(data) };
    this.#stage.show(places?.located || tiles ? (this.#special.layers?.dress(scene, data) ?? scene) : undefined);
  }

  /** An update is complete when also that is there which it opens. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    if (!this.#selection.open) return complete;
    await this.#opening.load();
    return super.getUpdateComplete();
  }

  protected override render(): unknown {
    return this.#reading.render(() => this.#explorer(this.#known!.data, this.#styled!), ({ about }) => html`
      ${this.#heading(this.label || about.title)}
      <p part="status" class="status" role="status">${this.#language.say.map.empty}</p>
      <slot></slot>
    `);
  }

  #explorer(data: Dataset, { fields, symbols, legend: ownLegend }: Styled): TemplateResult {
    const { say } = this.#language;
    const title = this.label || data.about.title || say.map.untitled;
    const { rows } = this.#filtering;
    const hasMap = Boolean(data.places?.located || data.tiles);
    const { joined, partly, cut, layers } = this.#special;
    const panel = { data, fields: (data.statistics && cut?.fields(data, fields)) ?? fields, symbols, language: this.#language, close: this.#selection.close };
    return html`
      ${this.#heading(this.label || data.about.title)}
      ${this.timeBy === null ? nothing : this.#special.time?.render(data)}
      ${this.noSearch || data.length === 0 ? nothing : filters({ title, filtering: this.#filtering, language: this.#language, clear: this.#clear, opening: this.#opening })}
      ${data.statistics ? cut?.render(data, this.#language) : nothing}
      ${data.report.isBeginning ? this.#reading.waiting() : count(data, this.#special)}
      ${layers?.render()}
      ${this.#filtering.explorer?.chips(data, this.#language)}
      <div class="body">
        ${this.#filtering.explorer?.render({ data, title, partly, language: this.#language, stage: this.#stage })}
        <div class="stage">
          ${hasMap && !this.#stage.failed
            ? figure({ title, stage: this.#stage, language: this.#language, skip: () => this.#list.focus() })
            : html`<p class="notice no-map">${hasMap ? say.map.failed : say.map.placeless}</p>`}
          ${this.#list.browsing?.renderView(panel)}
          ${layers?.credits()} ${this.#selection.open ? this.#opening.render(({ details }) => details(this.#selection, { ...panel, host: this })) : nothing}
        </div>
        ${data.length === 0 ? this.#opening.render(({ pictures }) => pictures(data, this.#language, this.#stage.tilesFailed)) : this.#list.render({ ...panel, rows, title, selected: this.#selection.row, choose: this.#selection.choose })}
      </div>
      ${this.noLegend ? nothing : (ownLegend?.(this.#language) ?? legend(symbols, this.#language))} ${about(data, this.#language, hasMap && !this.#stage.failed && !layers?.hasGround, this.#opening, joined)} ${layers?.origins()}
      ${this.#special.saving?.render()}
    `;
  }

  #heading(title: string | undefined): TemplateResult {
    return html`<slot name="heading">${title ? html`<h2 part="heading"><bdi>${title}</bdi></h2>` : nothing}</slot>`;
  }

  #clear = (): void => {
    this.#filtering.clear();
    // The button that was pressed goes away: the reader goes on at the search box.
    this.shadowRoot?.querySelector<HTMLElement>('#search')?.focus();
  };
}
