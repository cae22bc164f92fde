import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { lockedFinding } from '../finding-standing.server';
import { DIRECTIONS } from '../interventions/direction';
import { mayRecordDirection } from '../interventions/direction-policy';

const MISSING = 'Choose what it is about';
const UNKNOWN = refuseField('SubjectIsUnknown', 'about', 'Choose what it is about from the list');

/** An intervention or an item of a framework, by its reference; both kinds have one of their own. */
async function subjectOf(tx: Db, reference: string) {
  const term = await tx.term.findFirst({
    where: { reference, scheme: 'interventionType', retiredAt: null },
    select: { id: true },
  });
  if (term) return { termId: term.id, frameworkItemId: null };
  const item = await tx.frameworkItem.findUnique({ where: { reference }, select: { id: true } });
  return item ? { termId: null, frameworkItemId: item.id } : null;
}

/** A coordinator says which way a finding points on something; an earlier reading of it is replaced. */
export const recordDirection = command({
  name: 'knowledge.record-direction',
  input: z.strictObject({
    reference: referenceInput,
    about: z.preprocess(
      (given) => given ?? '',
      z.string({ error: MISSING }).min(1, MISSING).pipe(referenceInput),
    ),
    direction: z.enum(DIRECTIONS, { error: 'Choose which way it points' }),
    note: textInput('Say in a sentence or two what in it says so', 1000),
  }),
  load: async ({ tx, input }) => {
    const finding = await lockedFinding(tx, input.reference);
    if (!finding) return null;
    const subject = await subjectOf(tx, input.about);
    const before = subject
      ? await tx.findingDirection.findFirst({
          where: { findingId: finding.id, ...subject, replacedAt: null },
        })
      : null;
    return { finding, subject, before };
  },
  authorise: (actor, { finding }) => mayRecordDirection(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, subject, before }, actor, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (!subject) return UNKNOWN;
    const { direction, note } = input;
    const row = { id: newId(), findingId: finding.id, ...subject, direction, note, recordedById: actor.id };
    return {
      change: { row, beforeId: before?.id ?? null, reference: finding.reference },
      facts: [
        {
          name: 'DirectionWasRecorded',
          noun: 'finding',
          nounId: finding.id,
          data: { direction, before: before?.direction ?? null, ...subject },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, beforeId, reference }) => {
    if (beforeId) await tx.findingDirection.update({ where: { id: beforeId }, data: { replacedAt: now } });
    await tx.findingDirection.create({ data: { ...row, recordedAt: now } });
    return { reference };
  },
});
