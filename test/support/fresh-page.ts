import { emptyOutbox } from './outbox.js';

/** Each test of this block begins in a browser that remembers nothing, and leaves what answers and the page's address as they were. */
export function freshPage(restore: () => void): void {
  beforeEach(async () => {
    sessionStorage.clear();
    await emptyOutbox();
  });
  afterEach(() => {
    restore();
    history.replaceState(null, '', location.pathname + location.search);
  });
}
