import { plural } from './plural.js';

const count = plural('en');

/** What every element may have to say in English: waiting, failing, sending. */
export const common = {
  reading: {
    loading: 'Loading…',
    progress: (loaded: string, total: string | undefined): string => (total ? `${loaded} of ${total} MB` : `${loaded} MB`),
    retry: 'Try again',
    open: 'Open the file itself',
    forWebmaster: 'For the webmaster',
    failed: {
      unreachable: 'The data cannot be reached right now.',
      cors: 'The site that holds this data does not let other pages show it.',
      refused: 'The site that holds this data refused to hand it out.',
      'not-found': 'The data is no longer at this address.',
      'web-page': 'This address shows a web page, not data.',
      unreadable: 'The data came in a form that cannot be read.',
      unknown: 'The data is of a kind that cannot be shown here.',
      'too-large': 'There is too much data to show at once.',
      'no-places': 'Nothing in this data has a place on the map.',
      'not-allowed': 'This page is not set up to talk to that server.',
      'crs-unknown': 'It is not clear where on Earth this data belongs.',
    },
    advice: {
      unreachable: 'Check the address, and whether the server answers. If it does, try again in a few minutes.',
      cors: 'Ask the portal to send the header “Access-Control-Allow-Origin: *” for this file, or put a copy of the file on your own site and use its address.',
      refused: 'Check whether the address needs a key or a login. Open data should need neither.',
      'not-found': 'Look the dataset up in its portal again and use the new address.',
      'web-page': 'Use the address of the file or of its dataset page in the portal; often it is behind a “Download” button.',
      unreadable: 'Download the file and check it at the place named above, or publish it again as CSV or GeoJSON.',
      unknown: 'Use the address of a CSV or GeoJSON file, or of a CKAN dataset.',
      'too-large': 'Publish a part of the data, or an extract with fewer columns.',
      'no-places': 'Add a column with the latitude and one with the longitude, or a column with the geometry.',
      'not-allowed': 'Name the server in the script tag, for example data-endpoints="https://hub.city.example".',
      'crs-unknown': 'Name the grid in the tag, for example crs="EPSG:25832".',
    },
  },
  sending: {
    sending: 'Sending…',
    retry: 'Send again',
    /** Heads the list of fields to mend; `error` goes before each sentence for those who do not see its colour. */
    problems: 'There is a problem',
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
  },
};
