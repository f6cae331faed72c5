const tokenPath = /\/s\/[A-Za-z\d]{15}\/?$/;

/** Pages that show one file of those who keep files for others. What they show is at an address that follows from the page's. */
export function isHosted({ hostname, pathname }: URL): boolean {
  if (/\/-\/(?:blob|raw)\/[^/]+\/./.test(pathname)) return true;
  if (/^(?:www\.)?(?:github\.com|huggingface\.co)$/.test(hostname)) return /^(?:\/datasets)?\/[^/]+\/[^/]+\/(?:blob|raw)\/./.test(pathname);
  if (/^(?:codeberg\.org|bitbucket\.org|gitea\.\w+)$/.test(hostname)) return /^\/[^/]+\/[^/]+\/src\/[^/]+\/./.test(pathname);
  if (/(?:^|\.)zenodo\.org$/.test(hostname)) return /^\/records?\/\d+\/(?:files|preview)\/./.test(pathname);
  if (hostname === 'gist.github.com') return /^\/[^/]+\/[\da-f]{20,}\/?$/.test(pathname);
  if (hostname === 'docs.google.com') return pathname.startsWith('/spreadsheets/') && pathname.includes('/d/');
  if (hostname === 'drive.google.com') return pathname.startsWith('/file/d/');
  if (/^(?:www\.)?dropbox\.com$/.test(hostname)) return /^\/(?:s|scl\/fi)\//.test(pathname);
  return hostname === '1drv.ms' || (hostname.endsWith('.sharepoint.com') && /^\/:[a-z]:\//.test(pathname)) || tokenPath.test(pathname);
}

/** Pages of a record in a repository of research data: who keeps it, and how they call it. */
export function repositoryOf({ hostname, pathname, searchParams }: URL): readonly [kind: 'zenodo' | 'figshare' | 'dataverse', id: string] | undefined {
  const zenodo = /(?:^|\.)zenodo\.org$/.test(hostname) && /^\/(?:api\/)?records?\/(\d+)\/?$/.exec(pathname);
  if (zenodo) return ['zenodo', zenodo[1]!];
  const figshare = /(?:^|\.)figshare\.com$/.test(hostname) && /^\/articles\/(?:[\w-]+\/)?[^/]+\/(\d+(?:\/\d+)?)\/?$/.exec(pathname);
  if (figshare) return ['figshare', figshare[1]!];
  const dataverse = searchParams.get('persistentId');
  return dataverse && /\/(?:dataset|file)\.xhtml$/.test(pathname) ? ['dataverse', dataverse] : undefined;
}
