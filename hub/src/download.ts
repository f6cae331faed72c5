import type { HubConfig } from './config.js';

/** By the end of the name, as IANA registers them. */
export const mediaTypes = { csv: 'text/csv', geojson: 'application/geo+json', jsonld: 'application/ld+json' } as const;

/** A file that is made while it is sent, with its licence in the header. */
export function download(name: `${string}.${keyof typeof mediaTypes}`, parts: AsyncGenerator<string>, { licence }: Pick<HubConfig, 'licence'>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  const type = mediaTypes[name.split('.').at(-1) as keyof typeof mediaTypes];
  return new Response(body, {
    headers: {
      'content-type': type === 'text/csv' ? `${type}; charset=utf-8` : type, 'content-disposition': `attachment; filename="${name}"`,
      ...(licence && { link: `<${licence}>; rel="license"` }),
    },
  });
}
