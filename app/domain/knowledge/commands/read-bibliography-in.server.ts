import { z } from 'zod';
import { threatAreaNames } from '../imports/threat-areas.server';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { isRefusal, refuseField, type Refusal } from '../../refusal';
import { readBibliography, type Bibliography } from '../citations/exchange/read-bibliography.server';
import { choiceByDefault, mayImport, MOST_IMPORTED } from '../imports/bibliography-import';
import { importLines } from '../imports/import-lines';
import { heldWorks } from '../imports/held-works.server';
import { bibliographyInput } from '../imports/bibliography-input';

const MOST_PASTED = 200_000;

/** The file, else what was pasted; a refusal says why neither can be read. */
async function readAsked({
  file,
  pasted,
}: {
  file?: File | undefined;
  pasted: string;
}): Promise<Bibliography | Refusal> {
  if (!file && pasted === '')
    return refuseField('NothingToImport', 'file', 'Choose a file, or paste its records');
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(pasted);
  const read = readBibliography(bytes);
  const field = file ? 'file' : 'pasted';
  if (read.read.length === 0 || read.format === null)
    return refuseField(
      'BibliographyCannotBeRead',
      field,
      read.messages[0] ?? 'There are no records in this file.',
    );
  if (read.read.length > MOST_IMPORTED)
    return refuseField(
      'BibliographyIsTooLong',
      field,
      `This holds ${read.read.length} records. Import at most ${MOST_IMPORTED} at a time`,
    );
  return read;
}

/** Reads a bibliography and keeps what would come of each record: a dry run, of which nothing is made yet. */
export const readBibliographyIn = command({
  name: 'knowledge.read-bibliography-in',
  input: z.strictObject({
    file: bibliographyInput,
    pasted: optionalTextInput(MOST_PASTED, 'Or paste its records'),
  }),
  load: async ({ tx, actor, input }) => {
    if (mayImport(actor).kind !== 'allow') return { read: null, held: new Map<number, never>() };
    const file = await readAsked(input);
    if (isRefusal(file)) return { read: file, held: new Map<number, never>() };
    const lines = importLines(file, await threatAreaNames(tx));
    const sought = lines.flatMap(({ record }, position) =>
      record ? [{ position, doi: record.doi, title: record.title, year: record.year }] : [],
    );
    return { read: { file, lines }, held: await heldWorks(tx, actor, sought) };
  },
  authorise: (actor) => mayImport(actor),
  decide: ({ input, loaded: { read, held }, actor, newId, newReference }) => {
    if (!read || actor.kind !== 'person') throw new Error('authorised above');
    if (isRefusal(read)) return read;
    const records = read.lines.map(({ place, title, record, fault, remarks }, position) => {
      const known = held.get(position);
      return {
        ...{ position, place, title, fault, remarks, content: record },
        match: known?.match ?? null,
        sameAsId: known?.findingId ?? null,
        choice: choiceByDefault(fault, known?.match ?? null),
      };
    });
    const id = newId();
    return {
      change: {
        ...{ id, reference: newReference(), by: actor.id, records },
        fileName: input.file?.name.slice(0, 200) ?? 'Pasted records',
        format: read.file.format ?? '',
        messages: read.file.messages,
      },
      facts: [
        {
          name: 'BibliographyWasReadIn',
          noun: 'bibliographyImport',
          nounId: id,
          data: { records: records.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, { records, by, ...kept }) => {
    await tx.bibliographyImport.create({ data: { ...kept, readById: by, readAt: now } });
    await tx.importedRecord.createMany({
      data: records.map(({ content, ...record }) => ({
        ...record,
        importId: kept.id,
        ...(content ? { content } : {}),
      })),
    });
    return { reference: kept.reference };
  },
});
