/**
 * `export { checkedBeforeUse as headers }` on a route whose page depends on nothing but its reader, its address,
 * the database and the clock: the web server may give it again to the same reader while the database is the same.
 */
export const checkedBeforeUse = (): HeadersInit => ({ 'Cache-Control': 'no-cache' });
