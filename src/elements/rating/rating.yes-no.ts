import { yesNo as wording } from '../../i18n/rating.yes-no.js';
import { yesNo } from '../../model/rating-yes-no.js';
import type { Asking } from './rating.asking.js';

export const asking: Asking = { profile: yesNo, wording };
