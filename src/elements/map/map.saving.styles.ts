import { css } from 'lit';

/** What a reader can take along, and what a map is on paper. */
export const styles = css`
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

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .ways .quiet {
    padding-inline: 0.75rem;
    border-color: var(--_hairline);
    text-align: start;
  }

  .said:empty {
    display: none;
  }

  .report .said {
    margin-block: 0.5rem;
    color: var(--_text);
  }

  .save dialog {
    inline-size: min(40rem, calc(100vw - 2rem));
    padding: 1.25rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_text);
    background: var(--_surface);
  }

  .save dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .save textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }

  .writing progress {
    inline-size: min(20rem, 60%);
    accent-color: var(--_accent);
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
