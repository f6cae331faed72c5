import type { Desk } from './state.js';

export const cardOf = (id: string): HTMLElement | null => document.getElementById(`card-${id}`);

/** Does something after which entries may be gone, and gives the focus to what stands in the place of the one that had it. */
export async function focusNext(desk: Desk, ids: readonly string[], act: () => Promise<unknown>): Promise<void> {
  const entries = desk.lists[desk.tab].entries.map(({ id }) => id);
  const from = entries.findIndex((id) => ids.includes(id));
  const after = [...entries.slice(from + 1), ...entries.slice(0, Math.max(0, from)).reverse()].filter((id) => !ids.includes(id));
  await act();
  await desk.changed();
  const { activeElement } = document;
  // Somebody has gone on by themselves.
  if (activeElement && activeElement !== document.body && activeElement.isConnected) return;
  const next = [...ids.slice(0, 1), ...after].map(cardOf).find((card) => card !== null);
  (next ?? document.querySelector<HTMLElement>('#panel .card') ?? document.getElementById('panel'))?.focus();
}

/** Gives the focus to the card before or after. */
export function focusBeside(desk: Desk, id: string, step: 1 | -1): void {
  const entries = desk.lists[desk.tab].entries;
  const beside = entries[entries.findIndex((entry) => entry.id === id) + step];
  if (beside) cardOf(beside.id)?.focus();
}
