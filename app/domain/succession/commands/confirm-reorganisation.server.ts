import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { loadHolidays } from '../../questions/calendar.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { daysToAnswer } from '../answer-days.server';
import { notOffered, offerHeld } from '../offering.server';
import { goesOn } from '../reorganisation';
import { mayConfirm } from '../reorganisation-policy';
import { factsOfAll, idsOn, lockedReorganisation } from '../reorganisation-rows.server';
import { renameOrganisation } from '../rename.server';

/** The second person. A new name holds at once; everything else is now offered to those who are to take it over. */
export const confirmReorganisation = command({
  name: 'succession.confirm-reorganisation',
  input: z.strictObject({ reorganisation: referenceInput }),
  load: async ({ tx, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    if (!reorganisation) return null;
    const following = idsOn(reorganisation, 'successor');
    const open =
      following.length === 1 || goesOn(reorganisation.kind)
        ? 0
        : await notOffered(tx, reorganisation.id, idsOn(reorganisation, 'predecessor'));
    const where = { reorganisationId: reorganisation.id, answer: null };
    const offered = await tx.handover.count({ where });
    return { reorganisation, open, offered, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { reorganisation }) => mayConfirm(actor, reorganisation),
  decide: ({ loaded: { reorganisation, open, offered, holidays }, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const isRename = reorganisation.kind === 'rename';
    if (!isRename && reorganisation.parts.some(({ personId, alone }) => personId === null && !alone))
      return refuse('PersonIsMissing', 'Name a person for each of the organisations first.');
    if (!isRename && open > 0)
      return refuse('SuccessorIsMissing', `Say first who is to take over ${open} of the things below.`);
    if (goesOn(reorganisation.kind) && offered === 0)
      return refuse('NothingIsOffered', 'Say first which of the things below are to go over.');
    const days = daysToAnswer(ukDay(now), reorganisation.effectiveOn, holidays);
    return {
      change: { reorganisation, days, isRename, byId: actor.id },
      facts: factsOfAll(reorganisation, isRename ? 'OrganisationWasRenamed' : 'ReorganisationWasConfirmed'),
    };
  },
  save: async ({ tx, now }, { reorganisation, days, isRename, byId }) => {
    const { id, reference } = reorganisation;
    const [toId, second] = idsOn(reorganisation, 'successor');
    const fromIds = idsOn(reorganisation, 'predecessor');
    if (isRename) await renameOrganisation(tx, reorganisation, { now, byId });
    else if (toId && !second && !goesOn(reorganisation.kind))
      await offerHeld(tx, { reorganisationId: id, fromIds, toId, byId, now, days });
    await tx.handover.updateMany({ where: { reorganisationId: id, answer: null }, data: days });
    const completed = isRename ? { completedAt: now, completedById: byId } : {};
    await tx.reorganisation.update({
      where: { id },
      data: { confirmedAt: now, confirmedById: byId, ...completed },
    });
    return { reference };
  },
});
