import { common } from './en.common.js';
import { embed } from './en.embed.js';
import { failing } from './en.failing.js';
import { ideasAsked } from './en.ideas-asked.js';
import { ideasForm } from './en.ideas-form.js';
import { ideasOpened } from './en.ideas-opened.js';
import { ideas } from './en.ideas.js';
import { mapArea } from './en.map-area.js';
import { mapBrowsing } from './en.map-browsing.js';
import { mapDrawn } from './en.map-drawn.js';
import { mapExplorer } from './en.map-explorer.js';
import { mapJoined } from './en.map-joined.js';
import { mapLayers } from './en.map-layers.js';
import { mapLive } from './en.map-live.js';
import { mapLook } from './en.map-look.js';
import { mapOpened } from './en.map-opened.js';
import { mapPartly } from './en.map-partly.js';
import { mapSaving } from './en.map-saving.js';
import { mapTime } from './en.map-time.js';
import { map } from './en.map.js';
import { outbox } from './en.outbox.js';
import { personal } from './en.personal.js';
import { ratingOpened } from './en.rating-opened.js';
import { platform } from './en.platform.js';
import { rating } from './en.rating.js';
import { roadmap } from './en.roadmap.js';
import { sending } from './en.sending.js';

/**
 * English; its shape is the type of every other language. It comes in parts, because it is the one language that an element
 * carries with it: each takes its own part alone. The others are loaded whole, on demand.
 */
export const en = { ...common, embed, failing, map, mapArea, mapBrowsing, mapDrawn, mapLayers, mapLive, mapLook, mapJoined, mapPartly, mapOpened, mapExplorer, mapSaving, mapTime, outbox, personal, platform, rating, ratingOpened, ideas, ideasAsked, ideasForm, ideasOpened, roadmap, sending };

export type Messages = typeof en;
