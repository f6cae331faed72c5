import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../browsers/find.mjs';

/** Chromium for whole journeys, driven from Node. */
export function launch(...flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags, ...flags] });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, one line a finding; shadow roots included. */
export async function axeFindings(page: Page, { rules = {} }: { rules?: Readonly<Record<string, { enabled: boolean }>> } = {}): Promise<string[]> {
  // Evaluated rather than added as a script: the page's own policy stays in force for the page.
  await page.evaluate(axe);
  return page.evaluate(async (options) => {
    const { axe: engine } = window as unknown as { axe: { run(context: Document, options: unknown): Promise<{ violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };
    const { violations } = await engine.run(document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${JSON.stringify(target)} ${failureSummary.replace(/\s+/g, ' ')}`));
  }, { rules });
}
