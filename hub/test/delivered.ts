import { carriersOf } from '../src/carriers.js';
import { openDatabase } from '../src/database.js';
import { Deliveries } from '../src/deliveries.js';
import type { HubConfig } from '../src/index.js';
import type { DeliveryRow } from '../src/tables.js';

/** Delivers what a hub has written down and is due, and gives what is left. `isLater`: as if all pauses were over. */
export async function delivered(where: HubConfig['database'], config: Partial<Pick<HubConfig, 'webhooks' | 'open311Forward'>>, isLater = false): Promise<DeliveryRow[]> {
  const database = await openDatabase(where);
  if (isLater) await database.updateTable('deliveries').set({ due: new Date().toISOString() }).where('due', 'is not', null).execute();
  const deliveries = new Deliveries(database, carriersOf(database, { webhooks: [], open311Forward: undefined, ...config }));
  await deliveries.run();
  await deliveries.close();
  const rows = await database.selectFrom('deliveries').selectAll().orderBy('id').execute();
  await database.destroy();
  return rows;
}
