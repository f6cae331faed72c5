import { built, startHub, type HubProcess } from '../process.js';

/** In milliseconds until a hub that did not start is started once more. */
const pause = 300;

/** A hub that is started again at the same address whenever it ends, as a service manager does. */
export class Instance {
  readonly #environment: Readonly<Record<string, string>>;
  #hub: HubProcess | undefined;
  #isWanted = true;
  /** What it wrote before it ended although nobody here ended it. */
  readonly falls: string[] = [];
  address = '';

  private constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<Instance> {
    const instance = new Instance(environment);
    await instance.#start();
    return instance;
  }

  /** Ends it by a signal; gives what has to be awaited until it answers again. `rest` is in milliseconds. */
  async restart(signal: 'SIGKILL' | 'SIGTERM', rest: number): Promise<() => Promise<void>> {
    await this.#end(signal);
    await new Promise((done) => setTimeout(done, rest));
    return () => this.#start();
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const hub = this.#hub;
    this.#hub = undefined;
    await hub?.end(signal);
  }

  async #start(): Promise<void> {
    while (this.#isWanted && !this.#hub) {
      try {
        const hub = await startHub({ ...this.#environment, PORT: this.address ? new URL(this.address).port : '0' }, built);
        this.address = hub.address;
        this.#hub = hub;
        hub.process.once('exit', () => {
          if (this.#hub !== hub) return;
          this.#hub = undefined;
          this.falls.push(hub.output().slice(-2000));
          void this.#start();
        });
      } catch (error) {
        // Its database may not be there yet; a hub that never started has another reason.
        if (!this.address) throw error;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }
}
