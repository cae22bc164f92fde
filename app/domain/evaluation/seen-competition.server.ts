import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { isAllowed, type Verdict } from '../policy';
import type { Competition } from './competition';
import { competitionFor } from './load-competition.server';

/** What every page of an evaluation says above its own content. */
export interface Heading {
  reference: string;
  title: string;
}

export const headingOf = ({ question: { reference, title } }: Competition): Heading => ({ reference, title });

/** The competition if the actor may see what is asked for; null hides it like a thing that does not exist. */
export async function seenCompetition(
  db: Db,
  actor: Actor,
  reference: string,
  policy: (actor: Actor, competition: Competition) => Verdict,
): Promise<Competition | null> {
  const competition = await competitionFor(db, reference);
  return competition && isAllowed(policy(actor, competition)) ? competition : null;
}
