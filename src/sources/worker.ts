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
/** How many parcels may be on their way or wait here. */
const ahead = 6;

const waiting: Uint8Array<ArrayBuffer>[] = [];
let isEnd = false;
let wake: (() => void) | undefined;

/** The bytes as they come; none are asked for before somebody reads them. */
function incoming(): ReadableStream<Uint8Array> {
  let hasAsked = false;
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      if (!hasAsked) scope.postMessage({ kind: 'wanted', parcels: ahead });
      hasAsked = true;
      if (waiting.length === 0 && !isEnd) await new Promise<void>((resolve) => (wake = resolve));
      const request = controller.byobRequest;
      const parcel = waiting[0];
      if (!parcel) {
        controller.close();
        request?.respond(0);
        return;
      }
      const part = parcel.subarray(at, at + (request?.view?.byteLength ?? parcel.length));
      at += part.length;
      const isRead = at === parcel.length;
      if (request?.view) {
        new Uint8Array(request.view.buffer, request.view.byteOffset).set(part);
        request.respond(part.length);
      } else controller.enqueue(part.slice());
      if (!isRead) return;
      waiting.shift();
      at = 0;
      scope.postMessage({ kind: 'wanted', parcels: 1, buffer: parcel.buffer }, [parcel.buffer]);
    },
    cancel: () => scope.postMessage({ kind: 'enough' }),
  });
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
    if (data.bytes.length > 0) waiting.push(data.bytes);
    ({ isEnd } = data);
    wake?.();
  }
});

scope.postMessage({ kind: 'ready' });
