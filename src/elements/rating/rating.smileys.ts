import { smileys as wording } from '../../i18n/rating.smileys.js';
import { smileys } from '../../model/rating-smileys.js';
import type { Asking } from './rating.asking.js';
import { face } from './rating.pictures.js';

export const asking: Asking = { profile: smileys, picture: face, wording };
