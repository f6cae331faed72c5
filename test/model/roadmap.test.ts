import { expect } from '@open-wc/testing';
import type { Commitment, Milestone } from '../../src/model/commitment.js';
import { calendarDay, commitmentLateness, lateness, milestoneLateness } from '../../src/model/lateness.js';
import { choices, matching } from '../../src/model/roadmap-filter.js';
import { isLate, nextMilestone, progressOf, sorted, tally } from '../../src/model/roadmap.js';

const today = '2026-11-23';

const commitment = (id: string, rest: Partial<Commitment> = {}): Commitment => ({ id, title: id, status: 'started', milestones: [], evidence: [], ideas: [], sdg: [], ...rest });
const milestone = (id: string, rest: Partial<Milestone> = {}): Milestone => ({ id, title: id, status: 'scheduled', ...rest });

describe('lateness', () => {
  for (const [due, met, expected] of [
    ['2026-11-23', undefined, 'due 0 day'],
    ['2026-11-24', undefined, 'due 1 day'],
    ['2026-11-22', undefined, 'overdue 1 day'],
    ['2026-11-10', undefined, 'overdue 13 day'],
    ['2026-11-09', undefined, 'overdue 2 week'],
    ['2026-09-24', undefined, 'overdue 8 week'],
    ['2026-09-23', undefined, 'overdue 2 month'],
    ['2026-08-23', undefined, 'overdue 3 month'],
    ['2025-11-23', undefined, 'overdue 1 year'],
    ['2025-10-23', undefined, 'overdue 13 month'],
    ['2024-11-24', undefined, 'overdue 23 month'],
    ['2024-11-23', undefined, 'overdue 2 year'],
    ['2027-04-23', undefined, 'due 5 month'],
    // A year is due at its end, a month at its last day.
    ['2026', undefined, 'due 5 week'],
    ['2025', undefined, 'overdue 10 month'],
    ['2026-11', undefined, 'due 7 day'],
    ['2026-10', undefined, 'overdue 3 week'],
    ['2024-02', '2024-02-29', 'punctual 0 day'],
    ['2024-02', '2024-03-01', 'late 1 day'],
    ['2026-06-30', '2026-06-11', 'early 2 week'],
    ['2026-06-30', '2026-06-30', 'punctual 0 day'],
    ['2026-06-30', '2026-09-30', 'late 3 month'],
    // Within the span nothing is proved either way.
    ['2026', '2026-03', 'punctual 0 day'],
    ['2026-03-05', '2026-03', 'punctual 0 day'],
    ['2026-03', '2026', 'punctual 0 day'],
    ['2025', '2026-03-01', 'late 2 month'],
    ['2026', '2024-12-31', 'early 1 year'],
  ] as const) {
    it(`of ${due}, met ${met ?? 'not yet'}, is “${expected}”`, () => {
      const found = lateness(due, met, today)!;
      expect(`${found.kind} ${found.amount} ${found.unit}`).to.equal(expected);
    });
  }

  it('is not claimed without a due date, or with one that is none', () => {
    expect(lateness(undefined, undefined, today)).to.equal(undefined);
    for (const due of ['2026-02-30', '2026-13', 'soon', '2026-1-1', '']) expect(lateness(due, undefined, today), due).to.equal(undefined);
  });

  it('is not claimed for what was dropped, nor for what was done on an unknown day', () => {
    expect(commitmentLateness(commitment('a', { status: 'cancelled', dueDate: '2020' }), today)).to.equal(undefined);
    expect(commitmentLateness(commitment('a', { status: 'completed', dueDate: '2020' }), today)).to.equal(undefined);
    expect(commitmentLateness(commitment('a', { status: 'paused', dueDate: '2020' }), today)?.kind).to.equal('overdue');
    expect(milestoneLateness(milestone('a', { status: 'met', dueDate: '2020' }), today)).to.equal(undefined);
    expect(milestoneLateness(milestone('a', { status: 'partiallyMet', dueDate: '2020' }), today)?.kind).to.equal('overdue');
  });

  it('counts from the day on the calendar of the person who looks', () => {
    expect(calendarDay(new Date(2026, 0, 5, 23, 59))).to.equal('2026-01-05');
    expect(calendarDay(new Date(2026, 0, 5, 0, 0))).to.equal('2026-01-05');
  });
});

