import { plural } from './plural.js';

const count = plural('en');

/** What <civic-roadmap> says in English. `#` in a plural form is the number. */
export const roadmap = {
  label: 'Roadmap',
  /** Parts of one sentence, joined by the language's own commas; parts that are 0 are left out, the first never. */
  done: (done: string, all: string): string => `${done} of ${all} done`,
  tally: {
    started: (n: string): string => `${n} under way`,
    planned: (n: string): string => `${n} not started`,
    paused: (n: string): string => `${n} paused`,
    cancelled: (n: string): string => `${n} dropped`,
    late: (n: string): string => `${n} late`,
  },
  status: { planned: 'Not started', started: 'Under way', completed: 'Done', paused: 'Paused', cancelled: 'Dropped' },
  late: 'Late',
  lateness: {
    overdue: (time: string): string => `Late by ${time}`,
    /** `time` is such as “in 5 months” or “today”. */
    due: (time: string): string => `Due ${time}`,
    late: (time: string): string => `Done ${time} late`,
    early: (time: string): string => `Done ${time} early`,
    punctual: 'Done on time',
  },
  lateSteps: (n: number): string => count(n, { one: '# step is late', other: '# steps are late' }),
  updated: (date: string): string => `Updated ${date}`,
  /** `time` is such as “10 months”. */
  stale: (time: string): string => `Not updated for ${time}: what has happened since is not told here.`,
  source: 'Source',
  licence: 'Licence',
  empty: 'This plan has no commitments yet.',
  filters: {
    label: 'Choose what to see',
    status: 'Status',
    search: 'Search',
    theme: 'Theme',
    responsible: 'Responsible',
    all: 'All',
    sort: 'Order',
    sorts: { status: 'Late first', due: 'Due date', title: 'Title' },
    reset: 'Show all',
  },
  shown: (shown: number, all: string): string => count(shown, { one: `# of ${all} commitments`, other: `# of ${all} commitments` }),
  none: 'No commitment matches this choice.',
  more: (n: number): string => count(n, { one: 'Show # more', other: 'Show # more' }),
  responsible: 'Responsible:',
  progress: (title: string): string => `Progress: ${title}`,
  steps: (met: string, all: number): string => count(all, { one: `${met} of # step done`, other: `${met} of # steps done` }),
  due: 'Due',
  start: 'Start',
  completed: 'Done on',
  /** Before the day on which a step was met. */
  met: 'Met',
  reason: 'Why:',
  milestones: 'Steps',
  milestone: { scheduled: 'Planned', met: 'Met', notMet: 'Not met', partiallyMet: 'Partly met' },
  next: 'Next step',
  budget: 'Budget',
  planned: 'Planned',
  spent: 'Spent',
  spentOf: (percent: string): string => `${percent} of the plan`,
  evidence: 'Evidence',
  ideas: 'Came from ideas',
  idea: (number: string): string => `Idea ${number}`,
  sdg: 'Sustainable Development Goals',
  ogp: 'Open Government Partnership',
  link: 'Link to this commitment',
  published: 'As published',
  problems: (n: number): string => count(n, { one: '# place in the source could not be read', other: '# places in the source could not be read' }),
  row: (row: string): string => `Record ${row}:`,
  plan: 'The plan:',
};
