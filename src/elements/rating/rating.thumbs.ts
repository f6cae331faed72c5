import { thumbs as wording } from '../../i18n/rating.thumbs.js';
import { thumbs } from '../../model/rating-thumbs.js';
import type { Asking } from './rating.asking.js';
import { thumb } from './rating.pictures.js';

export const asking: Asking = { profile: thumbs, picture: thumb, wording };
