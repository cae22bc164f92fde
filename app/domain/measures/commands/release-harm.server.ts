import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayKeepHarm } from '../harm/harm-policy';

/** A named coordinator lets the public read a figure, or takes it back. */
export const releaseHarm = command({
  name: 'measures.release-harm',
  input: z.strictObject({ reference: referenceInput, release: z.enum(['yes', 'no']) }),
  load: ({ tx, input }) =>
    tx.harmFigure.findUnique({
      where: { reference: input.reference },
      include: { supersededBy: { select: { id: true } } },
    }),
  authorise: mayKeepHarm,
  subject: ({ id }) => ({ noun: 'harmFigure', nounId: id }),
  decide: ({ input, loaded: { id, reference, releasedAt, supersededBy } }) => {
    const release = input.release === 'yes';
    if (supersededBy)
      return refuse('FigureIsSuperseded', 'This figure was replaced already.', { stale: true });
    if ((releasedAt !== null) === release)
      return refuse('ReleaseIsSo', 'That is so already. Look at it again.', { stale: true });
    return {
      change: { id, reference, release },
      facts: [
        {
          name: release ? 'HarmFigureWasReleased' : 'HarmReleaseWasWithdrawn',
          noun: 'harmFigure',
          nounId: id,
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { id, reference, release }) => {
    const releasedById = actor.kind === 'person' && release ? actor.id : null;
    await tx.harmFigure.update({ where: { id }, data: { releasedAt: release ? now : null, releasedById } });
    return { reference };
  },
});
