import { z } from 'zod';
import { command } from '../../command.server';
import { optionalReferenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { harmFields, wrongInHarm } from '../harm/harm-figure';
import { mayKeepHarm } from '../harm/harm-policy';

/** A figure of harm with its source and year, or one that replaces another. */
export const recordHarm = command({
  name: 'measures.record-harm',
  input: z.strictObject({ ...harmFields, replaces: optionalReferenceInput }),
  load: async ({ tx, input }) => {
    const where = { scheme: 'threatArea', slug: input.area, retiredAt: null } as const;
    const term = input.area === '' ? null : await tx.term.findFirst({ where, select: { id: true } });
    if (input.replaces === '') return { term, replaced: null };
    const replaced = await tx.harmFigure.findUnique({
      where: { reference: input.replaces },
      include: { supersededBy: { select: { id: true } } },
    });
    return replaced && { term, replaced };
  },
  authorise: mayKeepHarm,
  decide: ({ input, loaded: { term, replaced }, now, newId, newReference }) => {
    const wrong = wrongInHarm(input, now);
    if (wrong) return wrong;
    if (input.area !== '' && !term) return refuseField('TermIsUnknown', 'area', 'Choose one of the list');
    if (replaced?.supersededBy)
      return refuse('FigureIsSuperseded', 'This figure was replaced already.', { stale: true });
    const { kind, value, year, source, address, note } = input;
    const id = newId();
    return {
      change: {
        ...{ id, reference: newReference(), kind, value, year, source, address, note },
        ...{
          estimate: input.estimate ?? false,
          termId: term?.id ?? null,
          supersedesId: replaced?.id ?? null,
        },
        otherThreat: term ? null : input.otherThreat,
      },
      facts: [
        {
          name: replaced ? 'HarmFigureWasReplaced' : 'HarmFigureWasRecorded',
          noun: 'harmFigure',
          nounId: id,
          data: { kind, year, value },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, row) => {
    if (actor.kind !== 'person') throw new Error('a visitor records nothing');
    const { id: recordedById, demonstration: invented } = actor;
    await tx.harmFigure.create({ data: { ...row, recordedById, recordedAt: now, invented } });
    return { reference: row.reference };
  },
});
