import { plural } from './plural.js';

const count = plural('en');

/** What the moderation page says in English. */
export const en = {
  title: 'Moderation',
  at: (hub: string): string => `Moderation · ${hub}`,
  signIn: {
    title: 'Sign in',
    token: 'Your token',
    hint: 'You have it from whoever runs the hub. This tab keeps it until you close it or sign out.',
    go: 'Sign in',
    again: 'The hub no longer takes your token. Sign in again: what you typed is still there.',
    refused: 'This is nobody’s token here. Check whether all of it was copied.',
  },
  signOut: 'Sign out',
  leave: { title: 'Sign out?', text: (n: number): string => count(n, { one: 'What you typed for # idea was not sent and will be forgotten.', other: 'What you typed for # ideas was not sent and will be forgotten.' }), no: 'Stay' },
  roles: { reader: 'reads', moderator: 'moderates', admin: 'administrates' },
  readOnly: 'Your role reads and decides nothing.',
  offline: 'There is no connection. What you typed is kept; nothing can be sent until it is back.',
  tabs: { label: 'What is there to look at', waiting: 'Ideas that wait', all: 'All ideas', ratings: 'Ratings that wait', comments: 'Comments on ratings', replies: 'Comments that wait', log: 'Log' },
  reading: 'Reading …',
  retry: 'Try again',
  more: 'Show more',
  renewed: 'There is something new. Show it',
  empty: { waiting: 'No idea waits. All done.', all: 'No idea matches this.', ratings: 'No rating waits. All done.', comments: 'No comments.', replies: 'No comment waits. All done.', log: 'Nobody has decided anything yet.' },
  status: { held: 'Waiting', open: 'Open', considered: 'Being considered', planned: 'Planned', done: 'Done', declined: 'Declined', withdrawn: 'Erased' },
  search: { words: 'Search in title and text', status: 'Status', category: 'Category', any: 'All', go: 'Search', one: 'One idea is shown.', all: 'Show all', subject: 'Address of a page', subjectGo: 'Show' },
  found: (n: number): string => count(n, { one: '# idea', other: '# ideas' }),
  idea: {
    select: (title: string): string => `Select “${title}”`,
    supports: (n: number): string => count(n, { one: '# supporter', other: '# supporters' }),
    map: (place: string): string => `${place} on OpenStreetMap`,
    wholeText: 'Show all of it',
    lessText: 'Show less',
    answer: 'Official answer',
    answerBy: (by: string): string => `Official answer: ${by}`,
    commitments: 'Commitments',
    draft: 'Not sent yet',
  },
  why: {
    all: 'Ideas wait here until somebody has read them.',
    hidden: 'A moderator has hidden it.',
    label: 'Why it waits',
    doubts: { 'no-proof': 'no proof of work came with it', fast: 'sent faster than anybody reads', trap: 'filled in a field that nobody sees', text: 'a text like a machine’s' },
  },
  act: {
    publish: 'Publish', decline: 'Decline', hide: 'Hide', edit: 'Answer and status', similar: 'Similar ideas', erase: 'Erase …', count: 'Count', delete: 'Delete', undo: 'Undo', close: 'Close', save: 'Save', cancel: 'Close, keep what I typed', show: 'Show',
  },
  edit: {
    text: 'Official answer', textHint: 'Everybody can read it, below the idea. Empty takes an answer away.', by: 'Who answers', byHint: 'Such as “Parks department”.',
    status: 'Status', category: 'Category', none: 'None', commitments: 'Commitments', commitmentsHint: 'Their ids, with commas between.', nothing: 'Nothing was changed.',
  },
  similar: { none: 'No published idea is like it.', likeness: (share: string): string => `${share} alike` },
  bulk: {
    all: 'Select all that are shown',
    chosen: (n: number): string => count(n, { one: '# selected', other: '# selected' }),
  },
  erase: {
    title: (n: number): string => count(n, { one: 'Erase this idea?', other: 'Erase # ideas?' }),
    text: 'Title, text and place are erased for good. Nobody can take this back. To take an idea out of sight, decline or hide it instead.',
    yes: 'Erase for good',
    no: 'Keep',
  },
  done: {
    published: (n: number): string => count(n, { one: '# idea published.', other: '# ideas published.' }),
    declined: (n: number): string => count(n, { one: '# idea declined.', other: '# ideas declined.' }),
    hidden: (n: number): string => count(n, { one: '# idea hidden.', other: '# ideas hidden.' }),
    erased: (n: number): string => count(n, { one: '# idea erased.', other: '# ideas erased.' }),
    saved: (n: number): string => count(n, { one: '# idea changed.', other: '# ideas changed.' }),
    counted: (n: number): string => count(n, { one: '# rating counts now.', other: '# ratings count now.' }),
    deleted: (n: number): string => count(n, { one: '# rating deleted.', other: '# ratings deleted.' }),
    replied: (n: number): string => count(n, { one: '# comment published.', other: '# comments published.' }),
    silenced: (n: number): string => count(n, { one: '# comment deleted.', other: '# comments deleted.' }),
    undone: (n: number): string => count(n, { one: '# decision taken back.', other: '# decisions taken back.' }),
  },
  rating: { of: (value: string, profile: string): string => `${value} (${profile})`, noComment: 'No comment' },
  log: {
    fields: { status: 'Status', category: 'Category', answer: 'Answer', answer_by: 'Who answers', commitments: 'Commitments', rating: 'Rating' },
    nothing: 'none', counts: 'counts', deleted: 'deleted', waits: 'waits',
    comment: 'A comment on an idea',
    rating: 'A rating', erasedIdea: 'An idea that was erased',
    undone: 'Taken back', undoes: 'Takes an earlier decision back', final: 'Cannot be taken back: what the idea said was erased.',
  },
  failed: {
    unreachable: 'The hub does not answer. What you typed is kept. See whether you are connected, and try again.',
    forbidden: 'Your role may not do this. Ask an admin of the hub.',
    gone: 'It is no longer there: its author may have withdrawn it.',
    conflict: (n: number): string => count(n, { one: 'Somebody else has decided on this meanwhile, so nothing was changed. It is shown as it is now: look at it once more.', other: 'Somebody else has decided on # of them meanwhile, so nothing was changed. They are shown as they are now: look at them once more.' }),
    undo: 'This cannot be taken back any more: something else was decided since, or what it said was erased. The log shows what.',
    invalid: 'The hub does not take it like this. What you typed is kept; change it and try again.',
    busy: 'Too much was sent at once. Wait a minute and try again.',
    server: 'The hub has a fault of its own. What you typed is kept. Try again in a moment; if it stays, tell whoever runs the hub.',
    field: (name: string, message: string): string => `${name}: ${message}`,
    codes: { required: 'is missing', 'too-short': 'is too short', 'too-long': 'is too long', 'out-of-range': 'is out of range', 'not-valid': 'is not valid', unknown: 'is not known here' },
  },
  keys: {
    title: 'Keyboard', use: 'Single keys act on the idea that has the focus',
    list: { p: 'Publish', d: 'Decline', h: 'Hide', e: 'Answer and status', s: 'Similar ideas', x: 'Select', u: 'Undo what was done last', j: 'Next', k: 'Previous' },
    rest: 'Arrow keys move between the tabs, Escape closes the fields and keeps what was typed.',
  },
};

/** What every language says. */
export type Words = typeof en;
