import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, listInput, optionalTextInput, textInput } from '../../form-inputs';
import { oneAtATime } from '../../one-at-a-time.server';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { sameText } from '../../same-text';
import { offerHeld } from '../offering.server';
import { goesOn, KINDS, whyNotFitting } from '../reorganisation';
import { mayReorganise } from '../reorganisation-policy';

const several = listInput(optionalReferenceInput).transform((list) => list.filter((one) => one !== ''));

/** Says what is to become of an organisation. Somebody else confirms it; until then nothing changes. */
export const proposeReorganisation = command({
  name: 'succession.propose-reorganisation',
  input: z.strictObject({
    organisation: referenceInput,
    kind: z.enum(KINDS, { error: 'Choose what is to happen' }),
    newName: optionalTextInput(200, 'New name'),
    others: several,
    successors: several,
    effectiveOn: dayInput('Enter the day on which it takes effect'),
    basis: textInput('Say why, and by which law or decision', 2000, 'Why'),
  }),
  load: async ({ tx, input }) => {
    const wanted = [input.organisation, ...input.others, ...input.successors];
    const rows = await tx.organisation.findMany({
      where: { reference: { in: wanted }, closedAt: null, mergedIntoId: null },
      select: { id: true, reference: true, name: true },
    });
    const own = rows.find(({ reference }) => reference === input.organisation);
    if (!own) return null;
    await oneAtATime(tx, 'name of an organisation');
    const namesakes = await tx.organisation.count({
      where: { name: sameText(input.newName), mergedIntoId: null },
    });
    return { own, rows, missing: new Set(wanted).size - rows.length, namesakes };
  },
  authorise: (actor) => mayReorganise(actor),
  subject: ({ own }) => ({ noun: 'organisation', nounId: own.id }),
  decide: ({ input, loaded: { own, rows, missing, namesakes }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const ending = [...new Set([input.organisation, ...input.others])];
    const wrong = whyNotFitting(input.kind, { ending, following: input.successors });
    if (wrong) return refuseField('OrganisationsDoNotFit', wrong.field, wrong.message);
    if (missing > 0) return refuse('OrganisationIsUnknown', 'Choose organisations of the list.');
    const isRename = input.kind === 'rename';
    if (isRename && input.newName === '')
      return refuseField('NameIsMissing', 'newName', 'Enter the new name');
    if (isRename && (input.newName === own.name || namesakes > 0))
      return refuseField('OrganisationIsKnown', 'newName', 'Soundings has an organisation of this name');
    if (isRename && input.effectiveOn.getTime() !== ukDay(now).getTime())
      return refuseField('RenameIsOfToday', 'effectiveOn', 'A new name holds from the day it is recorded');
    const id = newId();
    const reference = newReference();
    const idOf = (one: string) => rows.find((row) => row.reference === one)?.id ?? '';
    const names = isRename ? { formerName: own.name, newName: input.newName } : {};
    const parts = [
      ...ending.map((one) => ({ organisationId: idOf(one), side: 'predecessor' as const })),
      ...input.successors.map((one) => ({ organisationId: idOf(one), side: 'successor' as const })),
    ];
    const { kind, effectiveOn, basis } = input;
    return {
      change: {
        row: { id, reference, kind, effectiveOn, basis, ...names, proposedById: actor.id, proposedAt: now },
        parts,
      },
      facts: parts.map(({ organisationId }) => ({
        ...{ name: 'ReorganisationWasProposed', noun: 'organisation' as const, nounId: organisationId },
        data: { reorganisationId: id, kind },
      })),
    };
  },
  save: async ({ tx, now }, { row, parts }) => {
    await tx.reorganisation.create({ data: row });
    // One after another in one order, so that two proposals about the same ones cannot wait for each other.
    for (const part of parts.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1)))
      await tx.reorganisationPart.create({ data: { ...part, reorganisationId: row.id } });
    const [only, second] = parts.filter(({ side }) => side === 'successor');
    const fromIds = parts
      .filter(({ side }) => side === 'predecessor')
      .map(({ organisationId }) => organisationId);
    if (only && !second && !goesOn(row.kind))
      await offerHeld(tx, {
        ...{ reorganisationId: row.id, fromIds, toId: only.organisationId },
        ...{ byId: row.proposedById, now, days: null },
      });
    return { reference: row.reference };
  },
});
