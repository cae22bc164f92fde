import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import type { Denial, Verdict } from '../policy';
import type { Competition } from './competition';
import { competitionFor } from './load-competition.server';
import { hearsOfAward, toldTo } from './told-to.server';

/** What every page of an evaluation says above its own content. */
export interface Heading {
  reference: string;
  title: string;
}

export const headingOf = ({ question: { reference, title } }: Competition): Heading => ({ reference, title });

/**
 * The competition, as far as the actor hears of it, if they may see what is asked for; a denial with its reason; null
 * for what is hidden.
 */
export async function seenCompetition(
  db: Db,
  actor: Actor,
  reference: string,
  policy: (actor: Actor, competition: Competition) => Verdict,
): Promise<Competition | Denial | null> {
  const competition = await competitionFor(db, reference);
  const seen = competition && judged(competition, policy(actor, competition));
  return isSeen(seen) ? toldTo(seen, await hearsOfAward(db, actor, seen)) : seen;
}

/** What a verdict leaves of a thing. */
export const judged = <Thing extends object>(thing: Thing, verdict: Verdict): Thing | Denial | null =>
  verdict.kind === 'allow' ? thing : verdict.kind === 'deny' ? verdict : null;

export const isSeen = <Thing extends object>(thing: Thing | Denial | null): thing is Exclude<Thing, Denial> =>
  thing !== null && !('kind' in thing && 'why' in thing);
