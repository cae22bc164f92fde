import type { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { expertProfileInput } from '../expert-profile';
import { lockPerson } from '../locked-rows.server';
import { maySeeNetwork } from '../person-policy';

/** What an expert says of themselves; saving also says that it is current. */
export const changeExpertProfile = command({
  name: 'people.change-expert-profile',
  input: expertProfileInput,
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    await lockPerson(tx, actor.id);
    const profile = await tx.expertProfile.findUnique({
      where: { personId: actor.id },
      select: { revision: true },
    });
    return { personId: actor.id, revision: profile?.revision ?? 0, termIds: await termsOf(tx, input) };
  },
  authorise: maySeeNetwork,
  decide: ({ loaded: { personId, revision, termIds }, input }) => {
    if (input.revision !== revision)
      return refuse(
        'ProfileHasChanged',
        'Your profile was changed in another window. Open the page again to see it.',
        {
          stale: true,
        },
      );
    if (!termIds)
      return refuse('TermIsNotKnown', 'One of the terms you chose is no longer in use. Choose again.');
    if (input.clearanceLevel === '' && (input.clearanceSponsor !== '' || input.clearanceExpires))
      return refuseField(
        'ClearanceIsMissing',
        'clearanceLevel',
        'Choose the level that this sponsor or day belongs to',
      );
    return {
      change: { personId, revision, termIds, input },
      facts: [
        {
          name: revision === 0 ? 'ExpertProfileWasMade' : 'ExpertProfileWasChanged',
          noun: 'person',
          nounId: personId,
          data: { termIds, listed: input.listed },
        },
      ],
    };
  },
  save: async ({ tx, now }, { personId, revision, termIds, input }) => {
    const row = { ...fieldsOf(input), revision: revision + 1, confirmedAt: now };
    await tx.expertProfile.upsert({ where: { personId }, create: { personId, ...row }, update: row });
    await tx.expertTerm.deleteMany({ where: { personId } });
    await tx.expertTerm.createMany({ data: termIds.map((termId) => ({ personId, termId })) });
    return null;
  },
});

type Input = z.output<typeof expertProfileInput>;

function fieldsOf(input: Input) {
  const { summary, languages, regions, availability, interests, willingFor, listed } = input;
  return {
    ...{ summary, languages, regions, availability, interests, willingFor, listed },
    availableFrom: input.availableFrom ?? null,
    capacityDays: input.capacityDays ?? null,
    clearanceLevel: input.clearanceLevel || null,
    clearanceSponsor: input.clearanceSponsor || null,
    clearanceExpires: input.clearanceExpires ?? null,
    webAddress: input.webAddress || null,
  };
}

/** Null when one of them is not a term of its kind. */
async function termsOf(tx: Db, { threatAreas, methods, disciplines }: Input): Promise<string[] | null> {
  const wanted = new Set([...threatAreas, ...methods, ...disciplines]);
  const terms = await tx.term.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        { scheme: 'threatArea', reference: { in: threatAreas } },
        { scheme: 'method', reference: { in: methods } },
        { scheme: 'discipline', reference: { in: disciplines } },
      ],
    },
    select: { id: true },
  });
  return terms.length === wanted.size ? terms.map(({ id }) => id) : null;
}
