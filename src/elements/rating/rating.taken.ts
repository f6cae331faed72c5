import type { Answers, RatingProfile } from '../../model/rating-profile.js';
import type { RatingAnswer } from '../../model/rating.js';

/** What somebody has answered in the page's own form, which works without scripts, before this one took its place. */
export function answersIn(form: HTMLFormElement, { questions }: RatingProfile): Answers {
  const given = new FormData(form);
  const answers: Record<string, RatingAnswer> = {};
  for (const { code, kind, field, options = [] } of questions) {
    const values = given.getAll(field ?? `answers.${code}`).map(String).filter(Boolean);
    const answer = kind === 'text' ? values[0] : options.filter((option) => values.includes(option.code) || (field === 'score' && values.includes(String(option.value)))).map((option) => option.code);
    if (answer?.length) answers[code] = answer;
  }
  return answers;
}
