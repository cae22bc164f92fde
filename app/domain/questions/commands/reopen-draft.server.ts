import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { referenceInput } from '../../reference-input';
import { lockedDraftSetAside } from '../sponsoring/sponsorship-loading.server';
import { sponsorshipState } from '../sponsoring/sponsorship';
import { mayReopen } from '../sponsoring/sponsorship-policy';

/** Goes on with a draft that was set aside; a request that still waits is taken back with it. */
export const reopenDraft = command({
  name: 'questions.reopen-draft',
  input: z.strictObject({ reference: referenceInput }),
  load: ({ tx, input }) => lockedDraftSetAside(tx, input.reference),
  authorise: (actor, { draft, sponsorship }) => mayReopen(actor, draft, sponsorship),
  subject: ({ draft }) => ({ noun: 'question', nounId: draft.id }),
  decide: ({ loaded: { draft, sponsorship }, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const lapsed = sponsorship && sponsorshipState(sponsorship, now) === 'lapsed';
    const about = { noun: 'question' as const, data: { teamId: draft.teamId } };
    const facts: FactDraft[] = [{ name: 'QuestionWasReopened', nounId: draft.id, ...about }];
    if (sponsorship && !lapsed)
      facts.push({
        name: 'SponsorshipRequestWasWithdrawn',
        noun: 'question',
        nounId: sponsorship.questionId,
        data: { sponsorshipId: sponsorship.id, teamId: draft.teamId },
      });
    const end = lapsed
      ? { endedAt: sponsorship.lapsesAt, ending: 'lapsed' as const }
      : { endedAt: now, ending: 'withdrawn' as const, endedById: actor.id };
    return { change: { draft, end: sponsorship && { id: sponsorship.id, data: end } }, facts };
  },
  save: async ({ tx, now }, { draft: { id, reference }, end }) => {
    if (end) await tx.sponsorship.update({ where: { id: end.id }, data: end.data });
    await tx.question.update({
      where: { id },
      data: { setAsideAt: null, reusedFindingId: null, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference };
  },
});
