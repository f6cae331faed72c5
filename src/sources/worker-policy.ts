/**
 * Whether the policy of this page lets a worker start, from its own site or from a blob. Only the page's header says so, and
 * trying in spite of it would be reported as an attack: so it is asked for, once, before the first worker. What the browser
 * keeps of the page is as good an answer, and mostly there.
 */
export async function mayStart(kind: 'self' | 'blob'): Promise<boolean> {
  return (await (policies ??= policiesHere())).every((policy) => allows(policy, kind));
}

let policies: Promise<readonly string[]> | undefined;

async function policiesHere(): Promise<readonly string[]> {
  if (!location.protocol.startsWith('http')) return [];
  const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]')].map(({ content }) => content);
  const headers = await fetch(location.href, { method: 'HEAD', cache: 'force-cache' }).then(
    (response) => ['content-security-policy', 'content-security-policy-report-only'].flatMap((name) => response.headers.get(name)?.split(',') ?? []),
    // Who may not even ask the own site may do little else.
    () => ["default-src 'none'"],
  );
  return [...metas, ...headers];
}

/** Whether a Content-Security-Policy lets a worker start. */
export function allows(policy: string, kind: 'self' | 'blob'): boolean {
  const directives = new Map(policy.split(';').map((each) => each.trim().toLowerCase().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]));
  // A worker's address would have to be vouched for by a policy of ours, which the page does not know.
  if (directives.has('require-trusted-types-for')) return false;
  const sources = ['worker-src', 'child-src', 'script-src', 'default-src'].map((name) => directives.get(name)).find(Boolean);
  if (!sources) return true;
  if (kind === 'blob') return sources.includes('blob:');
  return sources.some((source) => source === '*' || source === "'self'" || source === location.protocol || source === location.host || source === location.origin);
}
