import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Stage } from './map.stage.js';

interface Figure {
  readonly title: string;
  readonly stage: Stage;
  readonly language: Language;
  /** Goes on to what comes after the map. */
  readonly skip: () => void;
}

/**
 * The map: the room that is kept for it before it is drawn; from then on one stop of the Tab key, and its buttons. What takes
 * the keys holds nothing to read: only of an application do screen readers leave the arrow keys to the page.
 */
export function figure({ title, stage, language, skip }: Figure): TemplateResult {
  const { say } = language;
  const { drawing } = stage;
  const hint = drawing?.hint;
  return html`
    <button type="button" class="button skip" @click=${skip}>${say.map.skip}</button>
    <div part="map" class="map" role="region" aria-label=${say.map.map(title)}>
      <div
        class="canvas-holder"
        role=${drawing ? 'application' : nothing}
        tabindex=${drawing ? 0 : nothing}
        aria-label=${drawing ? say.mapDrawn.move.label : nothing}
        aria-describedby="keys"
      ></div>
      <p class="waiting" aria-hidden="true">${say.reading.loading}</p>
      <p class="map-hint" aria-hidden="true" ?hidden=${!hint}>${hint ? say.mapDrawn.hint[hint] : nothing}</p>
    </div>
    <p id="keys" hidden>${drawing ? say.mapDrawn.keys : nothing}</p>
    ${drawing?.controls(language) ?? nothing}
  `;
}
