import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { readHubInfo, readIdea, readIdeas } from '../../sources/hub.js';
import { maybeSystem } from '../../sources/maybe-system.js';
import type { IdeaKeeper } from '../../sources/systems/system.js';
import type { Instead } from './ideas.platform.js';

/** What a page says of where its ideas are kept. */
export interface Kept {
  readonly endpoint: string;
  readonly system: string;
  readonly takePart: string;
  readonly baseURI: string;
}

/** Who keeps the ideas, and how that is spoken of where it is no hub. */
export interface Keeping {
  readonly keeper: IdeaKeeper;
  readonly instead?: Instead;
}

/** Whether a system that the city has already keeps the ideas, instead of a hub. */
export const isElsewhere = ({ endpoint, system }: Kept): boolean => (system ? system !== 'hub' : maybeSystem(endpoint));

/** Who keeps the ideas. Systems that are no hubs come on demand. Throws `SourceError`. */
export async function keepingOf(kept: Kept, language: Language): Promise<Keeping> {
  const hub = hubUrl(kept.endpoint, kept.baseURI);
  if (isElsewhere(kept)) return (await import('./ideas.platform.js')).keepingElsewhere(kept, language);
  return { keeper: { info: (options) => readHubInfo(hub, options), read: (query, options) => readIdeas(hub, query, options), one: (id, options) => readIdea(hub, id, options) } };
}
