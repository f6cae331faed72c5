import { simple as wording } from '../../i18n/rating.simple.js';
import { simple } from '../../model/rating-simple.js';
import type { Asking } from './rating.asking.js';

/** What is asked where no profile is named. */
export const simpleAsking: Asking = { profile: simple, wording };
