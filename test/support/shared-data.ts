/** A real file of ../shared/data, or undefined where that folder is not beside the checkout. */
export async function sharedData(path: string): Promise<ArrayBuffer | undefined> {
  const response = await fetch(`/shared-data/${path}`);
  return response.ok ? response.arrayBuffer() : undefined;
}

/** A test on real files; without ../shared/data it says that it was skipped. */
export function onSharedData(title: string, path: string, check: (bytes: ArrayBuffer) => void | Promise<void>): void {
  it(title, async function test(this: Mocha.Context) {
    const bytes = await sharedData(path);
    if (!bytes) {
      this.test!.title += ' (skipped: no ../shared/data)';
      this.skip();
    }
    await check(bytes!);
  });
}
