import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import type { Carrier, DeliveryKind } from './deliveries.js';
import { open311Carrier } from './open311-forward.js';
import { webhookCarrier } from './webhooks.js';

/** Who brings each kind of message. */
export const carriersOf = (database: Database, config: Pick<HubConfig, 'webhooks' | 'open311Forward'>): Readonly<Record<DeliveryKind, Carrier>> => ({
  webhook: webhookCarrier(config),
  open311: open311Carrier(database, config),
});
