import type { Denial, Verdict } from '~/domain/policy';
import { forbidden, notFound } from './reply.server';

/** The view; 404 where there is none to know of, 403 with its reason where the policy denies it. */
export function seen<View extends object>(view: View | null): Exclude<View, Denial> {
  if (view === null) throw notFound();
  if (isDenial(view)) throw forbidden(view.why);
  return view as Exclude<View, Denial>;
}

const isDenial = (view: object): view is Denial => 'kind' in view && (view as Verdict).kind === 'deny';
