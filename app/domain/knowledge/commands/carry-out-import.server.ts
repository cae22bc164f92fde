import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayImport } from '../imports/bibliography-import';
import { completeWork } from '../imports/complete-work.server';
import { heldWorks } from '../imports/held-works.server';
import { importFacts, insertRecords, toInsert } from '../imports/insert-records.server';
import { lockedImport } from '../imports/locked-import.server';
import { recordToImport, type ImportableRecord } from '../imports/record-to-import';
import { threatAreaIds } from '../imports/threat-areas.server';

interface Chosen {
  position: number;
  record: ImportableRecord;
  sameAsId: string | null;
}

async function chosen(tx: Db, importId: string, choice: 'take' | 'same'): Promise<Chosen[]> {
  const rows = await tx.importedRecord.findMany({
    where: { importId, choice },
    orderBy: { position: 'asc' },
    select: { position: true, content: true, sameAsId: true },
  });
  return rows.map(({ content, ...row }) => ({ ...row, record: recordToImport.parse(content) }));
}

/** Works that the shared bibliography knows by DOI, of which there is no finding to be seen. */
async function worksByDoi(tx: Db, records: Chosen[]): Promise<ReadonlyMap<string, string>> {
  const works = await tx.work.findMany({
    where: { doi: { in: records.flatMap(({ record }) => record.doi ?? []) } },
    select: { id: true, doi: true },
  });
  return new Map(works.map(({ id, doi }) => [doi ?? '', id]));
}

/** One import at a time: two files with the same works would both find them new. */
const oneAtATime = (tx: Db) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('soundings: bibliography imports'))`;

/**
 * Makes what the dry run said, all of it or nothing. What was published under the same DOI since is not made a second
 * time: its record becomes the same as that finding.
 */
export const carryOutImport = command({
  name: 'knowledge.carry-out-import',
  input: z.strictObject({
    reference: referenceInput,
    reason: textInput('Say why these references may be public', 1000, 'Reason'),
  }),
  load: async ({ tx, actor, input }) => {
    await oneAtATime(tx);
    const kept = await lockedImport(tx, input.reference);
    if (!kept) return null;
    const take = await chosen(tx, kept.id, 'take');
    const sought = take.map(({ position, record: { doi, title, year } }) => ({ position, doi, title, year }));
    return {
      ...{ kept, take, same: await chosen(tx, kept.id, 'same') },
      held: await heldWorks(tx, actor, sought),
      works: await worksByDoi(tx, take),
      terms: await threatAreaIds(tx),
    };
  },
  authorise: (actor) => mayImport(actor),
  subject: ({ kept }) => ({ noun: 'bibliographyImport', nounId: kept.id }),
  decide: ({ input, loaded: { kept, take, same, held, works, terms }, actor, newId, newReference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (kept.carriedOutAt)
      return refuse('ImportIsCarriedOut', 'This import is carried out already.', { stale: true });
    const isHeld = ({ position }: Chosen) => held.get(position)?.match === 'doi';
    const since = take
      .filter(isHeld)
      .map((one) => ({ ...one, sameAsId: held.get(one.position)?.findingId ?? null }));
    const made = take
      .filter((one) => !isHeld(one))
      .map(({ position, record }) => ({
        position,
        ...toInsert(record, terms, { newId, newReference }, record.doi ? works.get(record.doi) : undefined),
      }));
    if (made.length + same.length + since.length === 0)
      return refuse('NothingToImport', 'No record of this file is to be taken. Choose at least one.');
    const { id, reference } = kept;
    return {
      change: { id, reference, since, made, same, by: actor.id, reason: input.reason },
      facts: [
        {
          ...{ name: 'ImportWasCarriedOut', noun: 'bibliographyImport', nounId: id },
          data: { made: made.length, same: same.length + since.length },
        },
        ...made.flatMap(({ findingId }) => importFacts(findingId)),
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, since, made, same, by, reason }) => {
    await insertRecords(tx, made, { by, reason, now });
    const links = JSON.stringify(made.map(({ position, findingId }) => ({ position, findingId })));
    await tx.$executeRaw`UPDATE imported_record r SET finding_id = m."findingId"
      FROM jsonb_to_recordset(${links}::jsonb) AS m (position int, "findingId" uuid)
      WHERE r.import_id = ${id}::uuid AND r.position = m.position`;
    for (const { position, sameAsId } of since)
      await tx.importedRecord.update({
        where: { importId_position: { importId: id, position } },
        data: { choice: 'same', match: 'doi', sameAsId },
      });
    for (const { record, sameAsId } of same) if (sameAsId) await completeWork(tx, sameAsId, record);
    await tx.bibliographyImport.update({
      where: { id },
      data: { carriedOutAt: now, carriedOutById: by, reason },
    });
    return { reference, made: made.length };
  },
});
