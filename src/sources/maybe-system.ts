/** What only the addresses of systems that keep ideas have in them: Decidim, Fider, CONSUL, Open311, PostgREST. */
const sign = /\/f\/\d|\/rest_full\/|\/api\/v1\/posts|\/graphql$|georeport|open311|requests\.(json|xml)|\/rest\/v1\/\w/i;

/** Whether an address may be one of such a system, so that a hub is read without the table of all of them. */
export const maybeSystem = (address: string): boolean => sign.test(address.split('?')[0]!);
