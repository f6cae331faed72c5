import type { FieldError } from './hub.js';
import type { RatingAnswer, Intention, Rating } from './rating.js';

export interface RatingOption {
  readonly code: string;
  /** On the scale of the score; no two options have the same. */
  readonly value?: number | undefined;
  readonly intention?: Intention | undefined;
}

export interface RatingQuestion {
  /** Names the question within its profile. */
  readonly code: string;
  /** `scale` and `one` take one option, `several` any number, `text` takes words. */
  readonly kind: 'scale' | 'one' | 'several' | 'text';
  /** Which field of a rating takes the answer; `answers` takes those of all other questions, by their code. */
  readonly field?: 'score' | 'reasons' | 'comment' | undefined;
  readonly required?: boolean | undefined;
  /** Asked only where the answer to an earlier question is one of these options. */
  readonly when?: { readonly question: string; readonly in: readonly string[] } | undefined;
  readonly options?: readonly RatingOption[] | undefined;
  /** How many characters a text may have. */
  readonly length?: number | undefined;
}

/** A set of questions with codes for what can be answered; exactly one of them is the score. Its wording is elsewhere. */
export interface RatingProfile {
  readonly name: string;
  /** In the order in which they are asked. */
  readonly questions: readonly RatingQuestion[];
}

/** Answers by the code of their question. */
export type Answers = Readonly<Record<string, RatingAnswer>>;

/** What a rating says, without what it is about. */
export type Answered = Pick<Rating, 'score' | 'intention' | 'reasons' | 'comment' | 'answers'>;

/** The order in which scores are good. */
export const intentions: readonly Intention[] = ['very_good', 'good', 'neutral', 'bad', 'very_bad'];

export const isSatisfied = (intention: Intention): boolean => intention === 'good' || intention === 'very_good';

export const scoreQuestion = ({ questions }: RatingProfile): RatingQuestion => questions.find(({ field }) => field === 'score')!;

/** The ends of a profile's scale. */
export function scaleOf(profile: RatingProfile): { readonly min: number; readonly max: number } {
  const values = scoreQuestion(profile).options!.map(({ value }) => value!);
  return { min: Math.min(...values), max: Math.max(...values) };
}

export const scored = (profile: RatingProfile, value: number): RatingOption | undefined => scoreQuestion(profile).options!.find((option) => option.value === value);

/** The chosen codes; none for a text. */
export const codesOf = (answer: RatingAnswer | undefined): readonly string[] => (Array.isArray(answer) ? answer : []);

/** The questions that these answers lead to. */
export function askedQuestions({ questions }: RatingProfile, answers: Answers): readonly RatingQuestion[] {
  const asked: RatingQuestion[] = [];
  for (const question of questions) {
    const { when } = question;
    if (!when || (asked.some(({ code }) => code === when.question) && codesOf(answers[when.question]).some((code) => when.in.includes(code)))) asked.push(question);
  }
  return asked;
}

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
