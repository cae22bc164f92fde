import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import type { FactDraft } from '../../fact';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { redactedArchive, redactedFor, redactionSubject } from '../redaction/load-redactions.server';
import { CLOSED } from './clarify-request.server';

const HERE = refuse('ReleaseStands', 'A release of this question was prepared for this request already.', {
  stale: true,
});

/** Makes the redacted pack and keeps it as it is, for a second person to check. */
export const prepareRelease = command({
  name: 'assurance.prepare-release',
  input: z.strictObject({ reference: referenceInput, question: referenceInput }),
  load: async ({ tx, actor, input }) => {
    const about = { request: input.reference, question: input.question };
    const subject = await redactionSubject(tx, actor, about, { locked: true });
    if (!subject || !isPerson(actor)) return null;
    if (subject.verdict.kind !== 'allow') return { ...subject, redacted: null, made: null, standing: 0 };
    const standing = await tx.informationRelease.count({
      where: { requestId: subject.request.id, questionId: subject.question.id, returnedAt: null },
    });
    const redacted = await redactedFor({ db: tx, actor, now: actor.asOf, subject });
    const { question } = subject;
    const made = await redactedArchive(redacted, { question, madeBy: actor.name, now: actor.asOf });
    return { ...subject, redacted, made, standing };
  },
  authorise: (_actor, { verdict }) => verdict,
  subject: ({ request }) => ({ noun: 'informationRequest', nounId: request.id }),
  rules: { information_release_one_stands: HERE },
  decide: ({ loaded, actor, newId, newReference }) => {
    const { request, question, redacted, made, standing } = loaded;
    if (!isPerson(actor) || !redacted || !made) throw new Error('authorised above');
    if (request.closedAt) return CLOSED;
    if (standing > 0) return HERE;
    if (redacted.lost.length > 0)
      return refuse(
        'PlaceIsGone',
        'What one of the redactions withholds has changed since. Take it back and withhold it again.',
      );
    const undecided = redacted.redactions.filter(
      ({ reference, everywhere }) =>
        everywhere === null && (redacted.elsewhere.get(reference) ?? []).length > 0,
    );
    if (undecided.length > 0)
      return refuse(
        'ElsewhereIsUndecided',
        'Something withheld stands elsewhere in the pack too. Decide what becomes of it first.',
      );
    const id = newId();
    const reference = newReference();
    const facts: FactDraft[] = [
      {
        name: 'ReleaseWasPrepared',
        noun: 'informationRequest',
        nounId: request.id,
        data: { releaseId: id, questionId: question.id, manifest: made.manifest },
      },
      {
        name: 'AssurancePackWasMade',
        noun: 'question',
        nounId: question.id,
        data: { manifest: made.manifest, files: made.files, redacted: true },
      },
    ];
    return {
      change: {
        ...{ id, reference, requestId: request.id, questionId: question.id },
        ...{ archive: new Uint8Array(made.archive), manifestHash: made.manifest },
        ...{ redactions: redacted.redactions.length, preparedById: actor.id },
      },
      facts,
    };
  },
  save: async ({ tx, now }, row) => {
    await tx.informationRelease.create({ data: { ...row, preparedAt: now } });
    return { reference: row.reference };
  },
});
