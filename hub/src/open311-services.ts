import type { HubInfo } from '../../src/model/hub.js';
import { ideaLimits } from '../../src/model/idea.js';

type Categories = HubInfo['ideas']['categories'];

/** The service of ideas without a category. No category is called so, for their codes begin with a letter or a digit. */
export const anyService = '_idea';

/** GeoReport v2, “Service List”. */
export type Service = {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  readonly metadata: boolean;
  readonly type: 'realtime';
  readonly keywords: string;
  readonly group: string;
};

export function servicesOf(categories: Categories, accepted: string | undefined): Service[] {
  const rest = { metadata: true, type: 'realtime', keywords: 'idea', group: 'ideas' } as const;
  return [
    ...categories.map(({ code, label }) => {
      const name = nearestLabel(label, accepted);
      return { service_code: code, service_name: name, description: `An idea about: ${name}`, ...rest };
    }),
    { service_code: anyService, service_name: 'Idea', description: 'An idea in no category.', ...rest },
  ];
}

/** The label in the first language of `Accept-Language` that there is one in, else in English. */
export function nearestLabel(label: Readonly<Record<string, string>>, accepted = ''): string {
  const wanted = accepted.split(',').map((part) => part.split(';')[0]!.trim());
  const found = wanted.flatMap((tag) => [tag, tag.split('-')[0]!]).find((tag) => Object.hasOwn(label, tag));
  return label[found ?? 'en']!;
}

const attribute = (order: number, code: string, description: string, hint: string) => ({
  variable: true, code, datatype: 'string', required: false, datatype_description: hint, order, description, values: [],
} as const);

/** What every service takes beside the fields of the standard, as “Service Definition” has it. */
export const attributes = [
  attribute(1, 'title', 'A title. Without it the first line of the description is the title.', `One line of ${ideaLimits.title.join(' to ')} characters.`),
  attribute(2, 'id', 'What the sender calls this request: the same again is one request. Without it the same content is one request.', 'A UUID; the header Idempotency-Key with any text does the same.'),
];
