import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { keepsTheContract } from './contract/index.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
keepsTheContract('SQLite', async () => ({ file: join(folder, `${(count += 1)}.db`) }));
