import { formats } from './formats/index.js';
import { SourceError, type Input } from './source.js';
import type { FromWorker, ToWorker } from './worker-messages.js';
import { packed } from './worker-packing.js';

/**
 * The other end of worker-reading.ts: decodes one file away from the page, and hands the dataset over.
 */
interface Scope {
  postMessage(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as Scope;
/** How many bytes may be on their way or wait here. */
const ahead = 4_194_304;
/** From how many on it is worth a message that they are read. */
const worth = 1_048_576;

const waiting: Uint8Array[] = [];
let isEnd = false;
let wake: (() => void) | undefined;

/** The bytes as they come; none are asked for before somebody reads them. */
function incoming(): ReadableStream<Uint8Array> {
  // The first time all of it is wanted, then as much as was read.
  let wanted = ahead;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (wanted >= worth) {
        scope.postMessage({ kind: 'wanted', bytes: wanted });
        wanted = 0;
      }
      if (waiting.length === 0 && !isEnd) await new Promise<void>((resolve) => (wake = resolve));
      const bytes = waiting.shift();
      if (!bytes) return controller.close();
      wanted += bytes.length;
      controller.enqueue(bytes);
    },
    cancel: () => scope.postMessage({ kind: 'enough' }),
  }, { highWaterMark: 0 });
}

async function read({ format, address, input, options }: Extract<ToWorker, { kind: 'read' }>): Promise<void> {
  const whole: Input = { ...input, address: new URL(address), body: incoming() };
  const load = formats.find(({ name }) => name === format)!.load;
  const dataset = await (await load())(whole, { ...options, onProgress: (progress) => scope.postMessage({ kind: 'progress', progress }) });
  const { message, transfer } = packed(dataset);
  scope.postMessage({ kind: 'dataset', dataset: message }, transfer);
}

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'read') {
    read(data).catch((error: unknown) => {
      if (error instanceof SourceError) scope.postMessage({ kind: 'failure', reason: error.reason, message: error.message, choices: error.choices });
      else scope.postMessage({ kind: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
  } else {
    waiting.push(...data.pieces);
    ({ isEnd } = data);
    wake?.();
  }
});

scope.postMessage({ kind: 'ready' });
