import type { Platform } from '../../model/hub.js';
import type { Idea, IdeaDraft } from '../../model/idea.js';
import { allowedUrl } from '../../sinks/endpoints.js';
import type { SendOptions } from '../../sinks/sink.js';
import { sendIdeaTo } from '../../sinks/systems.js';

/** Brings an idea to a system that is no hub. Where it stands there nobody says, so it counts as waiting. Throws `SinkError`. */
export async function deliverTo({ system }: Platform, endpoint: string, base: string, draft: Omit<IdeaDraft, 'key'>, options: SendOptions): Promise<Idea> {
  await sendIdeaTo(system, allowedUrl(endpoint, base), draft, options);
  const now = new Date().toISOString();
  return { ...draft, status: 'held', supports: 0, created: now, updated: now };
}
