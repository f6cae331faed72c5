import type { Field, Message, Shape } from './protobuf.js';

/** A message that somebody wrote as JSON, in either spelling of its names, with words, numbers, or numbers as text, as if it came from bytes. */
export function messageOf(value: unknown, shape: Shape): Message {
  const message = Object.create(null) as Message;
  if (typeof value !== 'object' || value === null) return message;
  const said = new Map(Object.entries(value).map(([key, each]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), each as unknown]));
  for (const field of shape.values()) {
    const each = said.get(field.name);
    if (each === undefined || each === null) continue;
    if (field.many) message[field.name] = (Array.isArray(each) ? each : [each]).map((item: unknown) => valueOf(item, field));
    else message[field.name] = valueOf(each, field);
  }
  return message;
}

function valueOf(value: unknown, field: Field): unknown {
  if (field.is === 'message') return messageOf(value, field.of);
  if (field.is === 'flag') return value === true || value === 'true';
  if (field.is === 'text') return typeof value === 'object' ? undefined : String(value);
  if (field.is === 'word') return typeof value === 'number' ? (field.words[value] ?? String(value)) : String(value).toLowerCase().replaceAll('_', ' ');
  const number = typeof value === 'object' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}
