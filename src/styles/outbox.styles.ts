import { css } from 'lit';

/** What waits to be sent. */
export const outboxStyles = css`
  .waiting {
    display: grid;
    gap: 0.5rem;
    margin-block: 0 1rem;
  }

  .waiting :is(h3, p, ul) {
    margin: 0;
  }

  .waiting ul {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    list-style: none;
  }

  .waiting li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .waiting li p {
    flex-basis: 100%;
    overflow-wrap: anywhere;
  }
`;
