import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

/** Letters that were kept for want of a mail server hold links to set a password: the administrator's alone. */
export const mayReadMail = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'administrator'),
    'Only an administrator can read the letters of this installation.',
  );
