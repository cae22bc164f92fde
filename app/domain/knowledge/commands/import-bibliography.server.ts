import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { mayImport } from '../imports/bibliography-import';
import { importFacts, insertRecords, toInsert } from '../imports/insert-records.server';
import { recordToImport, type ImportableRecord } from '../imports/record-to-import';
import { threatAreaIds } from '../imports/threat-areas.server';

/** What is there already, by DOI or by title: an import run again adds nothing. */
async function knownWorks(tx: Db, records: ImportableRecord[]) {
  const dois = records.flatMap(({ doi }) => (doi ? [doi] : []));
  const works = await tx.work.findMany({
    where: { OR: [{ doi: { in: dois } }, { title: { in: records.map(({ title }) => title) } }] },
    select: { doi: true, title: true },
  });
  return new Set(works.flatMap(({ doi, title }) => [doi, title]).filter((key) => key !== null));
}

/** Each work once, by DOI and by title: what is there already, and what the records themselves say twice, is left. */
function withoutRepeats(records: ImportableRecord[], known: ReadonlySet<string>): ImportableRecord[] {
  const met = new Set(known);
  return records.filter(({ doi, title }) => {
    const isNew = !met.has(title) && !(doi && met.has(doi));
    met.add(title);
    if (doi) met.add(doi);
    return isNew;
  });
}

/** Takes in references as bibliographic records: published and released, their content not stated. */
export const importBibliography = command({
  name: 'knowledge.import-bibliography',
  input: z.strictObject({
    records: z.array(recordToImport).max(1000),
    reason: z.string().trim().min(1).max(1000),
  }),
  load: async ({ tx, input }) => ({
    known: await knownWorks(tx, input.records),
    terms: await threatAreaIds(tx),
  }),
  authorise: (actor) => mayImport(actor),
  decide: ({ input, loaded: { known, terms }, actor, newId, newReference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const unknown = new Set(
      input.records.flatMap(({ threatAreas }) => threatAreas).filter((slug) => !terms.has(slug)),
    );
    if (unknown.size > 0)
      return refuse('TermIsUnknown', `There is no threat area ${[...unknown].join(', ')}.`);
    const imported = withoutRepeats(input.records, known).map((one) =>
      toInsert(one, terms, { newId, newReference }),
    );
    return {
      change: { imported, by: actor.id, reason: input.reason },
      facts: imported.flatMap(({ findingId }) => importFacts(findingId)),
    };
  },
  save: async ({ tx, now }, { imported, by, reason }) => {
    await insertRecords(tx, imported, { by, reason, now });
    return { imported: imported.length };
  },
});
