import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isMember } from '../../actor';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { wordingOn } from '../term';
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

/** One term with every wording it had; `on` asks for the wording of a day. */
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
        parent: { select: { reference: true, name: true } },
        mergedInto: { select: { reference: true, name: true } },
        merged: { select: { reference: true, name: true }, orderBy: { name: 'asc' } },
        successor: { select: { reference: true, name: true } },
        children: { select: { reference: true, name: true }, orderBy: { position: 'asc' } },
        listMemberships: { select: { list: { select: { name: true, source: true } } } },
        versions: { select: version, orderBy: { number: 'desc' } },
      },
    });
    if (!term) return null;
    const { versions, ...now } = term;
    return {
      ...now,
      versions,
      asOf: input.on ? { day: input.on, wording: wordingOn(versions, input.on) } : null,
      may: {
        edit: isAllowed(mayEditTerms(actor)),
        readHistory: isMember(actor),
      },
    };
  },
});
