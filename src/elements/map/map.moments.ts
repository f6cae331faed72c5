import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Column, Dataset, DateColumn } from '../../model/dataset.js';
import { opennessAt } from '../../model/opening-hours.js';
import { dateStyle, isWholeDay } from './map.values.js';

const day = 86_400_000;

/** Whether it is open now, and until when; nothing where the hours are written as we do not read them. */
export function openNow(hours: string, { say, date }: Language): TemplateResult | typeof nothing {
  const now = new Date();
  const found = opennessAt(hours, now);
  if (!found) return nothing;
  const { open, change } = found;
  const words = say.mapOpened.hours;
  const isToday = change?.toDateString() === now.toDateString();
  const when = change && date(change.getTime(), isToday ? { timeStyle: 'short' } : { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  const text = when === undefined ? (open ? words.open : words.closed) : open ? words.openUntil(when) : words.closedUntil(when);
  return html`<span part="open-now" class=${open ? 'state good' : 'state'}>${text}</span> `;
}

/**
 * When something takes place: “today 18:00 – 20:00”, or that it is over. Times that name no zone are those of the place where
 * it is, which is taken for the reader's own.
 */
export function moment({ isLocal }: Pick<DateColumn, 'isLocal'>, start: number, end: number | undefined, { say, date, tag }: Language): TemplateResult {
  const last = end !== undefined && end >= start ? end : start;
  const days = isWholeDay(start) && isWholeDay(last);
  const options = dateStyle({ isLocal }, days);
  const { timeZone } = options;
  const now = timeZone ? Date.now() - new Date().getTimezoneOffset() * 60_000 : Date.now();
  const midnight = timeZone ? Math.floor(now / day) * day : new Date().setHours(0, 0, 0, 0);
  // A day lasts until its end.
  const isOver = last + (days ? day : 0) < now;
  const isToday = !days && start >= midnight && last < midnight + day;
  const range = new Intl.DateTimeFormat(tag, isToday ? { timeStyle: 'short', timeZone } : options).formatRange(start, last);
  const text = isToday ? `${new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(0, 'day')} ${range}` : last === start ? date(start, options) : range;
  return html`${isOver ? html`<span class="state">${say.mapOpened.events.over}</span> ` : nothing}<time datetime=${new Date(start).toISOString()}>${text}</time>`;
}

/** So many are read through, and so many shown. */
const most = 5;

/** What else takes place at the same spot, or under the same name, from now on: the next first. */
export function related(row: number, { columns, roles, places, length }: Dataset): number[] {
  const [start, end, title] = [columns[roles.start ?? -1], columns[roles.end ?? -1], columns[roles.title ?? -1]];
  if (start?.type !== 'date') return [];
  const [x, y, name, now] = [places?.x[row], places?.y[row], title?.value(row), Date.now()];
  const found: { readonly row: number; readonly at: number }[] = [];
  for (let other = 0; other < length; other += 1) {
    const at = start.values[other]!;
    const isSame = (x !== undefined && places!.x[other] === x && places!.y[other] === y) || (name !== undefined && title!.value(other) === name);
    if (other !== row && isSame && lastOf(end, other, at) >= now - day) found.push({ row: other, at });
  }
  return found.sort((a, b) => a.at - b.at).slice(0, most).map((each) => each.row);
}

function lastOf(end: Column | undefined, row: number, start: number): number {
  const last = end?.value(row);
  return typeof last === 'number' ? Math.max(last, start) : start;
}
