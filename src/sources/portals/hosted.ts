import type { Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { Mismatch } from './mismatch.js';

/** A file in a repository of code, a sheet, or a shared file, from the address of the page that shows it. */
export async function readHosted(address: URL, options: DatasetOptions): Promise<Dataset> {
  const file = fileOf(address);
  try {
    return await readFile(file, options);
  } catch (error) {
    // Any site may have addresses like those of a cloud: then the page itself is looked at.
    if (isGuess(address) && error instanceof SourceError && /^(not-found|web-page|refused|unknown)$/.test(error.reason)) throw new Mismatch(error.message);
    if (!(error instanceof SourceError) || error.reason !== 'web-page') throw error;
    throw new SourceError('refused', `${file.href} leads to a page, not to a file: it is not shared with everybody. Whoever owns it can share it with “anyone with the link”.`, { cause: error });
  }
}

const isGuess = ({ hostname }: URL): boolean => !/(?:github|gitlab|google|dropbox|huggingface|codeberg|bitbucket|sharepoint|zenodo)\.\w+$|^1drv\.ms$/.test(hostname);

/** Where the file itself is. */
export function fileOf(address: URL): URL {
  const { hostname, pathname } = address;
  const url = new URL(address);
  url.hash = '';
  const [, owner, repository, rest] = /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(?:refs\/heads\/)?(.+)$/.exec(pathname) ?? [];
  if (/^(?:www\.)?github\.com$/.test(hostname)) return new URL(`https://raw.githubusercontent.com/${owner}/${repository}/${rest}`);
  if (hostname === 'gist.github.com') return new URL(`https://gist.githubusercontent.com${pathname.replace(/\/$/, '')}/raw`);
  if (hostname === 'huggingface.co') return new URL(pathname.replace(/\/(?:blob|raw)\//, '/resolve/'), url);
  // Only the API of Zenodo lets other sites read, and only that of GitLab.
  const record = /^\/records?\/(\d+)\/(?:files|preview)\/([^/]+)/.exec(pathname);
  if (record && /zenodo/.test(hostname)) return new URL(`/api/records/${record[1]}/files/${record[2]}/content`, url.origin);
  const lab = /^\/(.+?)\/-\/(?:blob|raw)\/([^/]+)\/(.+?)\/?$/.exec(pathname);
  if (lab) return new URL(`/api/v4/projects/${encodeURIComponent(decodeURIComponent(lab[1]!))}/repository/files/${encodeURIComponent(decodeURIComponent(lab[3]!))}/raw?ref=${lab[2]}`, url);
  if (/\/src\//.test(pathname) && /^(?:codeberg|bitbucket|gitea)/.test(hostname)) return new URL(pathname.replace('/src/', '/raw/'), url);
  if (hostname === 'docs.google.com') return sheet(url, address);
  if (hostname === 'drive.google.com') return new URL(`https://drive.google.com/uc?export=download&id=${/\/d\/([^/]+)/.exec(pathname)?.[1] ?? ''}`);
  if (hostname.endsWith('dropbox.com')) {
    url.hostname = 'dl.dropboxusercontent.com';
    url.searchParams.delete('dl');
    return url;
  }
  if (hostname === '1drv.ms') return new URL(`https://api.onedrive.com/v1.0/shares/u!${btoa(url.href).replace(/=+$/, '').replaceAll('/', '_').replaceAll('+', '-')}/root/content`);
  if (hostname.endsWith('.sharepoint.com')) {
    url.searchParams.set('download', '1');
    return url;
  }
  url.pathname = `${pathname.replace(/\/$/, '')}/download`;
  return url;
}

/** A sheet of Google's as CSV: the one that is looked at, as the address has it behind its `#`, or in its query. */
function sheet(url: URL, { pathname, hash, searchParams }: URL): URL {
  const number = /[#&]gid=(\d+)/.exec(hash)?.[1] ?? searchParams.get('gid');
  const published = /^(.*\/d\/e\/[^/]+)\/pub(?:html)?\/?$/.exec(pathname);
  // Whoever gave a form of it meant it.
  if (searchParams.get('output') ?? searchParams.get('format') ?? searchParams.get('tqx')) return url;
  const plain = published ? `${published[1]}/pub?output=csv` : `${/^(.*?\/d\/[^/]+)/.exec(pathname)?.[1] ?? pathname}/export?format=csv`;
  return new URL(number ? `${plain}&gid=${number}${published ? '&single=true' : ''}` : plain, url);
}
