import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import type { NoticeRule, Told } from '../notice-rule.server';

export interface Telling<Thing> {
  db: Db;
  fact: SealedFact;
  thing: Thing;
}

/**
 * Rules about one kind of thing: `find` loads it from the fact, once a rule; without it nobody is told. The
 * kind of a notice is the name of its fact, with what tells two notices of one fact apart.
 */
export const rulesAbout =
  <Thing>(find: (db: Db, fact: SealedFact) => Promise<Thing | null>) =>
  (fact: string, tell: (telling: Telling<Thing>) => Promise<Told | null>, part?: string): NoticeRule => ({
    fact,
    kind: part ? `${fact}:${part}` : fact,
    tell: async (about) => {
      const thing = await find(about.db, about.fact);
      return thing ? tell({ ...about, thing }) : null;
    },
  });

/** A text of the fact's data, or null. */
export const textOf = (fact: SealedFact, key: string): string | null => {
  const value = fact.data[key];
  return typeof value === 'string' ? value : null;
};
