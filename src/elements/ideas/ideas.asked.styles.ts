import { css } from 'lit';

/** The questions of the city: these looks come with them. */
export const askedStyles = css`
  .asked {
    margin-block-end: 1.25rem;
    padding: clamp(0.9rem, 3cqi, 1.25rem);
    border: 1px solid var(--_hairline);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .asked ul {
    display: grid;
    gap: 0.25rem;
    margin: 0.35rem 0 0;
    padding: 0;
    list-style: none;
  }

  .asked li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
  }

  .asked li a,
  .asked dd a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
  }

  .asked summary {
    min-block-size: var(--_target);
    padding-block: 0.6rem;
    cursor: pointer;
  }

  .asked .eyebrow {
    color: var(--_quiet);
    font-size: 0.9em;
    font-weight: 600;
  }

  .asked h3 {
    font-size: 1.25rem;
  }

  .brief {
    display: grid;
    gap: 0.6rem;
  }

  .brief .text {
    max-inline-size: 75ch;
  }

  .brief .answer {
    background: var(--_surface);
  }

  .brief dl {
    display: grid;
    gap: 0.4rem;
    margin: 0;
  }

  .brief dt {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .brief dd {
    margin: 0;
  }

  .chosen {
    margin-block-start: 0.5rem;
    font-weight: 600;
  }

  .all {
    margin-inline-start: -1rem;
  }
`;
