import type { Comment, CommentDraft } from '../../model/comment.js';

/** Someone is about to comment on an idea; cancel it to keep the comment from being sent. The author's secret is not in it. */
export class CommentSendEvent extends Event {
  /** The id of the idea. */
  readonly idea: string;
  readonly draft: Omit<CommentDraft, 'key'>;

  constructor(idea: string, draft: Omit<CommentDraft, 'key'>) {
    super('civic-comment-send', { bubbles: true, composed: true, cancelable: true });
    this.idea = idea;
    this.draft = draft;
  }
}

/** A comment has arrived; `comment.status` tells whether it is public already. */
export class CommentAcceptEvent extends Event {
  readonly comment: Comment;

  constructor(comment: Comment) {
    super('civic-comment-accept', { bubbles: true, composed: true });
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-comment-send': CommentSendEvent;
    'civic-comment-accept': CommentAcceptEvent;
  }
}
