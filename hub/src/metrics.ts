import { Hono, type Context, type MiddlewareHandler } from 'hono';
import manifest from '../package.json' with { type: 'json' };
import { requireBearer } from './authority.js';
import { routeOf } from './log.js';
import { Problem } from './problem.js';

/** Upper ends in seconds, as Prometheus' own libraries have them. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Labels = Readonly<Record<string, string | number>>;

interface Durations {
  readonly counts: number[];
  sum: number;
  n: number;
}

/** What one instance has done since it started. Labels are patterns of paths and words of ours, so that nobody who asks adds a series. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #writes = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #durations = new Map<string, Durations>();

  readonly observe: MiddlewareHandler = async (context, next) => {
    const started = performance.now();
    await next();
    const { method } = context.req;
    const [route, status] = [routeOf(context), context.res.status];
    add(this.#requests, { method, route, status });
    if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) add(this.#writes, { kind: kindOf(route), result: resultOf(method, status) });
    const failure = context.get('failure');
    if (failure) add(this.#failures, { kind: failure });
    this.#time({ method, route }, (performance.now() - started) / 1000);
  };

  #time(labels: Labels, seconds: number): void {
    const key = written(labels);
    const known = this.#durations.get(key) ?? { counts: buckets.map(() => 0), sum: 0, n: 0 };
    this.#durations.set(key, known);
    buckets.forEach((end, index) => {
      if (seconds <= end) known.counts[index]! += 1;
    });
    known.sum += seconds;
    known.n += 1;
  }

  /** In the text format of Prometheus, version 0.0.4. */
  toString(): string {
    const { rss, heapUsed } = process.memoryUsage();
    const counter = (counts: ReadonlyMap<string, number>): [string, string, number][] => [...counts].map(([labels, count]) => ['', labels, count]);
    const durations = [...this.#durations].flatMap(([labels, { counts, sum, n }]): [string, string, number][] => [
      ...counts.map((count, index): [string, string, number] => ['_bucket', `${labels},le="${buckets[index]}"`, count]),
      ['_bucket', `${labels},le="+Inf"`, n], ['_sum', labels, sum], ['_count', labels, n],
    ]);
    return [
      family('civic_hub_info', 'gauge', 'The version that runs.', [['', written({ version: manifest.version }), 1]]),
      family('civic_hub_requests_total', 'counter', 'Requests by method, pattern of the path and status.', counter(this.#requests)),
      family('civic_hub_request_duration_seconds', 'histogram', 'Time until an answer begins.', durations),
      family('civic_hub_writes_total', 'counter', 'What was sent: new, again (the same once more), changed, conflict, refused, failed.', counter(this.#writes)),
      family('civic_hub_failures_total', 'counter', 'Errors that nobody foresaw: of the database, that it is busy or away, that its disk is full, or others.', counter(this.#failures)),
      family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [['', '', rss]]),
      family('nodejs_heap_size_used_bytes', 'gauge', 'Memory of JavaScript alone.', [['', '', heapUsed]]),
      family('process_cpu_seconds_total', 'counter', 'Time of the processor.', [['', '', (process.cpuUsage().user + process.cpuUsage().system) / 1e6]]),
      family('process_start_time_seconds', 'gauge', 'When it started, in seconds since 1970.', [['', '', Math.round(performance.timeOrigin) / 1000]]),
    ].join('');
  }
}

function add(counts: Map<string, number>, labels: Labels): void {
  const key = written(labels);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const written = (labels: Labels): string => Object.entries(labels).map(([name, value]) => `${name}="${String(value).replace(/["\\\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`).join(',');

function family(name: string, type: string, help: string, samples: readonly (readonly [suffix: string, labels: string, value: number])[]): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(([suffix, labels, value]) => `${name}${suffix}${labels && `{${labels}}`} ${value}\n`).join('')}`;
}

/** The path without what stands before and behind its kind: `/hub/v1/ideas/:id/support` is `ideas/support`. */
function kindOf(route: string): string {
  return route.replace(/^.*?\/v1\//, '').replace(/:\w+\/?/g, '').replace(/\/$/, '');
}

function resultOf(method: string, status: number): string {
  if (status >= 500) return 'failed';
  if (status === 409) return 'conflict';
  if (status >= 400) return 'refused';
  return method !== 'POST' ? 'changed' : status === 200 ? 'again' : 'new';
}

/** `GET /metrics`: for who sends the token, or for programs on the same machine that no proxy is between. */
export function metricsRoutes(metrics: Metrics, who: string): Hono {
  return new Hono().get('/metrics', (context) => {
    if (who !== 'loopback') requireBearer(context, who, 'the token of CIVIC_METRICS');
    else if (!isLoopback(context)) throw new Problem(403, 'Counters are given to programs on the same machine alone. For others set a secret in CIVIC_METRICS.');
    return context.body(String(metrics), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function isLoopback({ req, env }: Context): boolean {
  const { address = '' } = (env ?? {}) as { readonly address?: string | undefined };
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => req.header(name) !== undefined);
  return !isForwarded && /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);
}
