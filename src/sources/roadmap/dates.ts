const languages = ['en', 'fr', 'de', 'es', 'it'];
let names: ReadonlyMap<string, number> | undefined;

function plain(word: string): string {
  return word.normalize('NFD').replace(/[\p{M}.]/gu, '').toLowerCase();
}

/** The number of each month's name, long and short, in the languages whose headers we read. */
function monthNames(): ReadonlyMap<string, number> {
  if (names) return names;
  const found = new Map<string, number>([['sept', 9]]);
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) found.set(plain(format.format(Date.UTC(2024, month - 1, 15))), month);
    }
  }
  return (names = found);
}

function written(year: number, month?: number, day?: number): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/**
 * A date as `2026-11-23`, `2026-11` or `2026` from the ways in which people write it. `undefined` for what is none, and
 * for what could be two days, such as 7/10/2019: a promise must not move by three months because we guessed.
 */
export function looseDate(text: string): string | undefined {
  const value = text.trim();
  // The day is taken as it is written: what time it is elsewhere is no business of a due date.
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:\d{2}\S*)?$/.exec(value);
  if (iso) return written(Number(iso[1]), iso[2] ? Number(iso[2]) : undefined, iso[3] ? Number(iso[3]) : undefined);
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(value);
  if (monthYear) return written(Number(monthYear[2]), Number(monthYear[1]));
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(value);
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
    // With points the day comes first, everywhere where points are written.
    if (numeric[2] === '.' || first > 12 || first === second) return written(year, second, first);
    return second > 12 ? written(year, first, second) : undefined;
  }
  return named(value);
}

/** `9 March 2023`, `March 9, 2023`, `9 de marzo de 2023`, `März 2023`. */
function named(value: string): string | undefined {
  const words = value.replace(/[,.]|\b(?:de|del|of|the)\b|(?<=\d)(?:st|nd|rd|th|er)\b/gi, ' ').trim().split(/\s+/);
  const months = words.map((word) => monthNames().get(plain(word))).filter((month) => month !== undefined);
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.filter((word) => /^\d{1,2}$/.test(word));
  if (months.length !== 1 || years.length !== 1 || days.length > 1 || words.length !== 2 + days.length) return undefined;
  return written(Number(years[0]), months[0], days[0] === undefined ? undefined : Number(days[0]));
}
