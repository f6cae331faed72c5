import { createHub, type HubConfig } from '../hub/src/index.js';

interface Sketch {
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly place?: { readonly lon: number; readonly lat: number; readonly address: string };
  readonly challenge?: string;
  readonly status?: string;
  readonly answer?: { readonly text: string; readonly by: string };
  readonly comments?: readonly (string | { readonly text: string; readonly by: string })[];
}

/** In milliseconds since 1970: what the city asks is counted from the day on which the demonstration starts. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const idOf = (kind: number, n: number): string => `e1a40000-000${kind}-4000-8000-${String(n).padStart(12, '0')}`;

/** What Elmhaven asks. As the city itself, it is made up. */
export const challenges = (): Exclude<HubConfig['challenges'], string | undefined> => [
  {
    id: 'shade', title: 'Where does it get too hot in summer?', opens: day(-20), closes: day(33), contact: 'green@elmhaven.example',
    brief: 'Last July it was 41 degrees on the market square. We have money for trees, sails and arbours, and want to put them where they help most.\n\nName a place where you cannot bear it, and say who is there at which hour.',
    reward: 'The three places with the strongest case get their shade before July, and their authors choose the trees with us.',
  },
  {
    id: 'bridge', title: 'What shall the new footbridge be called?', closes: day(-24),
    brief: 'The bridge between the station and the mill has no name yet. It should tell something of the river or of those who live by it.',
    outcome: { text: 'The council chose “Ferry Bridge”: until 1931 a ferry crossed the river there. A board at the bridge will tell of it.', ideas: [idOf(0, 3)], at: day(-6) },
  },
];

const sketches: readonly Sketch[] = [
  {
    title: 'Trees for the square in front of the station', challenge: 'shade', category: 'parks', place: { lon: -0.1246, lat: 51.5308, address: 'Station square' },
    text: 'From eleven in the morning there is no shade at all, and that is where everybody waits for the bus: people with luggage, school classes, old people. Three plane trees on the south side would cover all four stops in the afternoon.',
    comments: [
      'The stop of line 4 is the worst. The bench there is of steel, and in July nobody can sit on it.',
      { text: 'Pipes run below the south side, but there is room for trees on the west side. We will measure the shade of both.', by: 'Parks department' },
    ],
  },
  {
    title: 'A sail over the sandpit in Mill Park', challenge: 'shade', category: 'parks', place: { lon: -0.1581, lat: 51.5273, address: 'Mill Park, playground' },
    text: 'Children are there from two to six, which is when the sand is too hot for bare feet. A sail from May to September would do until the new trees have grown.',
  },
  {
    title: 'Ferry Bridge, after the ferry that crossed there', challenge: 'bridge', category: 'culture', status: 'done',
    text: 'My grandmother took the ferry to the mill every day until the road bridge was built. The name would keep that it was there.',
    answer: { text: 'Chosen. The bridge will be opened under this name.', by: 'City council' },
    comments: ['The ferryman’s house still stands on the mill side. A board could be put there.'],
  },
  {
    title: 'Leave the library open until eight on Thursdays', category: 'culture', status: 'considered',
    text: 'Whoever works in shifts cannot come before six. One long evening a week would be enough to bring books back and to use the computers.',
    answer: { text: 'We try it from March to May and count who comes. Then the council decides.', by: 'City library' },
    comments: ['Could it be Tuesday? On Thursdays the music school is next door, and there is not one place to park a bicycle.'],
  },
  {
    title: 'A safe way across Weaver Lane for the school', category: 'streets', place: { lon: -0.1022, lat: 51.5189, address: 'Weaver Lane, between numbers 12 and 20' },
    text: 'Two hundred children cross there between half past seven and eight, and cars come round the bend at fifty. A crossing with an island would let them look at one side at a time.',
  },
];

/** Begins with what citizens of Elmhaven might say; written once, into a database that is new. */
export async function seed(settings: Partial<HubConfig>): Promise<void> {
  const token = crypto.randomUUID();
  // For as long as this takes, every question is open.
  const hub = await createHub({ ...settings, token, challenges: challenges().map((each) => ({ ...each, closes: day(1) })) });
  const send = async (method: string, path: string, body: unknown, isCity = true): Promise<void> => {
    const headers = { 'content-type': 'application/json', ...(isCity && { authorization: `Bearer ${token}` }) };
    const response = await hub.fetch(new Request(`http://127.0.0.1/hub/v1/${path}`, { method, headers, body: JSON.stringify(body) }));
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  };
  let said = 0;
  for (const [i, { status, answer, comments = [], ...idea }] of sketches.entries()) {
    const id = idOf(0, i + 1);
    await send('POST', 'ideas', { id, key: crypto.randomUUID(), lang: 'en', ...idea });
    if (status) await send('PATCH', `ideas/${id}`, { status, answer });
    for (const each of comments) {
      const comment = { id: idOf(1, (said += 1)), key: crypto.randomUUID(), lang: 'en', ...(typeof each === 'string' ? { text: each } : each) };
      await send('POST', `ideas/${id}/comments`, comment, typeof each !== 'string');
      if (typeof each === 'string') await send('PATCH', `comments/${comment.id}`, { status: 'open' });
    }
  }
  await hub.close();
}
