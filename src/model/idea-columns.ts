/** What a column of a table of ideas can be. */
export type IdeaColumn = 'id' | 'title' | 'text' | 'category' | 'status' | 'supports' | 'created' | 'updated' | 'address' | 'lat' | 'lon' | 'lang' | 'answer' | 'answeredBy' | 'answeredAt';

/** Names of columns, lower case without what is no letter, the likelier first. */
const names: Readonly<Record<IdeaColumn, readonly string[]>> = {
  id: ['id', 'uuid'],
  title: ['title', 'name', 'subject', 'titel', 'titre', 'titulo', 'titolo'],
  text: ['text', 'description', 'body', 'content', 'beschreibung', 'descripcion', 'descrizione'],
  category: ['category', 'topic', 'theme', 'kategorie', 'categorie', 'categoria'],
  status: ['status', 'state', 'statut', 'estado', 'stato'],
  supports: ['supports', 'votes', 'likes', 'votecount', 'supportcount', 'upvotes'],
  created: ['created', 'createdat', 'published', 'publishedat', 'insertedat', 'date'],
  updated: ['updated', 'updatedat', 'modified', 'modifiedat'],
  address: ['address', 'location', 'place', 'adresse', 'direccion', 'indirizzo'],
  lat: ['lat', 'latitude', 'breite', 'latitud', 'latitudine'],
  lon: ['lon', 'lng', 'long', 'longitude', 'lange', 'longitud', 'longitudine'],
  lang: ['lang', 'language', 'locale'],
  answer: ['answer', 'response', 'reply', 'antwort', 'reponse', 'respuesta', 'risposta'],
  answeredBy: ['answeredby', 'responder'],
  answeredAt: ['answeredat', 'respondedat'],
};

/** Which column of a table is what, by its name; each is one thing alone. */
export function ideaColumns(columns: readonly string[]): Readonly<Partial<Record<IdeaColumn, string>>> {
  const plain = columns.map((column) => column.normalize('NFD').toLowerCase().replace(/[^a-z]/g, ''));
  const found: Partial<Record<IdeaColumn, string>> = {};
  for (const [role, wanted] of Object.entries(names) as [IdeaColumn, readonly string[]][]) {
    const at = wanted.map((name) => plain.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found[role] = columns[at]!;
  }
  return found;
}

/** What a table has of which no row is there yet. */
export const usualIdeaColumns = ideaColumns(['id', 'title', 'text', 'category', 'status', 'address', 'lat', 'lon', 'lang', 'created_at']);

/** The key that an address holds as `?apikey=`, as the headers in which PostgREST and Supabase want it, and the table without it. */
export function keyedTable(address: URL): { readonly table: URL; readonly headers: Readonly<Record<string, string>> } {
  const table = new URL(address);
  const key = table.searchParams.get('apikey');
  table.searchParams.delete('apikey');
  return { table, headers: key ? { apikey: key, authorization: `Bearer ${key}` } : {} };
}
