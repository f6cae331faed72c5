import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Write {
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one and waits until its answer is whole. Fails where it was not taken. */
async function send(agent: Agent, address: string, { path, body, headers }: Write): Promise<void> {
  const call = request(address + path, { agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers } });
  call.end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 201) throw new Error(`${address}${path} answered ${response.statusCode}: ${answer}`);
}

/** Writes a second of so many who each send the next one when theirs was answered; spread over all addresses. */
export async function throughput(addresses: readonly string[], writes: readonly Write[], connections: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = writes.values();
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, async (_, index) => {
    for (const write of waiting) await send(agent, addresses[index % addresses.length]!, write);
  }));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return writes.length / seconds;
}

/** Milliseconds from the moment when each was to be sent to its answer, in order of size, at so many writes a second whether or not the earlier ones were answered. */
export async function latencies(addresses: readonly string[], writes: readonly Write[], rate: number): Promise<number[]> {
  // As a proxy has them: not more than a server lets wait, and used in turns, so that none idles until the other side closes it while it is taken.
  const agent = new Agent({ keepAlive: true, maxSockets: 200, scheduling: 'fifo' });
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  const started = performance.now();
  const due = (index: number): number => started + (index * 1000) / rate;
  for (const [index, write] of writes.entries()) {
    while (performance.now() < due(index)) await new Promise((done) => setTimeout(done, 1));
    const answered = send(agent, addresses[index % addresses.length]!, write).then(() => void times.push(performance.now() - due(index)));
    // It is heard of when all were sent.
    answered.catch(() => {});
    sent.push(answered);
  }
  await Promise.all(sent);
  agent.destroy();
  return times.sort((a, b) => a - b);
}
