import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js';
import DragPan from 'ol/interaction/DragPan.js';
import type Interaction from 'ol/interaction/Interaction.js';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js';
import PinchZoom from 'ol/interaction/PinchZoom.js';
import Kinetic from 'ol/Kinetic.js';
import Layer from 'ol/layer/Layer.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import type { Extent } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';
import { nearestCopy } from './frame.js';
import type { Spot } from './here.js';
import { nearestTo } from './in-view.js';
import { MapLayer, type Mark, type Scene } from './layer.js';
import type { Palette } from './palette.js';
import type { NumberFormat } from './scale.js';
import { frameOf } from './state.js';
import type { Strata } from './strata.js';

export type { Mark, Scene };

export interface EngineOptions {
  readonly palette: Palette;
  readonly number: NumberFormat;
  /** No movement that nobody asked for. */
  readonly still: () => boolean;
  /** The reader pointed at something that is drawn. */
  readonly picked?: (mark: Mark) => void;
  /** The reader pointed at a spot, whatever is drawn there: Web Mercator metres. */
  readonly pointed?: (x: number, y: number) => void;
  /** The view came to rest: west, south, east and north of it in Web Mercator metres. */
  readonly rested?: (extent: Extent) => void;
  /** With how many fingers the map is moved: two where nobody says otherwise, so that one scrolls the page. */
  readonly fingers?: 1 | 2;
  readonly drawn: () => void;
}

/** Metres a pixel. */
const closest = 0.3;

/** What is covered of the view, in pixels. */
export type Padding = readonly [top: number, right: number, bottom: number, left: number];

/** The map engine behind the few things that we ask of it; nothing else knows OpenLayers. */
export class Engine {
  readonly #map: OlMap;
  readonly #view: View;
  readonly #layer: MapLayer;
  readonly #still: () => boolean;
  #hereLayer: Layer | undefined;
  readonly #strataOf: () => Promise<Strata>;
  #strata: Strata | undefined;
  #palette: Palette;
  #laying: Scene | undefined;
  #isDrafting = false;

