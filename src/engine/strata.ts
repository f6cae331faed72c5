import type BaseLayer from 'ol/layer/Base.js';
import Layer from 'ol/layer/Layer.js';
import type OlMap from 'ol/Map.js';
import type { Tiles } from '../model/dataset.js';
import type { Beneath, Beside, Picture } from './beneath.js';
import { drawnGround } from './ground.js';
import { wholeExtent } from './extent.js';
import { MapLayer, type Mark, type Scene } from './layer.js';
import type { Palette } from './palette.js';
import type { NumberFormat } from './scale.js';
import { frameOf } from './state.js';
import { tileLayer } from './tiles.js';
import { isDark, tinted } from './tint.js';

interface Laid {
  readonly places: MapLayer;
  readonly layer: Layer;
  beside: Beside;
}

/** Areas cover what is below them, so that points of any layer lie above the areas of all. */
const level = ({ shapes }: Beside['places']): number => (shapes ? 0 : 100);

/** All that lies below and beside a map's own places: the ground, pictures, the places of further layers. It comes when there is any. */
export class Strata {
  readonly #map: OlMap;
  readonly #own: MapLayer;
  readonly #ownLayer: Layer;
  readonly #number: NumberFormat;
  readonly #pictures = new Map<Picture, BaseLayer | undefined>();
  readonly #besides: Laid[] = [];
  readonly #tints = new WeakMap<MapLayer, { readonly palette: Palette; readonly symbol: number | undefined }>();
  #ground: { readonly layer: Layer; colour: (palette: Palette) => void } | undefined;
  #ofOwn: Picture | undefined;
  #beneath: Beneath | undefined;

  constructor(map: OlMap, own: MapLayer, ownLayer: Layer, number: NumberFormat) {
    this.#map = map;
    this.#own = own;
    this.#ownLayer = ownLayer;
    this.#number = number;
  }

  lay({ tiles, beneath, places }: Scene, palette: Palette, failed: () => void): void {
    this.#beneath = beneath;
    const ground = beneath?.ground;
    const wanted = [...(ground && ground !== 'none' ? [ground] : []), ...this.#picturesOf(tiles, failed), ...(beneath?.pictures ?? [])];
    // Whoever draws places alone leaves the ground to others, since pictures lie between both.
    const isBare = wanted.length > 0 || ground === 'none' || Boolean(beneath?.besides.length);
    this.#own.bare(isBare);
    this.#layGround(isBare && ground !== 'none', palette);
    this.#layPictures(wanted, ground, palette);
    this.#layBesides(beneath?.besides ?? []);
    this.#ownLayer.setZIndex(level(places) + 50);
    this.colour(palette);
  }

  colour(palette: Palette): void {
    const { symbol } = this.#beneath ?? {};
    this.#tint(this.#own, palette, symbol);
    for (const { places, beside } of this.#besides) this.#tint(places, palette, beside.symbol);
    this.#ground?.colour(palette);
    // Pictures are made for a light page: on a dark one the style sheet dims them.
    this.#map.getTargetElement()?.classList.toggle('dark', isDark(palette));
    this.#map.render();
  }

  /** What is at a pixel of the places beside: the uppermost, and points before areas. */
  hit(x: number, y: number): Mark | undefined {
    const marks = [...this.#besides].reverse().flatMap(({ places, beside }) => {
      const mark = places.hit(x, y);
      return mark ? [{ ...mark, beside }] : [];
    });
    return marks.find(({ isArea }) => !isArea) ?? marks[0];
  }

  /** Remembers what the pointer is over; true where that changed. */
  hover(mark: Mark | undefined): boolean {
    return this.#besides.map(({ places, beside }) => places.hover(mark?.beside === beside ? mark : undefined)).some(Boolean);
  }

  /** The map goes away: what is still on its way is laid no more. */
  leave(): void {
    this.#pictures.clear();
  }

  /** Other colours make a layer draw its outlines anew: it gets them only where they changed. */
  #tint(places: MapLayer, palette: Palette, symbol: number | undefined): void {
    const before = this.#tints.get(places);
    if (before?.palette === palette && before.symbol === symbol) return;
    this.#tints.set(places, { palette, symbol });
    places.palette = symbol === undefined ? palette : tinted(palette, symbol);
  }

  #picturesOf(tiles: Tiles | undefined, failed: () => void): Picture[] {
    if (tiles !== this.#ofOwn?.tiles) this.#ofOwn = tiles && { tiles, failed };
    return this.#ofOwn ? [this.#ofOwn] : [];
  }

  #layGround(isWanted: boolean, palette: Palette): void {
    if (isWanted === Boolean(this.#ground)) return;
    if (this.#ground) this.#map.removeLayer(this.#ground.layer);
    this.#ground = isWanted ? drawnGround(palette) : undefined;
    if (this.#ground) this.#map.addLayer(this.#ground.layer);
  }

  #layPictures(wanted: readonly Picture[], ground: Beneath['ground'], palette: Palette): void {
    for (const [picture, layer] of this.#pictures) {
      if (wanted.includes(picture)) continue;
      this.#pictures.delete(picture);
      if (layer) this.#map.removeLayer(layer);
    }
    for (const [i, picture] of wanted.entries()) {
      const isGround = picture === ground;
      if (this.#pictures.has(picture)) this.#pictures.get(picture)?.setZIndex(i - 500);
      else void this.#add(picture, i - 500, isGround, palette).catch(picture.failed);
    }
  }

  async #add(picture: Picture, height: number, isGround: boolean, palette: Palette): Promise<void> {
    const { tiles, failed } = picture;
    this.#pictures.set(picture, undefined);
    const layer = await tileLayer(tiles, isGround ? { ...palette, accent: palette.border } : palette, failed, isGround ? 'basemap' : 'pictures');
    // By now the reader may have taken it away again.
    if (!this.#pictures.has(picture)) return;
    // Only those that we know by name say exactly where they have something.
    if (isGround && tiles.kind === 'xyz' && tiles.bounds) layer.setExtent([...wholeExtent(tiles.bounds)]);
    layer.setZIndex(height);
    this.#pictures.set(picture, layer);
    this.#map.addLayer(layer);
  }

  #layBesides(wanted: readonly Beside[]): void {
    for (const laid of this.#besides.filter(({ beside }) => !wanted.some(({ of }) => of === beside.of))) {
      this.#besides.splice(this.#besides.indexOf(laid), 1);
      this.#map.removeLayer(laid.layer);
    }
    for (const [i, beside] of wanted.entries()) {
      const laid = this.#besides.find((each) => each.beside.of === beside.of) ?? this.#besideOf(beside);
      laid.beside = beside;
      laid.layer.setZIndex(level(beside.places) + i);
      laid.places.scene = { places: beside.places, rows: beside.rows, symbol: () => beside.symbol, selected: undefined, isBeside: true, newer: beside.newer };
    }
  }

  #besideOf(beside: Beside): Laid {
    const places = new MapLayer({ land: '', water: '', border: '', halo: '', accent: '', onAccent: '', selected: '', ink: '', symbols: [], font: '' }, this.#number, () => layer.changed());
    places.canvas.className = 'canvas';
    places.bare(true);
    const layer = new Layer({
      render: (state) => {
        places.draw(frameOf(state));
        return places.canvas;
      },
    });
    const laid = { places, layer, beside };
    this.#besides.push(laid);
    this.#map.addLayer(layer);
    return laid;
  }
}
