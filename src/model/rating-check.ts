import type { FieldError } from './hub.js';
import { askedQuestions, codesOf, scaleOf, scored, scoreQuestion, type Answers, type RatingProfile, type RatingQuestion } from './rating-profile.js';
import type { Rating, RatingAnswer } from './rating.js';

/** What a rating says, without what it is about. */
export type Answered = Pick<Rating, 'score' | 'intention' | 'reasons' | 'comment' | 'answers'>;

/** The path of `FieldError` for a question. */
export const pathOf = ({ code, field }: RatingQuestion): string => (field ? `/${field}` : `/answers/${code}`);

/** The fields of a rating that take these answers; undefined without a score. What was answered before another score was chosen stays behind. */
export function fieldsOf(profile: RatingProfile, answers: Answers): Answered | undefined {
  const { code: scoreCode, options } = scoreQuestion(profile);
  const option = options!.find(({ code }) => code === codesOf(answers[scoreCode])[0]);
  if (!option) return undefined;
  const fields: { reasons?: readonly string[]; comment?: string; answers?: Record<string, RatingAnswer> } = {};
  for (const { code, kind, field } of askedQuestions(profile, answers)) {
    const given = answers[code];
    const answer = kind === 'text' ? String(given ?? '').trim() : codesOf(given);
    if (answer.length === 0 || field === 'score') continue;
    if (field === 'comment') fields.comment = String(answer);
    else if (field === 'reasons') fields.reasons = codesOf(answer);
    else (fields.answers ??= {})[code] = answer;
  }
  return { score: { value: option.value!, ...scaleOf(profile) }, ...(option.intention && { intention: option.intention }), ...fields };
}

/** What of a rating does not keep its profile, by the paths of its fields. */
export function faultsOf(profile: RatingProfile, { score, reasons, comment, answers: more = {} }: Answered): readonly FieldError[] {
  const { min, max } = scaleOf(profile);
  if (score.min !== min || score.max !== max) return [{ path: '/score', code: 'out-of-range', message: `The profile “${profile.name}” goes from ${min} to ${max}.` }];
  const option = scored(profile, score.value);
  if (!option) return [{ path: '/score/value', code: 'out-of-range', message: `The profile “${profile.name}” has no such value.` }];
  const answers: Record<string, RatingAnswer | undefined> = {};
  for (const { code, field } of profile.questions) answers[code] = field === 'score' ? [option.code] : field === 'reasons' ? reasons : field === 'comment' ? comment : more[code];
  const asked = askedQuestions(profile, answers as Answers);
  const faults = asked.flatMap((question) => {
    const code = fault(question, answers[question.code]);
    return code ? [{ path: pathOf(question), code, message: said[code] }] : [];
  });
  const given = [...(reasons?.length ? ['/reasons'] : []), ...(comment ? ['/comment'] : []), ...Object.keys(more).map((code) => `/answers/${code}`)];
  const strange = given.filter((path) => !asked.some((question) => pathOf(question) === path));
  return [...faults, ...strange.map((path) => ({ path, code: 'unknown' as const, message: said.unknown }))];
}

const said = {
  required: 'This question has to be answered.',
  'too-long': 'The text is too long.',
  'not-valid': 'This is not what the question takes.',
  unknown: 'The profile does not ask this for this score, or has no such answer.',
} as const;

function fault({ kind, required, options = [], length = Infinity }: RatingQuestion, answer: RatingAnswer | undefined): keyof typeof said | undefined {
  if (!answer?.length) return required ? 'required' : undefined;
  if (kind === 'text') return typeof answer !== 'string' ? 'not-valid' : [...answer].length > length ? 'too-long' : undefined;
  if (typeof answer === 'string' || (kind !== 'several' && answer.length > 1)) return 'not-valid';
  return answer.every((code) => options.some((option) => option.code === code)) ? undefined : 'unknown';
}
