import { hasRole, type Actor } from '../actor';
import { allowIf, type Verdict } from '../policy';

export const mayKeepStrategy = (actor: Actor): Verdict =>
  allowIf(
    hasRole(actor, 'coordinator'),
    'Only a coordinator can change frameworks, priority sets and crosswalks.',
  );
