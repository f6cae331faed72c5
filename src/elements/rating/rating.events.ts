import type { Rating, RatingReceipt } from '../../model/rating.js';

/** Someone is about to send a rating; cancel it to keep it from being sent. */
export class RatingSendEvent extends Event {
  readonly rating: Rating;

  constructor(rating: Rating) {
    super('civic-rating-send', { bubbles: true, composed: true, cancelable: true });
    this.rating = rating;
  }
}

/** A rating has arrived. */
export class RatingAcceptEvent extends Event {
  readonly rating: Rating;
  readonly receipt: RatingReceipt;

  constructor(rating: Rating, receipt: RatingReceipt) {
    super('civic-rating-accept', { bubbles: true, composed: true });
    this.rating = rating;
    this.receipt = receipt;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-rating-send': RatingSendEvent;
    'civic-rating-accept': RatingAcceptEvent;
  }
}