describe('a commitment', () => {
  it('is late when a step of it is, while it is open', () => {
    const milestones = [milestone('1', { dueDate: '2026-10-01' })];
    expect(isLate(commitment('a', { dueDate: '2028', milestones }), today)).to.equal(true);
    expect(isLate(commitment('a', { status: 'completed', milestones }), today)).to.equal(false);
    expect(isLate(commitment('a', { milestones: [milestone('1', { dueDate: '2026-10-01', status: 'met' })] }), today)).to.equal(false);
  });

  it('has come as far as is stated, else as its milestones say', () => {
    const milestones = [milestone('1', { status: 'met' }), milestone('2', { status: 'partiallyMet' }), milestone('3', { status: 'notMet' }), milestone('4')];
    expect(progressOf(commitment('a', { milestones }))).to.equal(0.25);
    expect(progressOf(commitment('a', { milestones: milestones.slice(1, 2) }))).to.equal(undefined);
    expect(progressOf(commitment('a', { milestones, progress: 0.6 }))).to.equal(0.6);
    expect(progressOf(commitment('a', { milestones, progress: 60 }))).to.equal(0.25);
    expect(progressOf(commitment('a', { status: 'completed' }))).to.equal(1);
    expect(progressOf(commitment('a'))).to.equal(undefined);
  });

  it('has a next step: the open one that is due first', () => {
    const milestones = [milestone('1', { status: 'met', dueDate: '2020' }), milestone('2'), milestone('3', { dueDate: '2027' }), milestone('4', { dueDate: '2027-06' })];
    expect(nextMilestone(commitment('a', { milestones }))?.id).to.equal('4');
    expect(nextMilestone(commitment('a', { milestones: milestones.slice(0, 2) }))?.id).to.equal('2');
    expect(nextMilestone(commitment('a', { status: 'completed', milestones }))).to.equal(undefined);
  });
});

describe('a plan', () => {
  const plan = [
    commitment('École', { theme: 'Schools', responsible: 'Education', status: 'completed', dueDate: '2024' }),
    commitment('Park 10', { theme: 'Green', responsible: 'Parks', dueDate: '2026-06' }),
    commitment('Park 9', { theme: 'Green', responsible: 'Parks', dueDate: '2027', description: 'With shade' }),
    commitment('Bridge', { theme: 'Roads', responsible: 'Parks', status: 'planned' }),
    commitment('Toll', { theme: 'Roads', status: 'cancelled', dueDate: '2023' }),
  ];
  const ids = (commitments: readonly Commitment[]) => commitments.map(({ id }) => id);

  it('is counted by status, and what is late', () => {
    expect(tally(plan, today)).to.deep.equal({ planned: 1, started: 2, completed: 1, paused: 0, cancelled: 1, late: 1 });
  });

  it('is searched without case and accents, by every word', () => {
    expect(ids(matching(plan, { text: 'ecole' }, today))).to.deep.equal(['École']);
    expect(ids(matching(plan, { text: 'SHADE park' }, today))).to.deep.equal(['Park 9']);
    expect(ids(matching(plan, { text: ' shade toll ' }, today))).to.deep.equal([]);
    expect(ids(matching(plan, {}, today))).to.have.length(5);
  });

  it('is filtered by each choice, and the choices count under the others', () => {
    expect(ids(matching(plan, { late: true }, today))).to.deep.equal(['Park 10']);
    expect(ids(matching(plan, { status: 'started', theme: 'Green' }, today))).to.deep.equal(['Park 10', 'Park 9']);
    expect([...choices(plan, { responsible: 'Parks', theme: 'Green' }, 'theme', today)]).to.deep.equal([['Schools', 0], ['Green', 2], ['Roads', 1]]);
  });

  it('is sorted by status with what is late first, by due date with the undated last, by title as people count', () => {
    expect(ids(sorted(plan, 'status', today, 'en'))).to.deep.equal(['Park 10', 'Park 9', 'Bridge', 'École', 'Toll']);
    expect(ids(sorted(plan, 'due', today, 'en'))).to.deep.equal(['Toll', 'École', 'Park 10', 'Park 9', 'Bridge']);
    expect(ids(sorted(plan, 'title', today, 'en'))).to.deep.equal(['Bridge', 'École', 'Park 9', 'Park 10', 'Toll']);
  });
});
