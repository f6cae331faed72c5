import { css } from 'lit';
import { mostClasses, outlines } from '../../engine/symbols.js';
import { classColours } from './map.class-colours.js';

const styles = css`
  .symbol.area path {
    stroke: var(--_text);
    stroke-width: 1.25;
  }

  .symbol.area .hatch {
    display: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }

  .symbol.area.symbol-8 path:first-child {
    fill: var(--_surface);
  }

  .symbol.area.symbol-8 .hatch {
    display: inline;
  }

  .sizes {
    align-items: end;
  }

  .sizes svg {
    flex: none;
    overflow: visible;
  }

  .sizes circle {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }

  .heat-scale {
    display: inline-block;
    inline-size: 8rem;
    block-size: 0.8rem;
    border: 1px solid var(--_edge);
    background: linear-gradient(to right, transparent, light-dark(#f3a65a, #7a3b12), light-dark(#c0392b, #e8843c), light-dark(#4a0d2c, #fff2b8));
    forced-color-adjust: none;
  }

  :host(:state(rtl)) .heat-scale {
    transform: scaleX(-1);
  }

  @media (forced-colors: active) {
    .symbol.area path:first-child {
      fill: Canvas;
    }

    .symbol.area .hatch {
      display: inline;
    }
  }
`;

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** Gives the symbols of classes their colours; the canvas reads them off as it does those of categories. */
export function adopt(root: ShadowRoot, bounds: readonly number[]): void {
  let sheet = sheets.get(root);
  if (!sheet) {
    sheets.set(root, (sheet = new CSSStyleSheet()));
    root.adoptedStyleSheets.push(styles.styleSheet!, sheet);
  }
  const colours = classColours(bounds).map(({ light, dark }, place) => `.symbol-${outlines.length + place}{color:light-dark(${light},${dark})}`);
  const all = Array.from({ length: mostClasses }, (_, place) => `.symbol-${outlines.length + place}`).join();
  sheet.replaceSync(`${colours.join('')}:is(${all}):not(.area) path{stroke:var(--_text);stroke-width:1.25}@media (forced-colors:active){${all}{color:CanvasText;forced-color-adjust:none}}`);
}
