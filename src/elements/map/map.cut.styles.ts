import { css } from 'lit';

/** The choices of statistics, one beside the other as far as there is room. */
export const styles = css`
  .dimensions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    margin-block-start: 0.75rem;
  }

  .dimension {
    display: grid;
    flex: 1 1 9rem;
    max-inline-size: 20rem;
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
