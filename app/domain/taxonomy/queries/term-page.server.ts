import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { optionalDayInput } from '../../form-inputs';
import { isMember } from '../../actor';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { wordingOn, type TermStanding } from '../term';
import { loadTermAround, loadTermThen } from '../term-around.server';
import { mayEditTerms } from '../term-policy';

const version = {
  number: true,
  name: true,
  definition: true,
  aliases: true,
  source: true,
  standing: true,
  changeNote: true,
  holdsFrom: true,
  recordedAt: true,
} as const;

/** One term with every wording it had; `on` asks for the wording of a day, and for all else as it was known then. */
export const termPage = query({
  name: 'taxonomy.termPage',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input }) => {
    const term = await db.term.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        reference: true,
        scheme: true,
        slug: true,
        name: true,
        definition: true,
        aliases: true,
        source: true,
        standing: true,
        reviewBy: true,
        retiredAt: true,
        retiredReason: true,
        revision: true,
        versions: { select: version, orderBy: { number: 'desc' } },
      },
    });
    if (!term) return null;
    const { versions, ...now } = term;
    const around = input.on ? await asKnownOn(db, term, input.on) : await loadTermAround(db, term.id);
    return {
      ...now,
      versions,
      ...{ until: null, enteredSince: false },
      ...around,
      asOf: input.on ? { day: input.on, wording: wordingOn(versions, input.on) } : null,
      may: {
        edit: isAllowed(mayEditTerms(actor)),
        readHistory: isMember(actor),
      },
    };
  },
});

interface Versioned {
  id: string;
  /** The latest first. */
  versions: Wording[];
}

interface Wording {
  name: string;
  definition: string;
  standing: TermStanding;
  aliases: string[];
  source: string;
  recordedAt: Date;
}

/** What was entered since stands with its first wording. */
async function asKnownOn<Term extends Versioned>(db: Db, term: Term, day: Date) {
  const { before, until, ...around } = await loadTermThen(db, term.id, day);
  const known = term.versions.filter(({ recordedAt }) => recordedAt < until);
  const versions: Term['versions'] = known.length > 0 ? known : term.versions.slice(-1);
  const [said] = versions;
  if (!said) throw new Error('a term has a wording');
  const { name, definition, aliases, source, standing } = said;
  return {
    ...around,
    ...before,
    versions,
    ...{ name, definition, aliases, source, standing, until, enteredSince: known.length === 0 },
  };
}
