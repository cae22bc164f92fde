import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { candidatesOf } from '../candidates.server';
import { mayArrange } from '../reorganisation-policy';
import { lockedReorganisation } from '../reorganisation-rows.server';

/** Who holds what an organisation still has until it is taken over, or who answers for a successor. */
export const nameReorganisationPerson = command({
  name: 'succession.name-reorganisation-person',
  input: z.strictObject({
    reorganisation: referenceInput,
    organisation: referenceInput,
    person: z.string({ error: 'Choose a person' }).min(1, 'Choose a person').pipe(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const reorganisation = await lockedReorganisation(tx, input.reorganisation);
    const part = reorganisation?.parts.find(
      ({ organisation }) => organisation.reference === input.organisation,
    );
    if (!reorganisation || !part) return null;
    const candidates = await candidatesOf(tx, reorganisation);
    return { reorganisation, part, person: candidates.find(({ reference }) => reference === input.person) };
  },
  authorise: (actor, { reorganisation }) => mayArrange(actor, reorganisation),
  subject: ({ part }) => ({ noun: 'organisation', nounId: part.organisationId }),
  decide: ({ loaded: { reorganisation, part, person } }) => {
    if (!person) return refuseField('PersonIsUnknown', 'person', 'Choose a person of the list');
    if (part.side === 'successor' && person.id === reorganisation.proposedById)
      return refuseField('ProposerAccepts', 'person', 'Whoever proposed it cannot accept it too');
    const other = reorganisation.parts.find(
      ({ personId, side }) => personId === person.id && side !== part.side,
    );
    if (other)
      return refuseField(
        'HandsOverAndAccepts',
        'person',
        other.side === 'predecessor'
          ? `They hand over for ${other.organisation.name}, so somebody else has to accept`
          : `They accept for ${other.organisation.name}, so somebody else has to hand over`,
      );
    const { id: reorganisationId, reference } = reorganisation;
    return {
      change: { reorganisationId, organisationId: part.organisationId, personId: person.id, reference },
      facts: [
        {
          ...{ name: 'ReorganisationPersonWasNamed', noun: 'organisation', nounId: part.organisationId },
          data: { reorganisationId, personId: person.id, side: part.side },
        },
      ],
    };
  },
  save: async ({ tx }, { reorganisationId, organisationId, personId, reference }) => {
    await tx.reorganisationPart.update({
      where: { reorganisationId_organisationId: { reorganisationId, organisationId } },
      data: { personId },
    });
    return { reference };
  },
});
