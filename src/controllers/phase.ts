import type { ReactiveControllerHost } from 'lit';

export type Phase = 'loading' | 'ready' | 'empty' | 'failed';

const phases: readonly Phase[] = ['loading', 'ready', 'empty', 'failed'];

/**
 * Says in which phase an element is, as `:state(loading)`, `:state(ready)`, `:state(empty)` or `:state(failed)`. What is
 * empty is ready, too: it has all that there is, and can be used.
 */
export class PhaseStates {
  readonly #internals: ElementInternals;
  #phase: Phase | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#internals = host.attachInternals();
  }

  get current(): Phase | undefined {
    return this.#phase;
  }

  set(phase: Phase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    for (const each of phases) this.#internals.states.delete(each);
    this.#internals.states.add(phase);
    if (phase === 'empty') this.#internals.states.add('ready');
  }

  /** States of an element's own, such as `rtl`. */
  toggle(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}
