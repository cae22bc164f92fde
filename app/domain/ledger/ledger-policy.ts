import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

/** All money together tells of competitions: for those who look after the whole, and who check it. */
export const mayReadMoney = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'),
    'Only coordinators and the auditor read all money together.',
  );

export const mayKeepMoney = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator enters money and bands.');
