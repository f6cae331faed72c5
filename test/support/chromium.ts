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

const ibm = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/**
 * What IBM's engine finds within our elements, one line a finding, shadow roots included: what fails for certain. What it
 * calls potential or manual are questions to a person, such as whether a canvas has a list beside it.
 */
export async function ibmFindings(page: Page): Promise<string[]> {
  await page.evaluate(`${ibm}; globalThis.ace = ace;`);
  return page.evaluate(async () => {
    const { Checker } = (globalThis as unknown as { ace: { Checker: new () => { check(root: Document, rules: string[]): Promise<{ results: { ruleId: string; message: string; value: [string, string]; path: { dom: string }; snippet: string }[] }> } } }).ace;
    const { results } = await new Checker().check(document, ['WCAG_2_2']);
    return results.filter(({ value: [, outcome], path }) => outcome === 'FAIL' && /\/civic-\w+\[/.test(path.dom)).map(({ ruleId, message, path, snippet }) => `${ruleId}: ${message} at ${path.dom} ${snippet.slice(0, 200)}`);
  });
}
