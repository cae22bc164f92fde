import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { parseReference } from '../../reference';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { findingsVisibleTo } from '../finding-visibility.server';
import { importChoices, mayImport, type ImportChoice } from '../imports/bibliography-import';
import { lockedImport } from '../imports/locked-import.server';

const choice = z.object({
  position: z.coerce.number().int().min(0),
  choice: z.enum(importChoices).optional(),
  sameAs: optionalTextInput(20, 'Reference'),
});

interface Chosen {
  position: number;
  choice: ImportChoice;
  sameAsId: string | null;
  match: string | null;
}

/** Says of records of a dry run whether they are taken, skipped, or are a finding that is held already. */
export const chooseImportRecords = command({
  name: 'knowledge.choose-import-records',
  input: z.strictObject({
    reference: referenceInput,
    choices: z.array(choice).max(100).default([]),
    next: z.coerce.number().int().min(0).optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const kept = await lockedImport(tx, input.reference);
    if (!kept) return null;
    const records = await tx.importedRecord.findMany({
      where: { importId: kept.id, position: { in: input.choices.map(({ position }) => position) } },
      select: { position: true, fault: true, sameAsId: true, match: true },
    });
    const named = input.choices.flatMap(({ sameAs }) => parseReference(sameAs) ?? []);
    const findings = await tx.finding.findMany({
      where: { AND: [findingsVisibleTo(actor), { publishedAt: { not: null }, reference: { in: named } }] },
      select: { id: true, reference: true },
    });
    return { kept, records, findings: new Map(findings.map(({ id, reference }) => [reference, id])) };
  },
  authorise: (actor) => mayImport(actor),
  subject: ({ kept }) => ({ noun: 'bibliographyImport', nounId: kept.id }),
  decide: ({ input, loaded: { kept, records, findings } }) => {
    if (kept.carriedOutAt)
      return refuse('ImportIsCarriedOut', 'This import is carried out already.', { stale: true });
    const fields: Record<string, string> = {};
    const changes = input.choices.flatMap((asked, index): Chosen[] => {
      const record = records.find(({ position }) => position === asked.position);
      if (!record || record.fault || !asked.choice) return [];
      const { position, match, sameAsId } = record;
      if (asked.choice !== 'same') return [{ position, match, sameAsId, choice: asked.choice }];
      const named = asked.sameAs === '' ? null : findings.get(parseReference(asked.sameAs) ?? '');
      if (named === undefined || (named === null && !sameAsId))
        fields[`choices[${index}].sameAs`] = 'Enter the reference of a published finding, like H7K4-M2PX';
      const isOther = named && named !== sameAsId;
      return [{ position, choice: 'same', sameAsId: named ?? sameAsId, match: isOther ? 'named' : match }];
    });
    if (Object.keys(fields).length > 0)
      return refuse('FindingIsUnknown', 'Some records name no finding that is held', { fields });
    return {
      change: { kept, changes, next: input.next },
      facts: [{ name: 'ImportChoicesWereSaved', noun: 'bibliographyImport', nounId: kept.id }],
    };
  },
  save: async ({ tx }, { kept, changes, next }) => {
    for (const { position, choice, sameAsId, match } of changes)
      await tx.importedRecord.update({
        where: { importId_position: { importId: kept.id, position } },
        data: { choice, sameAsId, match },
      });
    return { reference: kept.reference, next };
  },
});
