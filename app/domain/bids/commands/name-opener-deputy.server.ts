import { z } from 'zod';
import type { Actor } from '../../actor';
import { command } from '../../command.server';
import { deny, hide, isAllowed, allow, type Verdict } from '../../policy';
import { maySee } from '../../questions/question-policy';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ownCapacities } from '../bid-policy';
import { questionToOpen } from '../question-opening.server';

const input = z.strictObject({
  reference: referenceInput,
  capacity: z.enum(['moderator', 'budgetHolder'], { error: 'Choose for which capacity' }),
  /** Who stands in. */
  person: referenceInput,
});

type Loaded = NonNullable<Awaited<ReturnType<typeof questionToOpen>>>;

function mayName(
  actor: Actor,
  { question }: Pick<Loaded, 'question'>,
  capacity: 'moderator' | 'budgetHolder',
): Verdict {
  if (ownCapacities(actor, question).includes(capacity)) return allow;
  return isAllowed(maySee(actor, question))
    ? deny('Only the moderator and the budget holder name their own deputies.')
    : hide;
}

/** Names who opens bids in one's place; a second naming replaces the first. */
export const nameOpenerDeputy = command({
  name: 'bids.nameOpenerDeputy',
  input,
  load: async ({ tx, input: { reference, person } }) => {
    const held = await questionToOpen(tx, reference);
    if (!held) return null;
    const deputy = await tx.person.findFirst({
      where: {
        reference: person,
        verifiedAt: { not: null },
        suspendedAt: null,
        teamMemberships: { some: { teamId: held.question.teamId, endsAt: null } },
      },
      select: { id: true, name: true },
    });
    return { ...held, deputy };
  },
  authorise: (actor, loaded, { capacity }) => mayName(actor, loaded, capacity),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: { capacity }, loaded: { question, confirmations, deputy }, actor }) => {
    if (question.openedAt) return refuse('BidsAreOpen', 'The bids for this question are open already.');
    if (confirmations.some((one) => one.capacity === capacity))
      return refuse('CapacityHasConfirmed', 'Somebody has confirmed in this capacity already.');
    if (!deputy || actor.kind !== 'person')
      return refuseField('DeputyIsUnknown', 'person', 'Choose a verified member of the asking team');
    if (deputy.id === actor.id)
      return refuseField('DeputyIsSelf', 'person', 'Choose somebody other than yourself');
    const data = { capacity, personId: deputy.id };
    return {
      change: { question, capacity, deputy, by: actor.id },
      facts: [{ name: 'OpenerDeputyWasNamed', noun: 'question', nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { question, capacity, deputy, by }) => {
    const named = { personId: deputy.id, namedById: by, namedAt: now };
    await tx.openerDeputy.upsert({
      where: { questionId_capacity: { questionId: question.id, capacity } },
      create: { questionId: question.id, capacity, ...named },
      update: named,
    });
    return { reference: question.reference, name: deputy.name };
  },
});
