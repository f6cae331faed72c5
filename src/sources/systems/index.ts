import { SourceError } from '../source.js';
import type { IdeaKeeper, OpenSystem, SystemOptions } from './system.js';

interface System {
  /** What the attribute `system` says. */
  readonly name: string;
  /** Whether an address is surely one of it; without it a page has to name the system. */
  readonly sign?: RegExp;
  readonly load: () => Promise<OpenSystem>;
}

/** The systems that ideas are read from; a hub is none of them. */
const systems: readonly System[] = [
  { name: 'decidim', sign: /\/f\/\d|\/rest_full\//, load: () => import('./decidim.js').then(({ openDecidim }) => openDecidim) },
  { name: 'consul', sign: /\/graphql$/, load: () => import('./consul.js').then(({ openConsul }) => openConsul) },
  { name: 'fider', sign: /\/api\/v1\/posts/, load: () => import('./fider.js').then(({ openFider }) => openFider) },
  { name: 'postgrest', sign: /\/rest\/v1\/\w/, load: () => import('./postgrest.js').then(({ openPostgrest }) => openPostgrest) },
  { name: 'open311', sign: /georeport|open311|(requests|discovery)\.(json|xml)/i, load: () => import('./open311.js').then(({ openOpen311 }) => openOpen311) },
  { name: 'webhook', load: () => import('./webhook.js').then(({ openWebhook }) => openWebhook) },
];

const opened = new Map<string, Promise<IdeaKeeper>>();

/** The system by its name, else by what its address looks like; the same one each time. Throws `SourceError('unknown')`. */
export function openSystem(name: string, options: SystemOptions): Promise<IdeaKeeper> {
  const key = JSON.stringify([name, options.address.href, options.tag, options.takePart]);
  const keeper = opened.get(key) ?? open(name, options);
  opened.set(key, keeper);
  // What could not be loaded may be there the next time.
  keeper.catch(() => opened.delete(key));
  return keeper;
}

async function open(name: string, options: SystemOptions): Promise<IdeaKeeper> {
  const found = systems.find((each) => (name ? each.name === name : each.sign?.test(options.address.pathname)));
  if (!found) throw new SourceError('unknown', `“${name}” is no system that we know. There are: hub, ${systems.map((each) => each.name).join(', ')}.`);
  return (await found.load())(options);
}
