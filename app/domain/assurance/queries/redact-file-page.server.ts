import { z } from 'zod';
import { isMember } from '../../actor';
import { judged, isSeen } from '../../evaluation/seen-competition.server';
import { inWords, namesIn } from '../pack/pack-html';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { showReference } from '../../reference';
import { redactedFor, redactionSubject } from '../redaction/load-redactions.server';
import { leavesOf, type Redaction } from '../redaction/redaction';

const RECORDS = 10;

/** The records of one file of a pack, field by field, to be ticked. That it was read is a fact. */
export const redactFilePage = query({
  name: 'assurance.redact-file-page',
  input: z.strictObject({
    reference: referenceInput,
    question: referenceInput,
    set: z.string().max(60),
    page: z.number().int().min(1).max(10_000),
  }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const about = { request: input.reference, question: input.question };
    const subject = actor && (await redactionSubject(db, actor, about));
    if (!actor || !subject) return null;
    const seen = judged(subject, subject.verdict);
    if (!isSeen(seen)) return seen;
    const { request, question } = subject;
    const { whole, redactions } = await redactedFor({ db, actor, now, subject });
    const set = whole.sets.find(({ name }) => name === input.set);
    if (!set || set.records.length === 0) return null;
    const names = namesIn(whole);
    const here = redactions.filter(({ setName }) => setName === set.name);
    const shown = set.records.slice((input.page - 1) * RECORDS, input.page * RECORDS);
    return {
      id: question.id,
      reference: request.reference,
      title: `Request ${showReference(request.reference)}`,
      question: { reference: question.reference, title: question.title },
      set: { name: set.name, title: set.title, records: set.records.length },
      page: input.page,
      pages: Math.ceil(set.records.length / RECORDS),
      isWithheld: here.some(({ recordKey }) => recordKey === null),
      records: shown.map(({ key, fields }) => ({
        key,
        withheld: withheldOf(here, key, null),
        fields: leavesOf(fields).map(({ field, value }) => ({
          field,
          value: names.get(String(value)) ?? inWords(String(value)),
          withheld: withheldOf(here, key, field),
        })),
      })),
      exemptions: await db.exemption.findMany({ orderBy: { position: 'asc' } }),
    };
  },
  logged: (view) =>
    isSeen(view)
      ? { name: 'QuestionFileWasRead', noun: 'question', nounId: view.id, data: { file: view.set.name } }
      : null,
});

/** The exemptions by which a record or a field of it is withheld already. */
const withheldOf = (
  redactions: (Redaction & { exemption: string })[],
  key: string,
  field: string | null,
): string[] =>
  redactions
    .filter((one) => one.recordKey === key && one.field === field)
    .map(({ exemption, passage }) => (passage === null ? exemption : `${exemption}: ${passage}`));
