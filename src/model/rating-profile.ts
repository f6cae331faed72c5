import type { Intention, RatingAnswer } from './rating.js';

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
