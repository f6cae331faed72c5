import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { FieldError } from '../../src/model/hub.js';
import type { Problem } from './problem.js';
import { words, type PageLanguage } from './rating-page-words.js';

const style = ':root{color-scheme:light dark}body{max-inline-size:36rem;margin:12vh auto;padding:0 1rem;font:1.1rem/1.55 system-ui,sans-serif}h1{font-size:1.6rem;line-height:1.25}a{display:inline-block;padding-block:.6rem}';

/** Nothing but its own look: no script, no picture, no frame around it. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The language that the page was in from which the form came, otherwise the first of the browser's that we speak. */
export function languageOf({ req }: Context, page = ''): PageLanguage {
  const wished = [page, ...(req.header('accept-language') ?? '').split(',')].map((tag) => tag.trim().toLowerCase().split(/[-;]/)[0]!);
  return (wished.find((tag) => Object.hasOwn(words, tag)) ?? 'en') as PageLanguage;
}

export function thanksPage(status: 200 | 201, language: PageLanguage, { back, isHeld }: { readonly back: string | undefined; readonly isHeld: boolean }): Response {
  const { thanks, counted, held } = words[language];
  return page(status, language, thanks, `<p>${escaped(isHeld ? held : counted)}</p>`, back);
}

/** What is wrong, in words; for the webmaster as the hub says it to programs. */
export function refusalPage(problem: Problem, language: PageLanguage, back?: string): Response {
  const { refused, again, later, fields, webmaster } = words[language];
  const said = (problem.details.errors ?? []).map(({ path, code }) => fields[fieldOf(path, code)]);
  const reasons = [...new Set(problem.status >= 500 ? [later] : said)].map((reason) => `<li>${escaped(reason)}</li>`).join('');
  const way = said.length > 0 ? `<p>${escaped(again)}</p>` : '';
  const detail = `<details><summary>${escaped(webmaster)}</summary><p lang="en" dir="ltr">${escaped(problem.message)}</p></details>`;
  return page(problem.status, language, refused, `${reasons && `<ul>${reasons}</ul>`}${way}${detail}`, back, problem.headers);
}

/** Only these can be mended by the one who answered. */
function fieldOf(path: string, code: FieldError['code']): 'score' | 'long' | 'other' {
  if (path.startsWith('/score')) return 'score';
  return code === 'too-long' ? 'long' : 'other';
}

function page(status: number, language: PageLanguage, title: string, main: string, back: string | undefined, headers: Readonly<Record<string, string>> = {}): Response {
  const link = back === undefined ? '' : `<p><a href="${escaped(back)}">${escaped(words[language].back)}</a></p>`;
  const html = `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${main}${link}</main></body></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'content-security-policy': policy, vary: 'Accept-Language', ...headers },
  });
}
