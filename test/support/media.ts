import { emulateMedia } from '@web/test-runner-commands';

/** Whether a test can tell this browser what its reader prefers. Firefox and WebKitGTK know that from their start, and not otherwise. */
const isTold = navigator.userAgent.includes('Chrome/');

/** Makes the browser a reader's who prefers this, or paper. Where that cannot be done, the test is skipped and says so. */
export async function prefer(test: Mocha.Context, media: Parameters<typeof emulateMedia>[0]): Promise<void> {
  if (!isTold) {
    console.log(`Skipped: “${test.test?.title}”: this browser knows what its reader prefers when it starts, and cannot be told by a test.`);
    test.skip();
  }
  await emulateMedia(media);
}

/** Takes that back. */
export async function preferNothing(): Promise<void> {
  if (isTold) await emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
}
