import type { About } from '../model/dataset.js';

/** What is said of the data; that the places are somebody else's is said with it. */
export function joinedAbout(table: About, shapes: About): About {
  const own = named(table, undefined);
  const other = named(shapes, table);
  return { ...table, attribution: own === other ? own : `${own} · ${other}` };
}

/** Whose it is, and under which licence where that is not the one that is named anyway. */
function named({ attribution, publisher, title, download, licence }: About, beside: About | undefined): string {
  const name = attribution ?? publisher ?? title ?? (download && URL.canParse(download) ? new URL(download).hostname : '');
  return licence && beside && licence.name !== beside.licence?.name ? `${name} (${licence.name})` : name;
}
