import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayImport, whyNotUndone } from '../imports/bibliography-import';
import { importedFindings, takeBackFindings } from '../imports/imported-findings.server';
import { lockedImport } from '../imports/locked-import.server';

/** Takes back what an import made, once and within a day, save what somebody has changed or used since. */
export const undoImport = command({
  name: 'knowledge.undo-import',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const kept = await lockedImport(tx, input.reference);
    return kept && { kept, findings: await importedFindings(tx, kept.id) };
  },
  authorise: (actor) => mayImport(actor),
  subject: ({ kept }) => ({ noun: 'bibliographyImport', nounId: kept.id }),
  decide: ({ loaded: { kept, findings }, actor, now }) => {
    const why = whyNotUndone(kept, now);
    if (why || actor.kind !== 'person')
      return refuse('CannotBeUndone', why ?? 'This cannot be undone.', { stale: true });
    const undone = findings.filter(({ touched }) => !touched);
    const { id, reference } = kept;
    return {
      change: { id, reference, findings, undone, by: actor.id },
      facts: [
        {
          ...{ name: 'ImportWasUndone', noun: 'bibliographyImport', nounId: id },
          data: { undone: undone.length, kept: findings.length - undone.length },
        },
        ...undone.map(({ findingId }) => ({
          ...{ name: 'FindingImportWasUndone', noun: 'finding' as const, nounId: findingId },
          data: { importId: id },
        })),
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, findings, undone, by }) => {
    await takeBackFindings(tx, undone, { by, now });
    const positions = undone.map(({ position }) => position);
    await tx.importedRecord.updateMany({
      where: { importId: id, position: { in: positions } },
      data: { undoOutcome: 'undone' },
    });
    await tx.importedRecord.updateMany({
      where: { importId: id, findingId: { not: null }, undoOutcome: null },
      data: { undoOutcome: 'kept' },
    });
    await tx.bibliographyImport.update({ where: { id }, data: { undoneAt: now, undoneById: by } });
    return { reference, undone: undone.length, kept: findings.length - undone.length };
  },
});
