import type { HubInfo } from '../../src/model/hub.js';
import type { Person } from '../src/authority.js';
import { cardOf } from './focus.js';
import { Refused } from './hub.js';
import type { Desk, TabName } from './state.js';

/** What the hub says of itself to everybody, once. */
export async function readInfo(desk: Desk): Promise<void> {
  desk.info ??= await desk.hub.ask<HubInfo>('../v1');
}

/** Signs in with a token; goes on where the desk was. */
export async function signIn(desk: Desk, token: string): Promise<void> {
  desk.hub.token = token;
  try {
    await readInfo(desk);
    desk.person = await desk.hub.ask<Person>('moderation/me');
  } catch (failure) {
    const isRefused = failure instanceof Refused && (failure.status === 401 || failure.status === 403);
    // Where the hub does not answer the token may be right: the same can be sent again.
    if (isRefused) desk.hub.token = undefined;
    desk.asks = isRefused ? 'refused' : 'failed';
    return desk.changed();
  }
  desk.asks = undefined;
  // Who has a role that reads alone has no log.
  if (desk.tab === 'log' && !desk.mayDecide) desk.tab = 'waiting';
  void countWaiting(desk);
  await Promise.all([desk.changed(), desk.lists[desk.tab].load()]);
}

/** Forgets the token, what was read and what was typed. */
export function signOut(desk: Desk): Promise<void> {
  desk.hub.token = undefined;
  desk.drafts.clear();
  for (const list of Object.values(desk.lists)) list.clear();
  for (const each of [desk.editing, desk.whole, desk.similar, desk.titles]) each.clear();
  Object.assign(desk.search, { q: '', status: '', category: '', forwarding: '', id: '' });
  Object.assign(desk, { person: undefined, waiting: undefined, notice: undefined, subject: '', asks: 'first' });
  return desk.changed();
}

/** How much waits. Nobody is told where that cannot be read: the next thing that somebody does says it. */
export async function countWaiting(desk: Desk): Promise<void> {
  if (!desk.person || desk.asks) return;
  const waiting = await desk.guarded(() => desk.hub.ask<NonNullable<Desk['waiting']>>('moderation/waiting')).catch(() => undefined);
  if (waiting) desk.waiting = waiting;
  await desk.changed();
}

/** Shows a tab; what it showed before is there at once, and read anew. */
export function open(desk: Desk, tab: TabName): Promise<void> {
  desk.tab = tab;
  history.replaceState(null, '', `#${tab}`);
  return desk.lists[tab].load();
}

/** Shows one idea alone, among all ideas, and gives it the focus. */
export async function openIdea(desk: Desk, id: string): Promise<void> {
  Object.assign(desk.search, { q: '', status: '', category: '', forwarding: '', id });
  desk.lists.all.clear();
  await open(desk, 'all');
  await desk.changed();
  (cardOf(id) ?? document.getElementById('panel'))?.focus();
}
