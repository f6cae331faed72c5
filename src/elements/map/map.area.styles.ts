import { css } from 'lit';

export const styles = css`
  .area-pane {
    position: absolute;
    z-index: 1;
    inset: 0;
    pointer-events: none;
  }

  .map:has(.area-pane) .canvas-holder {
    cursor: crosshair;
  }

  .cross {
    position: absolute;
    inset: calc(50% - 20px) auto auto calc(50% - 20px);
    inline-size: 40px;
    block-size: 40px;
    pointer-events: none;
  }

  .cross path {
    stroke: var(--_text);
    stroke-width: 3;
    filter: drop-shadow(0 0 1.5px var(--_surface)) drop-shadow(0 0 1.5px var(--_surface));
  }

  .area-bar {
    position: absolute;
    inset-block-end: 0.6rem;
    inset-inline: 0.6rem;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 1px 5px rgb(0 0 0 / 25%);
    pointer-events: auto;
  }

  .area-bar .button {
    flex: 1 0 auto;
    padding-inline: 0.5rem;
    font-size: 0.95em;
  }

  .area-bar p {
    flex: 1 1 14rem;
    margin: 0;
    font-size: 0.95em;
    line-height: 1.35;
  }
`;
