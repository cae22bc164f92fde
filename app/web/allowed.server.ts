import type { Verdict } from '~/domain/policy';
import { forbidden, notFound } from './reply.server';

/** Lets a page be shown, or answers as the policy says. */
export function allowed(verdict: Verdict): void {
  if (verdict.kind === 'hide') throw notFound();
  if (verdict.kind === 'deny') throw forbidden(verdict.why);
}
