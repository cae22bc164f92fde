import { z } from 'zod';
import { isPerson, panelRole } from '../../actor';
import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { bidInCompetition } from '../assessment/load-bid.server';
import { livePanel, stageOf } from '../competition';
import { mayReadBid } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';
import { checkStateOf, exclusionReason, whyNotAgree } from '../requirements/checks';
import { loadChecks } from '../requirements/load-checks.server';

/** A second of the panel agrees with what the first found. A bid that fails a requirement is excluded with it. */
export const agreeRequirements = command({
  name: 'evaluation.agreeRequirements',
  input: z.strictObject({
    reference: referenceInput,
    /** When what the page showed was found; a check made since is not what was read. */
    seen: z.string().max(40),
  }),
  load: async ({ tx, input }) => {
    const known = await bidInCompetition(tx, input.reference, lockedCompetitionById);
    if (!known) return null;
    const { question } = known.competition;
    return { ...known, requirements: await loadChecks(tx, { id: known.bid.id, questionId: question.id }) };
  },
  authorise: (actor, { competition, bid }) => mayReadBid(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { seen }, loaded: { competition, bid, requirements }, actor }) => {
    if (!['declaring', 'scoring'].includes(stageOf(competition)))
      return refuse('QualityIsAgreed', 'Requirements are checked before quality is agreed.');
    const first = requirements[0]?.check;
    const state = checkStateOf(requirements);
    if (state === 'agreed')
      return refuse('RequirementsAreAgreed', 'Two of the panel have agreed on this bid already.');
    if (state !== 'toAgree' || !first)
      return refuse('RequirementsAreNotChecked', 'One of the panel checks the requirements first.');
    if (first.checkedAt.toISOString() !== seen)
      return refuse(
        'ChecksChangedSince',
        'The check was made anew after you opened this page. Read it again.',
        {
          stale: true,
        },
      );
    const { id: questionId, reference: question } = competition.question;
    const id = isPerson(actor) ? actor.id : '';
    const checker = livePanel(competition).find(({ person }) => person.id === first.checkedById);
    const why = whyNotAgree(
      { id: first.checkedById, role: checker?.role },
      { id, role: panelRole(actor, questionId) },
    );
    if (why) return refuse('AnotherAgrees', why);
    const excluded = exclusionReason(requirements);
    const about = { noun: 'bid' as const, nounId: bid.id };
    const facts: FactDraft[] = [
      { name: 'RequirementsWereAgreed', ...about, data: { met: excluded === null } },
    ];
    if (excluded) facts.push({ name: 'BidWasExcluded', ...about, data: { questionId } });
    return { change: { bidId: bid.id, id, excluded, question }, facts };
  },
  save: async ({ tx, now }, { bidId, id, excluded, question }) => {
    await tx.requirementCheck.updateMany({
      where: { bidId, agreedAt: null },
      data: { agreedById: id, agreedAt: now },
    });
    if (excluded)
      await tx.bid.update({ where: { id: bidId }, data: { excludedAt: now, excludedReason: excluded } });
    return { question, excluded: excluded !== null };
  },
});
