import type { Plan } from '../../model/commitment.js';
import { SourceError, type ReadOptions } from '../source.js';
import { planFromJson } from './json.js';
import { Notes } from './notes.js';
import { readText } from './text.js';
import { allWords } from './words.js';

/**
 * A plan of commitments: JSON (our `Plan`, a bare array, an OC4IDS package, a hub's `/v1/commitments`) or a table with any
 * delimiter. What it is shows in its first character, never in its name. Throws `SourceError`.
 */
export async function openPlan(address: URL, options: ReadOptions): Promise<Plan> {
  const text = await readText(address, options);
  const start = text.trimStart();
  if (start.startsWith('<')) throw new SourceError('web-page', `${address.href} is a web page or XML, not a plan.`);
  if (/^[[{]/.test(start)) return planFromJson(parsed(text, address));
  const [{ tableRows }, { planFromTable }, words] = await Promise.all([import('./table.js'), import('./csv.js'), allWords()]);
  return planFromTable(...tableRows(text), new Notes(words));
}

function parsed(text: string, address: URL): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceError('unreadable', `${address.href} is broken JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
