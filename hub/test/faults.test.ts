import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hash } from '../src/fingerprint.js';
import { check, type Findings } from './faults/check.js';
import type { Found } from './faults/found.js';
import { Ledger } from './faults/ledger.js';

/** What clients sent, all of it acknowledged but the last rating. */
function sent(): Ledger {
  const ledger = new Ledger();
  for (const id of ['rating-1', 'rating-2']) ledger.ratings.set(id, { content: { value: 4, comment: 'Good', reasons: ['other'] }, isAcknowledged: id === 'rating-1' });
  ledger.ideas.set('idea', { content: { title: 'Benches', text: 'By the river' }, isAcknowledged: true });
  ledger.comments.set('comment', { content: { idea: 'idea', text: 'Yes' }, isAcknowledged: true });
  ledger.supports.set('support', { idea: 'idea', supporter: 'browser', possible: [true] });
  ledger.decisions.set('idea', { kind: 'idea', steps: [{ content: 'Soon', isAcknowledged: true }] });
  return ledger;
}

/** The same as a hub has it that works. */
const kept: Found = {
  ratings: [{ id: 'rating-1', value: 4, comment: 'Good', held: null, reasons: ['other'] }],
  ideas: [{ id: 'idea', title: 'Benches', text: 'By the river', answer: 'Soon', supports: 1, comments: 1 }],
  comments: [{ id: 'comment', idea: 'idea', text: 'Yes', status: 'open' }],
  supports: [{ idea: 'idea', supporter: hash('idea browser') }],
  decisions: [{ target: 'idea', kind: 'idea', after: 'Soon' }],
  events: ['rating.received rating-1', 'idea.received idea', 'comment.received comment', 'idea.changed idea Soon'],
};

const kinds = (ledger: Ledger, found: Found): (keyof Findings)[] => {
  const findings = check(ledger, found);
  return (['lost', 'doubled', 'wrong'] as const).filter((kind) => findings[kind].length > 0);
};
const twice = <T>(items: readonly T[]): T[] => [...items, ...items];

describe('What “npm run faults” looks for', () => {
  it('is not there in a hub that works, whether it has what it did not acknowledge or not', () => {
    assert.deepEqual(kinds(sent(), kept), []);
    const second = { ...kept.ratings[0]!, id: 'rating-2' };
    assert.deepEqual(kinds(sent(), { ...kept, ratings: [...kept.ratings, second], events: [...kept.events, 'rating.received rating-2'] }), []);
  });

  it('is found where something acknowledged is lost', () => {
    const idea = kept.ideas[0]!;
    for (const lacking of [
      { ratings: [], events: kept.events.slice(1) }, { comments: [], ideas: [{ ...idea, comments: 0 }], events: kept.events.filter((event) => !event.startsWith('comment')) },
      { supports: [], ideas: [{ ...idea, supports: 0 }] }, { ideas: [{ ...idea, supports: 0 }] }, { ideas: [{ ...idea, comments: 0 }] },
      { decisions: [], events: kept.events.slice(0, -1) }, ...kept.events.map((event) => ({ events: kept.events.filter((each) => each !== event) })),
    ]) assert.deepEqual(kinds(sent(), { ...kept, ...lacking }), ['lost'], JSON.stringify(lacking));
    const withdrawn = sent();
    withdrawn.supports.set('support', { idea: 'idea', supporter: 'browser', possible: [false] });
    assert.deepEqual(kinds(withdrawn, kept), ['lost'], 'The end of a support is a write, too.');
  });

  it('is found where something is there or counts twice', () => {
    const idea = kept.ideas[0]!;
    for (const doubled of [
      { ratings: twice(kept.ratings), events: [...kept.events, 'rating.received rating-1'] }, { supports: twice(kept.supports), ideas: [{ ...idea, supports: 2 }] },
      { ideas: [{ ...idea, supports: 2 }] }, { ideas: [{ ...idea, comments: 2 }] }, { decisions: twice(kept.decisions), events: [...kept.events, 'idea.changed idea Soon'] },
      ...kept.events.map((event) => ({ events: [...kept.events, event] })),
    ]) assert.deepEqual(kinds(sent(), { ...kept, ...doubled }), ['doubled'], JSON.stringify(doubled));
  });

  it('is found where something is other than it was sent, or sent by nobody', () => {
    const [rating, idea, comment] = [kept.ratings[0]!, kept.ideas[0]!, kept.comments[0]!];
    for (const wrong of [
      { ratings: [{ ...rating, value: 5 }] }, { ratings: [{ ...rating, reasons: [] }] }, { comments: [{ ...comment, text: 'No' }] }, { ideas: [{ ...idea, answer: 'Never' }] },
      { ratings: [rating, { ...rating, id: 'rating-3' }], events: [...kept.events, 'rating.received rating-3'] }, { supports: [...kept.supports, { idea: 'idea', supporter: 'nobody' }], ideas: [{ ...idea, supports: 2 }] },
    ]) assert.deepEqual(kinds(sent(), { ...kept, ...wrong }), ['wrong'], JSON.stringify(wrong));
  });
});
