import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { hasRole } from '../../actor';
import { command } from '../../command.server';
import { allowIf } from '../../policy';
import { refuse } from '../../refusal';
import { parseDoi } from '../citations/doi';
import { workKinds } from '../citations/work-kinds';
import { insertRecords } from '../citations/imported-records.server';

const record = z.strictObject({
  title: z.string().trim().min(1).max(500),
  authors: z.array(z.string().trim().min(1).max(200)),
  year: z.number().int().min(1800).max(2100).nullable(),
  kind: z.enum(workKinds),
  venue: z.string().max(300),
  volume: z.string().max(50).nullable(),
  issue: z.string().max(50).nullable(),
  pages: z.string().max(50).nullable(),
  publisher: z.string().max(300).nullable(),
  doi: z
    .string()
    .nullable()
    .transform((doi) => (doi ? parseDoi(doi) : null)),
  webAddress: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  licence: z.string().max(200).default(''),
  threatAreas: z.array(z.string()),
  /** Whether somebody checked the reference against its source. */
  verified: z.boolean(),
});
type ImportedRecord = z.output<typeof record>;
/** What the command takes of one work; `recordsForImport` makes these of the records of a file. */
export type RecordToImport = z.input<typeof record>;

/** What is there already, by DOI or by title: an import run again adds nothing. */
async function knownWorks(tx: Db, records: ImportedRecord[]) {
  const dois = records.flatMap(({ doi }) => (doi ? [doi] : []));
  const works = await tx.work.findMany({
    where: { OR: [{ doi: { in: dois } }, { title: { in: records.map(({ title }) => title) } }] },
    select: { doi: true, title: true },
  });
  return new Set(works.flatMap(({ doi, title }) => [doi, title]).filter((key) => key !== null));
}

/** Each work once, by DOI and by title: what is there already, and what the records themselves say twice, is left. */
function withoutRepeats(records: ImportedRecord[], known: ReadonlySet<string>): ImportedRecord[] {
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
  input: z.strictObject({ records: z.array(record).max(1000), reason: z.string().trim().min(1).max(1000) }),
  load: async ({ tx, input }) => {
    const terms = await tx.term.findMany({
      where: { scheme: 'threatArea' },
      select: { id: true, slug: true },
    });
    return {
      known: await knownWorks(tx, input.records),
      terms: new Map(terms.map(({ id, slug }) => [slug, id])),
    };
  },
  authorise: (actor) =>
    allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator can import a bibliography.'),
  decide: ({ input, loaded: { known, terms }, actor, newId, newReference }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    const unknown = new Set(
      input.records.flatMap(({ threatAreas }) => threatAreas).filter((slug) => !terms.has(slug)),
    );
    if (unknown.size > 0)
      return refuse('TermIsUnknown', `There is no threat area ${[...unknown].join(', ')}.`);
    const imported = withoutRepeats(input.records, known).map((one) => ({
      record: one,
      termIds: one.threatAreas.flatMap((slug) => terms.get(slug) ?? []),
      findingId: newId(),
      findingReference: newReference(),
      versionId: newId(),
      workId: newId(),
      workReference: newReference(),
      releaseId: newId(),
    }));
    return {
      change: { imported, by: actor.id, reason: input.reason },
      facts: imported.flatMap(({ findingId }) => [
        { name: 'FindingWasImported', noun: 'finding' as const, nounId: findingId },
        { name: 'FindingWasReleased', noun: 'finding' as const, nounId: findingId, data: { number: 1 } },
      ]),
    };
  },
  save: async ({ tx, now }, { imported, by, reason }) => {
    await insertRecords(tx, imported, { by, reason, now });
    return { imported: imported.length };
  },
});