  /** It may be made before there is anything to draw, or where: that takes a while. */
  constructor({ palette, number, still, picked, pointed, rested, fingers = 2, drawn }: EngineOptions) {
    this.#still = still;
    this.#palette = palette;
    this.#layer = new MapLayer(palette, number, () => this.#map.render());
    this.#layer.canvas.className = 'canvas';
    this.#view = new View({
      center: [0, 0],
      resolution: 100_000,
      minResolution: closest,
      enableRotation: false,
      multiWorld: true,
      // East and west the world goes round; north and south it ends.
      extent: [-1e9, -halfWorld, 1e9, halfWorld],
    });
    const layer = new Layer({
      render: (state) => {
        this.#layer.draw(frameOf(state));
        if (!this.#layer.busy) drawn();
        return this.#layer.canvas;
      },
    });
    this.#map = new OlMap({ view: this.#view, layers: [layer], controls: [], interactions: interactions(still, fingers) });
    this.#strataOf = async () => (this.#strata ??= new (await import('./strata.js')).Strata(this.#map, this.#layer, layer, number));
    if (rested) this.#map.on('moveend', () => rested(this.view()));
    // While an area is drawn two clicks are its last corner, and zoom nothing.
    this.#map.on('dblclick', (event) => this.#isDrafting && event.stopPropagation());
    // A spot waits whether the click is half of a double one, which zooms.
    if (pointed) this.#map.on('singleclick', ({ coordinate: [x = 0, y = 0] }) => pointed(x, y));
    if (!picked) return;
    this.#map.on('click', (event) => {
      const mark = this.#hit(event);
      if (mark) picked(mark);
    });
    this.#map.on('pointermove', (event) => {
      if (event.dragging) return;
      const mark = this.#hit(event);
      this.#map.getTargetElement()?.classList.toggle('over', Boolean(mark));
      if ([this.#layer.hover(mark?.beside ? undefined : mark), this.#strata?.hover(mark)].some(Boolean)) this.#map.render();
    });
  }

  /** Draws in this element from now on. */
  drawIn(target: HTMLElement): void {
    this.#map.setTarget(target);
  }

  /** OpenLayers itself, for a page that needs what we do not offer. */
  get map(): OlMap {
    return this.#map;
  }

  /** How near the map looks, as web maps count. */
  get nearness(): number {
    return this.#view.getZoom() ?? 0;
  }

  draw(scene: Scene): void {
    this.#layer.scene = scene;
    this.#isDrafting = Boolean(scene.draft);
    this.#map.render();
  }

  /** Lays what a scene has besides its own places below and beside them; `failed` is told when none of its own pictures comes. */
  async lay(scene: Scene, failed: () => void): Promise<void> {
    this.#laying = scene;
    if (!this.#strata && !scene.tiles && !scene.beneath) return;
    const strata = await this.#strataOf();
    // By now the page may have other colours.
    if (scene === this.#laying) strata.lay(scene, this.#palette, failed);
  }

  /** Draws where the reader is over all else; what draws it comes when somebody asks for it. */
  async here(spot: Spot | undefined, palette: Palette): Promise<void> {
    if (this.#hereLayer) this.#map.removeLayer(this.#hereLayer);
    this.#hereLayer = undefined;
    if (!spot) return;
    const { Here } = await import('./here.js');
    const here = new Here(spot, palette);
    if (this.#hereLayer) this.#map.removeLayer(this.#hereLayer);
    this.#hereLayer = new Layer({ zIndex: 1, render: (state) => here.draw(frameOf(state)) });
    this.#map.addLayer(this.#hereLayer);
  }

  colour(palette: Palette): void {
    this.#palette = palette;
    if (this.#strata) this.#strata.colour(palette);
    else this.#layer.palette = palette;
    this.#map.render();
  }

  /** Shows an extent as large as it goes, yet no nearer than `nearest` metres a pixel. */
  fit(extent: Extent, padding: Padding, how: 'at once' | 'gently', nearest = 2): void {
    this.#map.updateSize();
    const shift = nearestCopy((extent[0] + extent[2]) / 2, this.#view.getCenter()?.[0] ?? 0);
    this.#view.fit([extent[0] + shift, extent[1], extent[2] + shift, extent[3]], { padding: [...padding], minResolution: nearest, duration: how === 'at once' ? 0 : this.#duration });
  }

  /** What is in the middle, in Web Mercator metres of the one world between -180° and 180°. */
  centre(): readonly [x: number, y: number] {
    const [x = 0, y = 0] = this.#view.getCenter() ?? [];
    return [x + nearestCopy(x, 0), y];
  }

  /** What is seen, in Web Mercator metres; x may leave the world. */
  view(): Extent {
    return this.#view.calculateExtent() as [number, number, number, number];
  }

  /** What is at a pixel of the map, in Web Mercator metres; x may leave the world. */
  at(pixelX: number, pixelY: number): readonly [x: number, y: number] {
    const [x = 0, y = 0] = this.#map.getCoordinateFromPixel([pixelX, pixelY]) ?? [];
    return [x, y];
  }

  /** Brings a spot into the middle; with a resolution (metres a pixel) at that scale and at once. */
  look(x: number, y: number, resolution?: number): void {
    const center = [x + nearestCopy(x, this.#view.getCenter()?.[0] ?? 0), y];
    this.#map.updateSize();
    this.#view.cancelAnimations();
    if (resolution === undefined) this.#view.animate({ center, duration: this.#duration });
    else this.#view.animate({ center, resolution, duration: 0 });
  }

  /** Brings an extent into the part of the view that nothing covers, without a change of scale where it fits. */
  reveal(extent: Extent, padding: Padding): void {
    const resolution = this.#view.getResolution();
    const [x, y] = this.#view.getCenter() ?? [];
    const [width = 0, height = 0] = this.#map.getSize() ?? [];
    if (resolution === undefined || x === undefined || y === undefined) return;
    const [top, right, bottom, left] = padding;
    const shift = nearestCopy((extent[0] + extent[2]) / 2, x);
    const free: Extent = [x + (left - width / 2) * resolution, y + (bottom - height / 2) * resolution, x + (width / 2 - right) * resolution, y + (height / 2 - top) * resolution];
    if (extent[2] - extent[0] > free[2] - free[0] || extent[3] - extent[1] > free[3] - free[1]) {
      this.fit(extent, padding, 'gently');
      return;
    }
    const inside = extent[0] + shift >= free[0] && extent[2] + shift <= free[2] && extent[1] >= free[1] && extent[3] <= free[3];
    if (inside) return;
    const centre = [
      (extent[0] + extent[2]) / 2 + shift + ((right - left) / 2) * resolution,
      (extent[1] + extent[3]) / 2 + ((top - bottom) / 2) * resolution,
    ];
    this.#view.animate({ center: centre, duration: this.#duration });
  }

  /** Moves the view by pixels, to the right and upwards. */
  pan(right: number, up: number): void {
    const resolution = this.#view.getResolution() ?? 1;
    const [x = 0, y = 0] = this.#view.getCenter() ?? [];
    this.#view.animate({ center: [x + right * resolution, y + up * resolution], duration: this.#duration / 2 });
  }

  /** Zooms by whole steps, each twice as near. */
  zoom(steps: number): void {
    if (this.#view.getAnimating()) this.#view.cancelAnimations();
    this.#view.animate({ zoom: (this.#view.getZoom() ?? 0) + steps, duration: this.#duration });
  }

  /** Goes as near as it takes to tell the places of a cluster apart. */
  open(extent: Extent, padding: Padding): void {
    this.fit(extent, padding, 'gently', closest);
  }

  /** Whether an extent, seen as near as it goes, shows more than one place. */
  splits(extent: Extent): boolean {
    return Math.max(extent[2] - extent[0], extent[3] - extent[1]) > 80 * closest;
  }

  /** Whether any of a scene's places is in view. */
  sees({ places: { x, y }, rows }: Scene): boolean {
    const [west, south, east, north] = this.view();
    const middle = (west + east) / 2;
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i]!;
      if (y[row]! < south || y[row]! > north) continue;
      const shown = x[row]! + nearestCopy(x[row]!, middle);
      if (shown >= west && shown <= east) return true;
    }
    return false;
  }

  /** The rows of a scene that are in view and nearest to its middle, nearest first. */
  inView(scene: Scene, most: number): number[] {
    return nearestTo(this.view(), scene, most);
  }

  destroy(): void {
    this.#layer.stop();
    this.#laying = undefined;
    this.#strata?.leave();
    this.#map.setTarget(undefined);
    this.#map.dispose();
  }

  get #duration(): number {
    return this.#still() ? 0 : 250;
  }

  #hit({ pixel: [x = 0, y = 0] }: MapBrowserEvent): Mark | undefined {
    const own = this.#layer.hit(x, y);
    const other = own && !own.isArea ? undefined : this.#strata?.hit(x, y);
    return own && other?.isArea ? own : (other ?? own);
  }
}

/** The page keeps its wheel and its finger: zooming takes Ctrl or ⌘, moving by touch takes two fingers. */
function interactions(still: () => boolean, fingers: 1 | 2): Interaction[] {
  const drag: DragPan = new DragPan({
    ...(still() ? {} : { kinetic: new Kinetic(-0.005, 0.05, 100) }),
    condition({ originalEvent }) {
      const { pointerType, button } = originalEvent as PointerEvent;
      return pointerType === 'touch' ? drag.getPointerCount() >= fingers : button === 0;
    },
  });
  const wheel = new MouseWheelZoom({
    condition({ originalEvent }) {
      const { ctrlKey, metaKey } = originalEvent as WheelEvent;
      return ctrlKey || metaKey;
    },
  });
  return [drag, new PinchZoom(), new DoubleClickZoom(), wheel];
}
