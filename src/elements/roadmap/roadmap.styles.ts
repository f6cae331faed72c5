import { css } from 'lit';
import { detailStyles } from './roadmap.detail.styles.js';
import { entryStyles } from './roadmap.entry.styles.js';
import { filterStyles } from './roadmap.filters.styles.js';

/** The plan as a whole; its parts bring their own. */
const overviewStyles = css`
  :host {
    --_done: var(--civic-roadmap-done, var(--_good));
    --_late: var(--civic-roadmap-late, var(--_bad));
  }

  /* The room is kept until the plan is there, so that the page below does not jump. */
  :host(:state(loading)) {
    min-block-size: 30rem;
  }

  p {
    margin: 0;
  }

  .overview {
    display: grid;
    gap: 0.5rem;
  }

  .overview h2 {
    font-size: clamp(1.35rem, 1.1rem + 1.8cqi, 2rem);
  }

  .about {
    max-inline-size: 75ch;
    color: var(--_quiet);
  }

  .stale {
    color: var(--_warn);
    font-size: 0.95em;
    font-weight: 600;
  }

  .summary {
    margin-block-start: 0.5rem;
    font-size: 1.15em;
    font-weight: 600;
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 1rem;
    border: 1px solid var(--_edge);
    border-radius: 0.5rem;
  }

  :host(:dir(rtl)) .bar,
  :host(:state(rtl)) .bar {
    transform: scaleX(-1);
  }

  .bar rect {
    stroke: var(--_surface);
    stroke-width: 2px;
  }

  .bar .completed {
    fill: var(--_done);
  }

  .bar .started {
    fill: color-mix(in oklab, var(--_accent) 70%, var(--_surface));
  }

  .bar .planned {
    fill: var(--_hairline);
  }

  .bar .paused {
    fill: color-mix(in oklab, var(--_warn) 55%, var(--_surface));
  }

  .bar .cancelled {
    fill: var(--_edge);
  }

  .origin,
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    font-size: 0.9em;
  }

  .origin > *,
  .links > * {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.35em;
    min-block-size: 2rem;
  }

  .more-button {
    inline-size: 100%;
    margin-block-start: 0.75rem;
  }

  .problems {
    margin-block-start: 1.5rem;
    font-size: 0.9em;
  }

  .problems summary {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .bar rect {
      stroke: CanvasText;
    }

    .bar .completed {
      fill: CanvasText;
    }

    .bar .started {
      fill: GrayText;
    }

    .bar :is(.planned, .paused, .cancelled) {
      fill: Canvas;
    }
  }

  @media print {
    .more-button,
    .problems {
      display: none;
    }
  }
`;

export const styles = [overviewStyles, filterStyles, entryStyles, detailStyles];
