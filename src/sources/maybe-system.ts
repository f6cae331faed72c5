/** What only the paths of systems that keep ideas have in them: Decidim, PostgREST, Fider, CONSUL, Open311. A host may be called anything. */
const sign = /(^|[^/])\/(f\/\d|rest(_full)?\/v|api\/v1\/posts|graphql$|(open311|georeport)\b|requests\.|discovery\.)/i;

/** Whether an address may be one of such a system, so that a hub is read without the table of all of them. */
export const maybeSystem = (address: string): boolean => sign.test(address.split('?')[0]!);
