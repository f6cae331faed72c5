import type { Browser, Page } from 'playwright-core';

const tags = 'civic-map, civic-rating, civic-ideas, civic-roadmap';

/** A page that writes down what a strict site must not have: errors, broken policies, requests to other hosts. */
export async function watched(browser: Browser, { origin, also = [] }: { origin: string; also?: readonly string[] }): Promise<{ page: Page; complaints: () => string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && ![origin, ...also].includes(url.origin)) complaints.push(`request: ${url.href}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => void complaints.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      (window as unknown as { reportViolation(text: string): void }).reportViolation(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
  return { page, complaints: () => [...complaints] };
}

/** Brings each element of the page near the viewport, where it begins to read, and waits until it shows what it has. */
export async function settled(page: Page, { timeout = 30_000 }: { timeout?: number } = {}): Promise<void> {
  await page.waitForFunction((names) => document.querySelector(names) && !document.querySelector('[data-civic]:not([data-civic-done])'), tags, { timeout });
  for (const element of await page.locator(tags).elementHandles()) {
    await element.scrollIntoViewIfNeeded();
    try {
      await page.waitForFunction((each) => (each as Element).matches(':state(ready), :state(empty)'), element, { timeout });
    } catch {
      const said = await element.evaluate((each) => (each as Element).shadowRoot?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 500));
      throw new Error(`On ${page.url()} an element is neither ready nor empty after ${timeout} ms. It says: ${said}`);
    }
  }
}
