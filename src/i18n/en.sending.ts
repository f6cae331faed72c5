import { plural } from './plural.js';

const count = plural('en');

/** What the elements that send answers say in English. */
export const sending = {
  sending: 'Sending…',
  retry: 'Send again',
  /** Heads the list of fields to mend; `error` goes before each sentence for those who do not see its colour. */
  problems: 'There is a problem',
  /** A field, and what is wrong with it. */
  about: (label: string, sentence: string): string => `${label}: ${sentence}`,
  error: 'Error:',
  left: (n: number): string => count(n, { one: '# character left', other: '# characters left' }),
  over: (n: number): string => count(n, { one: '# character too many', other: '# characters too many' }),
  wait: (seconds: number): string => count(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' }),
  kept: 'What you wrote is still here.',
  failed: {
    unreachable: 'It could not be sent: there is no connection right now.',
    'not-allowed': 'This page may not send answers to that address.',
    invalid: 'Please check the marked fields.',
    limited: 'Too many answers at once. Please wait a moment and send it again.',
    conflict: 'This was sent before with other content. Please start again.',
    refused: 'It could not be sent: the server refused it.',
  },
  field: {
    required: 'Please fill this in.',
    'too-short': 'Please write a little more.',
    'too-long': 'Please shorten this.',
    'out-of-range': 'This value is outside the allowed range.',
    'not-valid': 'Please check this.',
    unknown: 'This choice is not available.',
  },
};
