import type { Comment } from '../../src/model/comment.js';
import type { Idea, IdeaStep } from '../../src/model/idea.js';

type Sketch = Omit<Idea, 'id' | 'updated'>;

const sketches: readonly Sketch[] = [
  {
    title: 'A bench every 200 metres on the way to the clinic',
    text: 'From the tram stop to the clinic it is a kilometre uphill without a single place to sit down. My mother is 81 and has to rest twice on the way; now she leans on garden fences.\n\nFour or five benches with armrests (so that one can get up again) would be enough. One of them could stand in the shade of the lime tree at the corner of Mill Street, another one at the chapel. The verge is wide enough, and it belongs to the city: I asked.',
    place: { lon: 13.4049, lat: 52.5201, address: 'Clinic Road, between Mill Street and the chapel' },
    category: 'mobility', status: 'planned', supports: 214, created: '2026-09-14T08:12:00Z', lang: 'en',
    answer: { text: 'We have measured the way: four benches with armrests will be set up by May 2027. The one at the chapel needs the consent of the parish, which we have asked for.', by: 'Department of Streets and Green Spaces', at: '2026-10-30T10:00:00Z' },
    commitments: ['benches-clinic-road'],
    history: [{ status: 'open', at: '2026-09-14T08:12:00Z' }, { status: 'considered', at: '2026-09-30T09:00:00Z' }, { status: 'planned', at: '2026-10-30T10:00:00Z' }],
    forwarded: { id: 'SR-2026-0042', url: 'https://311.city.example/requests/SR-2026-0042', at: '2026-09-14T08:13:00Z' },
  },
  {
    title: 'Open the school yards in the afternoon',
    text: 'Our quarter has hardly any place to play, but three school yards are locked from 4 pm and the whole weekend. Other cities leave them open until dusk.',
    place: { lon: 13.392, lat: 52.516, address: 'Schools at Station Square and Weaver Lane' },
    category: 'culture', status: 'considered', supports: 167, created: '2026-11-02T17:40:00Z', lang: 'en',
  },
  {
    title: 'Show on the web how long the queue at the registry office is',
    text: 'The machine that hands out the numbers knows how many people wait. If the page of the office showed it, people would come when it is quiet.',
    category: 'services', challenge: 'queue-2026', status: 'done', supports: 131, created: '2026-04-20T06:55:00Z', lang: 'en',
    answer: { text: 'The page of the registry office shows the number of people waiting since 1 October. The numbers are open data too.', by: 'Citizens’ Services', at: '2026-10-01T07:30:00Z' },
  },
  {
    title: 'Wildflowers instead of lawn along Ring Road',
    text: 'The strip is mown eight times a year and nobody walks there. Two cuts a year and a mix of native seeds would feed bees and cost less.',
    place: { lon: 13.38, lat: 52.53, address: 'Ring Road, northern part' },
    category: 'green', status: 'open', supports: 96, created: '2026-11-19T19:05:00Z', lang: 'en',
  },
  {
    title: 'Free parking for everyone in the old town',
    text: 'Shops lose customers because parking costs 3 an hour. The first two hours should be free all over the old town.',
    place: { lon: 13.401, lat: 52.512, address: 'Old town' },
    category: 'mobility', status: 'declined', supports: 88, created: '2026-06-11T12:20:00Z', lang: 'en',
    answer: { text: 'The council decided against it on 9 September 2026: the car parks at the edge of the old town are empty to a third at all hours, and the first hour there is free already.', by: 'City council', at: '2026-09-10T09:00:00Z' },
  },
  {
    title: 'Water taps at the playgrounds',
    text: 'On hot days children need to drink. A tap with drinking water at each larger playground would spare plastic bottles too.',
    category: 'green', status: 'open', supports: 71, created: '2026-11-21T15:48:00Z', lang: 'en',
  },
  {
    title: 'Night bus 14 until two on Fridays and Saturdays',
    text: 'The last bus leaves at 23:40, before the cinema and the theatre are over. Two more runs on two nights a week would be a great help.',
    category: 'mobility', status: 'open', supports: 64, created: '2026-11-12T21:30:00Z', lang: 'en',
  },
  {
    title: 'ورشة لإصلاح الدراجات في مركز الحي',
    text: 'مرة كل شهر يمكن للجيران أن يصلحوا دراجاتهم معًا، وتوفر المدينة الأدوات والمكان.',
    category: 'mobility', status: 'open', supports: 42, created: '2026-11-16T10:10:00Z', lang: 'ar',
  },
  {
    title: 'Let clubs book the gym online',
    text: 'Today one has to call between 9 and 11 on weekdays, when those who run the clubs are at work. A calendar with free hours and a form would do.',
    category: 'services', status: 'considered', supports: 39, created: '2026-10-08T11:00:00Z', lang: 'en',
  },
  {
    title: 'Benches and a table at the river steps',
    text: 'It is the nicest place of the town in the evening, and there is nothing to sit on but the cold stone.',
    place: { lon: 13.412, lat: 52.507, address: 'River steps below the bridge' },
    category: 'green', status: 'open', supports: 28, created: '2026-11-22T18:22:00Z', lang: 'en',
  },
  {
    title: 'A box for keys and phones that were found',
    text: 'Found things can be handed in on weekdays until noon only. A locked box with a slot at the town hall would help at once.',
    category: 'services', status: 'open', supports: 12, created: '2026-10-29T14:14:00Z', lang: 'en',
  },
  {
    title: 'Read the council’s papers aloud',
    text: 'A short recording of each agenda in plain language would reach people who read with difficulty, or whose eyes are bad.',
    category: 'services', status: 'open', supports: 33, created: '2026-11-05T08:35:00Z', lang: 'en',
  },
  {
    title: 'More shade at the market square',
    text: 'In July it was 41 degrees on the stones. Sails between the houses, as in the south, or trees in large tubs.',
    category: 'green', challenge: 'shade-2027', status: 'considered', supports: 119, created: '2026-08-01T16:00:00Z', lang: 'en',
  },
];

/** What others say to the first of them. */
const said: readonly (Omit<Comment, 'id' | 'idea' | 'status'>)[] = [
  { text: 'Please think of armrests on both sides. My father cannot push himself up with one hand.', created: '2026-09-15T18:22:00Z', lang: 'en' },
  { text: 'At the chapel there is a wall one can sit on, but it is too low for most who would need it.', created: '2026-09-21T06:40:00Z', lang: 'en' },
  { text: 'Thank you both. All four will have two armrests and a seat of 48 centimetres, as the advisory board of older residents asked for.', created: '2026-10-30T10:20:00Z', lang: 'en', official: { by: 'Department of Streets and Green Spaces' } },
];

/** What citizens of a town that does not exist propose. */
export const ideas: readonly Idea[] = sketches.map((sketch, i) => ({
  ...sketch,
  id: `7d1c2a30-0000-4000-8000-${String(i).padStart(12, '0')}`,
  updated: sketch.answer?.at ?? sketch.created,
  comments: i === 0 ? said.length : 0,
  history: sketch.history ?? stepsOf(sketch),
}));

export const comments: readonly Comment[] = said.map((each, i) => ({ ...each, id: `9e2f0000-0000-4000-8000-${String(i).padStart(12, '0')}`, idea: ideas[0]!.id, status: 'open' }));

function stepsOf({ status, created, answer }: Sketch): IdeaStep[] {
  return [{ status: 'open', at: created }, ...(status === 'open' ? [] : [{ status, at: answer?.at ?? created }])];
}
