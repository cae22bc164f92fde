import { data } from '@remix-run/node';
import type { Verdict } from '~/domain/policy';

/** The page for a thing that does not exist; the same for one that the actor may not know of. */
export const notFound = () => data('Not found', { status: 404 });

export const forbidden = (why: string) => data(why, { status: 403 });

/** The view, or the 404 page. */
export function found<View>(view: View | null): View {
  if (view === null) throw notFound();
  return view;
}

/** Goes on when a policy allows; else the page that says why not, or the one of a thing that does not exist. */
export function permitted(verdict: Verdict): void {
  if (verdict.kind === 'deny') throw forbidden(verdict.why);
  if (verdict.kind === 'hide') throw notFound();
}

/** The answer of an address that is no page, in words for whoever reads it. */
export const plainly = (why: string, status: number): Response =>
  new Response(why, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

/** For what may be asked only so often. */
export const tooMany = (why: string) =>
  new Response(why, { status: 429, headers: { 'Retry-After': '900', 'Content-Type': 'text/plain' } });

export const badRequest = (why = 'That could not be read') => data(why, { status: 400 });
