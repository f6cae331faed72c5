import type { Context } from 'hono';
import type { HubConfig } from './config.js';

/** Where the world finds this hub's `/v1`: as the settings say, else as it was asked, which behind a proxy may lack the s of https. */
export function ownAddress({ req }: Context, { url, base }: Pick<HubConfig, 'url' | 'base'>): string {
  if (url !== undefined) return `${url.replace(/\/+$/, '')}/v1`;
  const here = new URL(req.url);
  here.host = req.header('host') ?? here.host;
  return `${here.origin}${base.replace(/\/+$/, '')}/v1`;
}
