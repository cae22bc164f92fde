import { z } from 'zod';
import { command } from '../../command.server';
import { optionalReferenceInput } from '../../reference-input';
import { isRefusal, refuse } from '../../refusal';
import { lineFields, wrongInLine } from '../line-form';
import { mayKeepMoney } from '../ledger-policy';
import { loadNames, resolveLine, saidOf } from '../resolve-line.server';

/** A line of the field's own spending, or one that replaces another, its amounts or its tags. */
export const enterLine = command({
  name: 'ledger.enter-line',
  input: z.strictObject({ ...lineFields, replaces: optionalReferenceInput }),
  load: async ({ tx, input }) => {
    const { replaces, ...line } = input;
    const resolved = resolveLine(await loadNames(tx), line);
    if (replaces === '') return { line, resolved, replaced: null };
    const replaced = await tx.ledgerLine.findUnique({
      where: { reference: replaces },
      select: { id: true, supersededBy: { select: { id: true } } },
    });
    return replaced && { line, resolved, replaced };
  },
  authorise: mayKeepMoney,
  decide: ({ loaded: { line, resolved, replaced }, newId, newReference }) => {
    const wrong = wrongInLine(line);
    if (wrong) return wrong;
    if (isRefusal(resolved)) return resolved;
    if (replaced?.supersededBy)
      return refuse('LineIsReplaced', 'This line was replaced already.', { stale: true });
    const id = newId();
    const { areas, ...ids } = resolved;
    return {
      change: {
        row: { id, reference: newReference(), ...saidOf(line), ...ids, supersedesId: replaced?.id ?? null },
        areas,
      },
      facts: [
        {
          name: replaced ? 'LedgerLineWasReplaced' : 'LedgerLineWasEntered',
          noun: 'ledger',
          nounId: id,
          data: { planned: line.planned, actual: line.actual, areas: areas.length },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { row, areas }) => {
    if (actor.kind !== 'person') throw new Error('a visitor enters nothing');
    const { id: recordedById, demonstration: invented } = actor;
    await tx.ledgerLine.create({
      data: {
        ...row,
        recordedById,
        recordedAt: now,
        invented,
        areas: { create: areas.map((termId) => ({ termId })) },
      },
    });
    return { reference: row.reference };
  },
});
