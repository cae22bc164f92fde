import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { allowIf, type Verdict } from '../../policy';

/** Scores and health say what is not known: they stay inside the network and with the auditor. */
export const mayReadScores = (actor: Actor): Verdict =>
  allowIf(readsPublished(actor), 'This is for verified members of the network and the auditor.');
