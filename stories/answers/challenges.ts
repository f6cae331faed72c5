import type { Challenge } from '../../src/model/challenge.js';
import { ideas } from './ideas.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000 + 3_600_000).toISOString();

/** What the town that does not exist asks. The days are counted from today, so that one of them is always open. */
export const challenges: readonly Challenge[] = [
  {
    id: 'shade-2027', title: 'Where does it get too hot in summer?',
    brief: 'Last July the thermometer at the market square showed 41 degrees. For the coming summer we have 180,000 for shade: trees, sails, arbours.\n\nName a place where you cannot bear it, and say who is there at which hour. A sketch in words is enough; you need not know what it costs.',
    opens: day(-20), closes: day(12), reward: 'The three places with the strongest case get their shade before July. Their authors are invited to choose the trees with us.', contact: 'green@linden.example', responses: 17,
  },
  {
    id: 'queue-2026', title: 'What keeps you waiting at the registry office?',
    brief: 'Half of all complaints of last year were about waiting. Which of our steps could go, or be done from home?',
    closes: day(-46), reward: 'The best idea is built within six months.', responses: 41,
    outcome: { text: 'The page of the registry office shows how many people wait. It was built in five months, and the longest queues have become a third shorter.', ideas: [ideas[2]!.id], at: day(-20) },
  },
];
