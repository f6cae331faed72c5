import { css } from 'lit';

/** The waiting line, and the box that says what went wrong or right. */
export const status = css`
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: var(--_gap);
  }

  .spinner {
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 3px solid var(--_hairline);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--_hairline);
    border-inline-start: 4px solid var(--_bad);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_bad) 5%, var(--_surface));
  }

  .notice.good {
    border-inline-start-color: var(--_good);
    background: color-mix(in oklab, var(--_good) 6%, var(--_surface));
  }

  .notice p {
    margin-block: 0 0.5rem;
  }

  .notice details {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .notice summary {
    min-block-size: 24px;
    cursor: pointer;
  }
`;
