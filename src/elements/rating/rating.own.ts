import { profiles } from '../../model/rating-profiles.js';
import { ProfileError } from '../../model/rating-profile-error.js';
import { checkProfile, profileOf, textIn, type OwnText } from '../../model/rating-profile-own.js';
import type { Asking } from './rating.asking.js';

/** What a page describes itself, as an object or as the text of a script. Throws `ProfileError`. */
export function ownAsking(described: unknown, language: string): Asking {
  const own = checkProfile(typeof described === 'string' ? parsed(described) : described, Object.keys(profiles));
  const said = (text: OwnText | undefined): string | undefined => (text === undefined ? undefined : textIn(text, language));
  return {
    profile: profileOf(own),
    list: own.questions[0]!.kind === 'one' && own.questions[0]!.options!.length > 5,
    wording: ({ ratingOpened }) => ({
      questions: Object.fromEntries(own.questions.map(({ code, label, hint, options = [] }) => [
        code,
        { label: textIn(label, language), hint: said(hint), options: Object.fromEntries(options.map((option) => [option.code, textIn(option.label, language)])) },
      ])),
      choose: ratingOpened.choose,
      send: said(own.send),
      thanks: said(own.thanks),
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProfileError('the script', `it is not JSON (${String(error)}). Names and texts stand in double quotation marks, with commas between and none at the end.`);
  }
}
