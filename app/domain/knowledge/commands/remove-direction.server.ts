import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { lockedFinding } from '../finding-standing.server';
import { mayRecordDirection } from '../interventions/direction-policy';

/** The finding does not belong there after all; what was read stays in its history. */
export const removeDirection = command({
  name: 'knowledge.remove-direction',
  input: z.strictObject({
    reference: referenceInput,
    about: referenceInput,
    reason: textInput('Say why', 500),
  }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const row = await tx.findingDirection.findFirst({
      where: {
        findingId: finding.id,
        replacedAt: null,
        OR: [{ term: { reference: input.about } }, { frameworkItem: { reference: input.about } }],
      },
    });
    return { finding, row };
  },
  authorise: (actor, { finding }) => mayRecordDirection(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ loaded: { finding, row }, input }) => {
    if (!row) return refuse('DirectionIsGone', 'Nothing is recorded of it there any more.', { stale: true });
    const { id, direction, termId, frameworkItemId } = row;
    return {
      change: { id, reference: finding.reference },
      facts: [
        {
          name: 'DirectionWasRemoved',
          noun: 'finding',
          nounId: finding.id,
          data: { direction, termId, frameworkItemId, reason: input.reason },
        },
      ],
    };
  },
  save: async ({ tx, now }, { id, reference }) => {
    await tx.findingDirection.update({ where: { id }, data: { replacedAt: now } });
    return { reference };
  },
});
