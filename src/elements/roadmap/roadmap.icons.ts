import { svg, type SVGTemplateResult } from 'lit';
import type { CommitmentStatus, MilestoneStatus } from '../../model/commitment.js';

/** Shapes that differ without their colour: empty, half, full with a tick, two bars, a cross, a triangle. */
const shapes = {
  planned: svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3.5 2.8"/>`,
  started: svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 4.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>`,
  completed: svg`<circle cx="10" cy="10" r="9" fill="currentColor"/><path class="cut" d="m5.8 10.2 2.9 2.9 5.5-6" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
  paused: svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M7.8 6.8v6.4m4.4-6.4v6.4" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`,
  cancelled: svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`,
  late: svg`<path d="M10 2.2 18.8 17.5H1.2z" fill="currentColor" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path class="cut" d="M10 7.5v4.4m0 2.8v.1" fill="none" stroke-width="2" stroke-linecap="round"/>`,
};

export type Mark = keyof typeof shapes;

/** A picture beside words that say the same; hidden from those who hear the words. */
export function icon(mark: Mark): SVGTemplateResult {
  return svg`<svg class="icon ${mark}" viewBox="0 0 20 20" aria-hidden="true">${shapes[mark]}</svg>`;
}

/** From kept to dropped: the order of the bar and of its legend. */
export const statusOrder: readonly CommitmentStatus[] = ['completed', 'started', 'planned', 'paused', 'cancelled'];

export const milestoneMarks: Readonly<Record<MilestoneStatus, CommitmentStatus>> = {
  scheduled: 'planned',
  partiallyMet: 'started',
  met: 'completed',
  notMet: 'cancelled',
};
