import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../../actor';
import { command } from '../../../command.server';
import { listInput } from '../../../form-inputs';
import { isAllowed } from '../../../policy';
import { referenceInput } from '../../../reference-input';
import { isRefusal, refuse, refuseField, type Refusal } from '../../../refusal';
import type { Competition } from '../../competition';
import { lockedCompetition } from '../../load-competition.server';
import { CHOICE_KINDS, FILE_KINDS, LIST_KINDS, MOST_BYTES, type ListKind } from '../list-kinds';
import { mayKeepList } from '../list-policy';
import { knownIn } from '../load-lists.server';
import { planRows, type PlannedRow } from '../plan-rows';
import { readList, type ListRow } from '../read-list';
import { rehearseRows } from '../steps.server';

/** In keys and logs a file is told by name and size, never by content. */
const fileInput = z
  .instanceof(File)
  .refine(({ size }) => size <= MOST_BYTES, 'Choose a file of at most 10 MB')
  .transform((file) => Object.assign(file, { toJSON: () => ({ name: file.name, size: file.size }) }))
  .optional();

const LONGEST_NAME = 200;
/** Rehearsing a thousand rows. */
export const PATIENCE_MS = 180_000;

async function rowsAsked(
  kind: ListKind,
  file: File | undefined,
  people: string[],
): Promise<ListRow[] | Refusal> {
  if (CHOICE_KINDS.some((one) => one === kind))
    return people.length > 0
      ? people.map((Assessor) => ({ Assessor }))
      : refuseField('NobodyIsChosen', 'people', 'Choose at least one assessor');
  if (!file || file.size === 0) return refuseField('NoFileIsChosen', 'file', 'Choose a file');
  return readList(kind, new Uint8Array(await file.arrayBuffer()));
}

async function rehearsed(
  tx: Db,
  actor: Actor,
  competition: Competition,
  { kind, rows }: { kind: ListKind; rows: ListRow[] },
): Promise<PlannedRow[]> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT soundings.now() AS now`;
  const planned = planRows(kind, rows, {
    known: await knownIn(tx, competition),
    now: clock?.now ?? new Date(0),
  });
  const { reference } = competition.question;
  const found = await rehearseRows(tx, actor, { kind, reference, rows: planned });
  return planned.map((row, index) => ({ ...row, ...found[index] }));
}

/** Reads a list, or takes what was ticked, and keeps what would come of each row: nothing of it is done yet. */
export const readListIn = command({
  name: 'evaluation.readListIn',
  patience: PATIENCE_MS,
  input: z.strictObject({
    reference: referenceInput,
    kind: z.enum([...FILE_KINDS, ...CHOICE_KINDS], { error: 'Choose what the list is for' }),
    file: fileInput,
    people: listInput(referenceInput),
  }),
  load: async ({ tx, actor, input: { reference, kind, file, people } }) => {
    const competition = await lockedCompetition(tx, reference);
    if (!competition) return null;
    if (!isAllowed(mayKeepList(actor, competition, kind))) return { competition, kind, rows: [] };
    const rows = await rowsAsked(kind, file, people);
    return {
      competition,
      kind,
      rows: isRefusal(rows) ? rows : await rehearsed(tx, actor, competition, { kind, rows }),
    };
  },
  authorise: (actor, { competition, kind }) => mayKeepList(actor, competition, kind),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input: { kind, file }, loaded: { competition, rows }, actor, newId, newReference }) => {
    if (isRefusal(rows)) return rows;
    if (rows.length === 0 || !isPerson(actor)) return refuse('FileIsEmpty', 'There are no rows.');
    const { id: questionId } = competition.question;
    const name = (file?.name ?? LIST_KINDS[kind].title).slice(0, LONGEST_NAME);
    return {
      change: {
        list: { id: newId(), reference: newReference(), questionId, kind, name, readById: actor.id },
        rows,
      },
      facts: [
        { name: 'ListWasReadIn', noun: 'question', nounId: questionId, data: { kind, rows: rows.length } },
      ],
    };
  },
  save: async ({ tx, now }, { list, rows }) => {
    await tx.competitionList.create({ data: { ...list, readAt: now } });
    await tx.competitionListRow.createMany({
      data: rows.map(({ asked, ...row }, index) => ({
        ...row,
        ...(asked ? { asked } : {}),
        listId: list.id,
        position: index + 1,
      })),
    });
    return { list: list.reference };
  },
});
