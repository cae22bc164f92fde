import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { MOST_ESSENTIALS } from '../../questions/requirements/requirement';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { bidInCompetition } from '../assessment/load-bid.server';
import { stageOf } from '../competition';
import { mayReadBid } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';
import { checkStateOf } from '../requirements/checks';
import { loadChecks } from '../requirements/load-checks.server';

const row = z.strictObject({
  position: z.coerce.number().int().min(1).max(MOST_ESSENTIALS),
  met: z.enum(['yes', 'no'], { error: 'Say whether it is met' }).optional(),
  reason: optionalTextInput(1000),
});

/** What one of the panel finds of each essential requirement of a bid; another agrees before it counts. */
export const checkRequirements = command({
  name: 'evaluation.checkRequirements',
  input: z.strictObject({ reference: referenceInput, checks: z.array(row).min(1).max(MOST_ESSENTIALS) }),
  load: async ({ tx, input }) => {
    const known = await bidInCompetition(tx, input.reference, lockedCompetitionById);
    if (!known) return null;
    const { question } = known.competition;
    return { ...known, requirements: await loadChecks(tx, { id: known.bid.id, questionId: question.id }) };
  },
  authorise: (actor, { competition, bid }) => mayReadBid(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { checks }, loaded: { competition, bid, requirements }, actor }) => {
    if (!['declaring', 'scoring'].includes(stageOf(competition)))
      return refuse('QualityIsAgreed', 'Requirements are checked before quality is agreed.');
    if (checkStateOf(requirements) === 'agreed')
      return refuse('RequirementsAreAgreed', 'Two of the panel have agreed on this bid already.');
    const fields: Record<string, string> = {};
    checks.forEach(({ position, met, reason }, index) => {
      if (!met) fields[`checks[${index}].met`] = `Say whether requirement ${position} is met`;
      if (reason === '') fields[`checks[${index}].reason`] = `Say why for requirement ${position}`;
    });
    if (Object.keys(fields).length > 0)
      return refuse('ChecksAreIncomplete', 'Every requirement needs an answer and a reason.', { fields });
    const found = requirements.flatMap(({ id, position }) => {
      const entry = checks.find((one) => one.position === position);
      return entry ? [{ requirementId: id, met: entry.met === 'yes', reason: entry.reason }] : [];
    });
    if (found.length < requirements.length || checks.length !== requirements.length)
      return refuse('RequirementsDoNotFit', 'These are not the requirements of this question.');
    return {
      change: { bidId: bid.id, found, by: isPerson(actor) ? actor.id : '', reference: bid.reference },
      facts: [
        {
          name: 'RequirementsWereChecked',
          noun: 'bid' as const,
          nounId: bid.id,
          data: { met: found.filter(({ met }) => met).length, asked: found.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, { bidId, found, by, reference }) => {
    for (const { requirementId, met, reason } of found) {
      const said = { met, reason, checkedById: by, checkedAt: now };
      await tx.requirementCheck.upsert({
        where: { bidId_requirementId: { bidId, requirementId } },
        create: { bidId, requirementId, ...said },
        update: said,
      });
    }
    return { reference };
  },
});
