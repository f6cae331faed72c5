import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { readHubInfo, readIdea, readIdeas } from '../../sources/hub.js';
import { maybeSystem } from '../../sources/maybe-system.js';
import type { IdeaKeeper } from '../../sources/systems/system.js';

/** What a page says of where its ideas are kept. */
export interface Kept {
  readonly endpoint: string;
  readonly system: string;
  readonly takePart: string;
  readonly baseURI: string;
}

/** How a system that is no hub is spoken of; it comes with the system. */
export type PlatformView = typeof import('./ideas.platform.js');

/** Whether a system that the city has already keeps the ideas, instead of a hub. */
export const isElsewhere = ({ endpoint, system }: Kept): boolean => (system ? system !== 'hub' : maybeSystem(endpoint));

/** Who keeps the ideas. Systems that are no hubs come on demand. Throws `SourceError`. */
export async function keeperOf(kept: Kept, language: Language): Promise<{ readonly keeper: IdeaKeeper; readonly view?: PlatformView }> {
  const { endpoint, system, takePart, baseURI } = kept;
  const hub = hubUrl(endpoint, baseURI);
  if (!isElsewhere(kept)) {
    return { keeper: { info: (options) => readHubInfo(hub, options), read: (query, options) => readIdeas(hub, query, options), one: (id, options) => readIdea(hub, id, options) } };
  }
  const [{ openSystem }, view] = await Promise.all([import('../../sources/systems/index.js'), import('./ideas.platform.js')]);
  language.teach({ platform: view.platform });
  return { keeper: await openSystem(system, { address: new URL(endpoint, baseURI), tag: language.tag, takePart: safeWebUrl(takePart, baseURI) }), view };
}
