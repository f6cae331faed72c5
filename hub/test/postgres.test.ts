import { after, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
import { keepsTheContract } from './contract/index.js';

const postgres = await startPostgres();
if (typeof postgres === 'string') {
  it('A hub on PostgreSQL', { skip: postgres }, () => {});
} else {
  after(() => postgres.stop());
  keepsTheContract('PostgreSQL', async () => ({ url: await postgres.createDatabase() }));
}
