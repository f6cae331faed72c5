import { css } from 'lit';

/** What can be opened below the map, and what a map is on paper. */
export const styles = css`
  .no-map {
    margin: 0;
    border-inline-start-color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 6%, var(--_surface));
  }

  .report p,
  .report ul {
    margin-block: 0 0.5rem;
  }

  /* Below “How it was read” where room is kept for it, else beside it, so that nothing moves when it comes. */
  @container (inline-size < 34rem) {
    .about + .save {
      margin-block-start: calc(-1 * var(--_target));
    }
  }

  @container (inline-size >= 34rem) {
    .about:not(:has([open])) + .save {
      margin-block-start: calc(-1 * var(--_target));
    }

    .about + .save > summary {
      margin-inline-start: auto;
    }
  }

  .sheet {
    display: none;
  }

  @media print {
    :host {
      color-scheme: light;
    }

    .filters,
    .dimensions,
    .chips,
    .layers,
    .body,
    .body ~ .legend,
    .body ~ .legend-title,
    .notice > :is(button, details),
    .about,
    .save {
      display: none !important;
    }

    .sheet {
      display: block;
      color: #000;
      background: #fff;
      font-size: 10pt;
    }

    .sheet .heat-scale {
      print-color-adjust: exact;
    }

    .sheet > canvas {
      display: block;
      inline-size: 100%;
      max-block-size: 14cm;
      object-fit: contain;
      break-inside: avoid;
    }

    .sheet table {
      inline-size: 100%;
      margin-block: 0.75rem;
      border-collapse: collapse;
    }

    .sheet tr {
      break-inside: avoid;
    }

    .sheet :is(th, td) {
      padding: 0.2rem 0.75rem 0.2rem 0;
      border-block-end: 1px solid #bbb;
      text-align: start;
      vertical-align: top;
      overflow-wrap: anywhere;
    }

    .sheet p {
      margin-block: 0.25rem;
      font-size: 9pt;
      overflow-wrap: anywhere;
    }
  }
`;
