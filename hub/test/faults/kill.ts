import { after, type Fault } from './stage.js';

/** `kill -9` of one hub or several of them, together or one shortly after the other. */
export const kill: Fault = async ({ instances, random, mend }) => {
  const order = [...instances].sort(() => random.next() - 0.5).slice(0, 1 + random.below(instances.length));
  const starts = await Promise.all(order.map(async (instance) => {
    await after(random.below(200));
    return instance.restart('SIGKILL', random.below(300));
  }));
  mend();
  await Promise.all(starts.map((start) => start()));
};
