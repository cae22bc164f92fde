import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { loadHolidays } from '../../questions/calendar.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { daysToAnswer } from '../answer-days.server';
import { HELD_KIND_NAMES } from '../holding';
import { offerHeld } from '../offering.server';
import { mayArrange } from '../reorganisation-policy';
import { idsOn, lockedReorganisation, sideOf } from '../reorganisation-rows.server';

const MOST = 500;

/** Offers one kind, or chosen things of it, to one of the successors. Whoever was offered them before no longer is. */
export const offerItems = command({
  name: 'succession.offer-items',
  input: z.strictObject({
    reorganisation: referenceInput,
    kind: z.enum(HELD_KIND_NAMES, { error: 'Choose a kind' }),
    to: z.string({ error: 'Choose a successor' }).min(1, 'Choose a successor').pipe(referenceInput),
    which: z.enum(['all', 'chosen'], { error: 'Choose which' }).default('all'),
    items: listInput(z.string().max(300)).pipe(z.array(z.string()).max(MOST, `Choose ${MOST} at most`)),
  }),
  load: async ({ tx, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    return reorganisation && { reorganisation, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { reorganisation }) => mayArrange(actor, reorganisation),
  decide: ({ input, loaded: { reorganisation, holidays }, actor, now }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const to = sideOf(reorganisation, 'successor').find(
      ({ organisation }) => organisation.reference === input.to,
    );
    if (!to) return refuseField('SuccessorIsUnknown', 'to', 'Choose one of the successors');
    if (input.which === 'chosen' && input.items.length === 0)
      return refuse('NothingIsChosen', 'Choose at least one');
    return {
      change: {
        reference: reorganisation.reference,
        offer: {
          ...{ reorganisationId: reorganisation.id, fromIds: idsOn(reorganisation, 'predecessor') },
          ...{ toId: to.organisationId, byId: actor.id, now, kind: input.kind },
          ...(input.which === 'chosen' ? { items: input.items } : {}),
          days: reorganisation.confirmedAt
            ? daysToAnswer(ukDay(now), reorganisation.effectiveOn, holidays)
            : null,
        },
        told: reorganisation.confirmedAt !== null,
      },
      facts: [],
    };
  },
  save: async ({ tx, record }, { reference, offer, told }) => {
    const offered = await offerHeld(tx, offer);
    if (offered > 0)
      record({
        ...{ name: told ? 'HandoversWereOffered' : 'HandoversWerePlanned', noun: 'organisation' },
        nounId: offer.toId,
        data: { reorganisationId: offer.reorganisationId, kind: offer.kind, count: offered },
      });
    return { reference, offered };
  },
});
