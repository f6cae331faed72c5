import { css } from 'lit';

/** The choices of statistics, one beside the other as far as there is room. */
export const styles = css`
  .dimensions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
    gap: 0.5rem 0.75rem;
    margin-block-start: 0.75rem;
  }

  .dimension {
    display: grid;
    gap: 0.2rem;
    min-inline-size: 0;
    align-content: end;
  }

  .dimension > span {
    color: var(--_quiet);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }

  .dimension > select {
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
`;
