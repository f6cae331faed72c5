const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** “2 minutes ago”; `age` is in milliseconds. */
export function ago(age: number, tag: string): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  if (age < minute) return words.format(0, 'second');
  if (age < hour) return words.format(-Math.floor(age / minute), 'minute');
  return age < 2 * day ? words.format(-Math.floor(age / hour), 'hour') : words.format(-Math.floor(age / day), 'day');
}
