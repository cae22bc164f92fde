import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput, optionalDayInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayChangeOwnAccount } from '../person-policy';

const OPEN_ALREADY = refuseField(
  'AffiliationIsOpen',
  'organisation',
  'You have a present affiliation there already',
);

/** Claimed by the person, a present post or a past one: it counts for nothing until a domain, an invitation or a coordinator confirms it. */
export const claimAffiliation = command({
  name: 'people.claim-affiliation',
  input: z.strictObject({
    organisation: z.string({ error: 'Choose an organisation' }).pipe(referenceInput),
    post: optionalTextInput(120),
    startsOn: optionalDayInput('Since'),
    endsOn: optionalDayInput('Until'),
  }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const organisation = await tx.organisation.findFirst({
      where: { reference: input.organisation, closedAt: null, mergedIntoId: null },
      select: { id: true, name: true },
    });
    return organisation && { ...organisation, personId: actor.id };
  },
  authorise: mayChangeOwnAccount,
  decide: ({ loaded: { id, name, personId }, input, now, newId }) => {
    const startsOn = input.startsOn ?? ukDay(now);
    if (startsOn > now)
      return refuseField('StartIsAhead', 'startsOn', 'Enter a day that is not in the future');
    const { post, endsOn } = input;
    if (endsOn && !input.startsOn)
      return refuseField('StartIsMissing', 'startsOn', 'Enter your first day of a post that has ended');
    if (endsOn && endsOn < startsOn)
      return refuseField('EndIsBeforeStart', 'endsOn', 'This is before your first day there');
    if (endsOn && endsOn > now)
      return refuseField('EndIsAhead', 'endsOn', 'Enter a day that is not in the future');
    const row = { id: newId(), personId, organisationId: id, post, startsOn, endsOn: endsOn ?? null };
    return {
      change: { row, name },
      facts: [
        { name: 'AffiliationWasClaimed', noun: 'person', nounId: personId, data: { organisationId: id } },
      ],
    };
  },
  save: async ({ tx }, { row, name }) => {
    await tx.affiliation.create({ data: row });
    return { name };
  },
  rules: { affiliation_one_open: OPEN_ALREADY },
});
