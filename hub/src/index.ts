import { createApp } from './app.js';
import { Plans } from './commitments.js';
import { defaults, type HubConfig } from './config.js';
import { openDatabase } from './database.js';
import { carriersOf } from './carriers.js';
import { Deliveries } from './deliveries.js';
import { logFailure } from './log.js';
import { forget } from './retention.js';
import { Challenges } from './idea-challenges.js';
import { Guard, type Connection } from './guard.js';
import { Secrets } from './secrets.js';
import { SimilarIdeas } from './similar-ideas.js';

export type { Connection } from './guard.js';
export { ConfigError, defaults, readConfig, type HubConfig } from './config.js';

/** In milliseconds. What is not swept does no harm. */
const sweepEvery = 600_000;

export interface Hub {
  /** Answers one request whose path begins with the `base` of the settings. Without the address of who asks, all count as one network, and nobody is on the same machine. */
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Closes the database; the server has to have finished its requests. */
  close(): Promise<void>;
}

/** A hub with its database open and its tables up to date, to be served alone or mounted in another server. Throws `ConfigError`. */
export async function createHub(settings: Partial<HubConfig> = {}): Promise<Hub> {
  const config = { ...defaults, ...settings };
  const database = await openDatabase(config.database);
  try {
    const plans = new Plans(database, config.commitments);
    await plans.open();
    const challenges = new Challenges(database, config.challenges);
    await challenges.open();
    const similar = new SimilarIdeas(database);
    // Made while the hub already answers; who asks for similar ideas before it is ready waits for it, and hears of its failure.
    similar.refresh().catch(() => {});
    const guard = new Guard(config, new Secrets(database));
    const sweep = async (): Promise<void> => {
      await guard.sweep(database);
      await forget(database, config.retention);
    };
    const sweeping = setInterval(() => void sweep().catch((error: Error) => logFailure(error)), sweepEvery).unref();
    const deliveries = new Deliveries(database, carriersOf(database, config));
    if (config.webhooks.length > 0 || config.open311Forward) deliveries.start();
    const app = createApp({ config, database, similar, plans, challenges, guard });
    return {
      fetch: async (request, connection) => app.fetch(request, connection),
      close: async () => {
        clearInterval(sweeping);
        await deliveries.close();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
