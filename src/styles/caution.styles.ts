import { css } from 'lit';

/** The warning before something goes out that may be personal data. */
export const cautionStyles = css`
  .notice.personal {
    border-inline-start-color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 8%, var(--_surface));
  }

  .notice.personal .row {
    margin-block-start: 0.5rem;
  }
`;
