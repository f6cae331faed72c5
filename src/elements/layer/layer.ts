import { ReactiveElement } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * Further data or pictures of the map around it: the map reads, lists and draws them, this says which. `hidden` leaves them
 * out until the reader, who can switch each layer on and off, asks for them; only then they are read. What is inside, such as
 * a link to the data, is shown until the map is there.
 *
 * @summary One of several layers of a <civic-map>.
 * @tag civic-layer
 *
 * @attr {boolean} hidden - Leaves the layer out until the reader switches it on; it changes with the switch.
 */
export class CivicLayer extends ReactiveElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'hidden'];
  }

  /** Where the data is: a file, an API, a portal's page about a dataset; or a WMS, a WMTS, a template of tiles, a PMTiles file. */
  @property() src = '';

  /** What the layer is called, instead of its own title. */
  @property() label = '';

  /** Which of several layers, sheets or resources to read, by name. */
  @property() layer = '';

  /** The names of the columns that are wanted, with commas between them. */
  @property() fields = '';

  /** The grid of coordinates that do not say it, such as `EPSG:25832`. */
  @property() crs = '';

  /** The address of a civic-hub that may hand on data which its own server does not let this page read. */
  @property() relay = '';

  /** Until it is defined, a map is an element like any other. */
  #map: (HTMLElement & Partial<ReactiveElement>) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#map = this.closest('civic-map');
    this.#tell();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tell();
    this.#map = null;
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'hidden') this.#tell();
  }

  /** What is inside stays what the page wrote. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    this.#tell();
  }

  /** The map draws itself anew, and looks at its layers then. */
  #tell(): void {
    this.#map?.requestUpdate?.();
  }
}
