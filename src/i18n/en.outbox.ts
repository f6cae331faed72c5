/** What is said in English of answers that could not be sent yet. */
export const outbox = {
  title: 'Not sent yet',
  kept: 'It is kept on this device and goes out by itself as soon as there is a connection.',
  next: (time: string): string => `Next try: ${time}.`,
  /** After why it failed. */
  stuck: 'It does not go out by itself any more.',
  now: 'Try now',
  back: 'Take it back',
};
