import { italian, itAgid as words } from '../../i18n/rating.it-agid.js';
import { messages, type Messages } from '../../i18n/index.js';
import { itAgid } from '../../model/rating-it-agid.js';
import type { Asking } from './rating.asking.js';
import { ItalianForm } from './rating.it-agid.form.js';

/** Italian alone, and in the page itself, where the validator of the Italian model looks for it. */
export async function askingIn(): Promise<Asking> {
  return {
    profile: itAgid,
    wording: (_, about) => words(about),
    // A rating says nothing of ideas, so that their sentences may be missing.
    speech: { tag: 'it', say: { ...(await messages('en', {})), ...italian } as Messages },
    inPage: (host) => new ItalianForm(host),
  };
}
