import { css } from 'lit';
import { form } from '../../styles/form.styles.js';

const panel = css`
  .proposal {
    max-inline-size: 44rem;
  }

  .panel > .proposal.notice {
    background: var(--_surface);
  }

  .similar {
    margin-block-end: var(--_gap);
    padding: 0.75rem 1rem;
    border: 1px solid var(--_hairline);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .panel ul:not(.faults ul) {
    display: grid;
    gap: 0.75rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .panel li + li:not(.faults li) {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_hairline);
  }

  .panel summary {
    min-block-size: var(--_target);
    padding-block: 0.6rem;
    cursor: pointer;
  }

  .similar summary {
    font-weight: 600;
  }

  .similar .facts {
    margin-block-end: 0.5rem;
  }

  .group {
    margin-block-end: var(--_gap);
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_hairline);
  }

  .group legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 0.5rem;
  }

  .group legend + * {
    clear: both;
  }

  .notice.warn {
    border-inline-start-color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 8%, var(--_surface));
  }

  .private {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.3rem 0.5rem;
    margin-block: 0.5rem;
  }

  .private label,
  .private .hint {
    grid-column: 1 / -1;
    font-weight: 600;
  }

  .mine h4 {
    margin-block: 0.25rem;
    font-size: 1.05rem;
  }

  @container (max-width: 30rem) {
    .private {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** The form and one's own ideas, which few visitors open: these looks are loaded with them. */
export const panelStyles = [form, panel];
