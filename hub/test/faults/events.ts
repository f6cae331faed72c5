import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Which field of a decision tells it from others on the same thing. */
export const decidedField: Readonly<Record<string, string>> = { idea: 'answer', rating: 'held', comment: 'status' };

interface Message {
  readonly id: string;
  readonly body: string;
}

/** Another system of the city, which takes what hubs tell it. A message may come twice, but then under the same id. */
export class Heard {
  readonly #messages = new Map<string, string>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const body = (await request.setEncoding('utf8').toArray()).join('');
      this.#messages.set(String(request.headers['webhook-id']), body);
      response.writeHead(204).end();
    });
  }

  static async listen(): Promise<Heard> {
    const heard = new Heard();
    await new Promise<void>((done) => void heard.#server.listen(0, '127.0.0.1', done));
    return heard;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** What happened, one entry a message, of those that came and of those that still wait. */
  with(waiting: readonly Message[]): string[] {
    const all = new Map([...this.#messages, ...waiting.map(({ id, body }) => [id, body] as const)]);
    return [...all.values()].map((body) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { id: string; answer?: { text: string } } };
      return eventOf(type, data.id, data.answer?.text);
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Each has a name of its own: nothing happens twice to one thing but decisions on an idea, which differ by their answer. */
export const eventOf = (type: string, id: string, answer?: string | null): string => [type, id, ...(type === 'idea.changed' ? [answer] : [])].join(' ');
