import { z } from 'zod';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { numberInput } from '../../measures/measure-form';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { isoDay } from '../../uk-time';
import { mayKeepMoney } from '../ledger-policy';

const share = numberInput('Enter a share in per cent').refine(
  (value) => value >= 0 && value <= 100,
  'Enter a share from 0 to 100',
);

/** Between which shares the money of a strand, area or level should lie from a day on, and who says so. */
export const setBand = command({
  name: 'ledger.set-band',
  input: z.strictObject({
    term: z.string({ error: 'Choose one' }).regex(/^(strand|level|threatArea):.{1,100}$/, 'Choose one'),
    low: share,
    high: share,
    holdsFrom: dayInput('Enter from when it holds'),
    organisation: z.string({ error: 'Choose who says so' }).min(1, 'Choose who says so').pipe(referenceInput),
    reason: textInput('Say why', 1000, 'Why'),
  }),
  load: async ({ tx, input }) => {
    const [scheme, slug] = input.term.split(':', 2) as ['strand' | 'level' | 'threatArea', string];
    const term = await tx.term.findFirst({ where: { scheme, slug, retiredAt: null }, select: { id: true } });
    const where = { reference: input.organisation, closedAt: null, mergedIntoId: null };
    const organisation = await tx.organisation.findFirst({ where, select: { id: true } });
    return { term, organisation };
  },
  authorise: mayKeepMoney,
  decide: ({
    input: { low, high, holdsFrom, reason, term: choice },
    loaded: { term, organisation },
    newId,
  }) => {
    if (!term) return refuseField('TermIsUnknown', 'term', 'Choose one of the list');
    if (!organisation) return refuseField('OrganisationIsUnknown', 'organisation', 'Choose one of the list');
    if (low > high)
      return refuseField('BandIsTurnedRound', 'high', 'The upper end cannot be below the lower');
    const id = newId();
    return {
      change: { id, termId: term.id, organisationId: organisation.id, low, high, holdsFrom, reason },
      facts: [
        {
          name: 'MoneyBandWasSet',
          noun: 'ledger',
          nounId: id,
          data: { term: choice, low, high, holdsFrom: isoDay(holdsFrom) },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, row) => {
    const recordedById = actor.kind === 'person' ? actor.id : '';
    await tx.moneyBand.create({ data: { ...row, recordedById, recordedAt: now } });
    return null;
  },
  rules: {
    money_band_term_id_holds_from_key: refuse('BandIsThere', 'A band of it begins on that day already.', {
      fields: { holdsFrom: 'A band of it begins on that day already' },
    }),
  },
});
