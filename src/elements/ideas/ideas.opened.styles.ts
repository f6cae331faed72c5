import { css } from 'lit';
import { form } from '../../styles/form.styles.js';

const opened = css`
  .part {
    margin-block-start: 0.5rem;
    font-size: 1em;
  }

  .history {
    display: grid;
    gap: 0.6rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  /* A line leads from each step to the next one. */
  .history > li {
    position: relative;
    padding-inline-start: 1.5rem;
  }

  .history > li:not(.said-so) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
  }

  .history > li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.45em;
    inset-inline-start: 0.2rem;
    inline-size: 0.7rem;
    block-size: 0.7rem;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }

  .history > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.35em -0.85em;
    inset-inline-start: calc(0.55rem - 1px);
    border-inline-start: 2px solid var(--_hairline);
  }

  /* The live regions are there before they are filled, and take no room until then. */
  .talk > :not(:empty),
  .talk form > :not(:empty) {
    margin-block-start: 0.75rem;
  }

  .talk ol {
    display: grid;
    gap: 0.75rem;
    margin-block: 0;
    padding: 0;
    list-style: none;
  }

  .comment {
    padding: 0.6rem 0.9rem;
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in oklab, var(--_text) 4%, var(--_surface));
  }

  .comment.official {
    border-inline-start: 3px solid var(--_accent);
    background: var(--_tint);
  }

  .comment.own {
    border: 1px dashed var(--_edge);
    background: none;
  }

  .comment .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
  }

  .comment .ways p {
    flex-basis: 100%;
    margin: 0;
  }

  .comment .text {
    margin-block: 0.15rem;
  }

  .talk .field {
    margin-block-end: 0;
  }

  .talk form {
    max-inline-size: 44rem;
    border-block-start: 1px solid var(--_hairline);
  }

  .talk textarea {
    min-block-size: 5.5em;
  }

  .talk-button {
    align-self: start;
  }
`;

/** The history and the comments of an opened idea: these looks come with them. */
export const openedStyles = [form, opened];
