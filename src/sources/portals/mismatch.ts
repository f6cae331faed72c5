import { SourceError } from '../source.js';

/** An address that looks like a portal's does not answer like one: what is there may be a file or a page. */
export class Mismatch extends SourceError {
  constructor(message: string) {
    super('unknown', message);
  }
}
