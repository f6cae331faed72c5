import { css } from 'lit';

/** What the forms that send answers have beside their fields: choices, counters, and the summary of what to mend. */
export const form = css`
  form p {
    margin: 0;
  }

  /* Its parts that are not there, such as an error, take no room. */
  form fieldset.field {
    gap: 0;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 0.65rem;
    min-block-size: var(--_target);
    padding-inline: 0.25rem;
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
  }

  .field > .choice {
    font-weight: inherit;
  }

  .choice:hover {
    background: var(--_tint);
  }

  .choice input {
    flex: none;
    inline-size: 1.35rem;
    block-size: 1.35rem;
    margin: 0;
  }

  .counter {
    justify-self: end;
    font-variant-numeric: tabular-nums;
  }

  .counter.over {
    color: var(--_bad);
    font-weight: 600;
  }

  .faults {
    margin-block-end: var(--_gap);
  }

  .faults h3 {
    margin-block-end: 0.25rem;
    font-size: 1.1em;
  }

  .faults ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .faults a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    color: var(--_bad);
    font-weight: 600;
  }

  [role='status'] > .status {
    padding-inline: 0;
  }

  [role='alert'] > .notice {
    margin-block: 0 var(--_gap);
  }
`;
