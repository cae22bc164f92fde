import { z } from 'zod';
import { isMember } from '../../actor';
import { judged, isSeen } from '../../evaluation/seen-competition.server';
import { STAGE_ORDER, STAGES } from '../pack/pack';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { showReference } from '../../reference';
import { redactedFor, redactionSubject } from '../redaction/load-redactions.server';
import type { Place } from '../redaction/redact-pack';

const MOST_PLACES = 8;

/** The tree of a pack with what is withheld of it, and where the same words stand besides. */
export const redactionsPage = query({
  name: 'assurance.redactions-page',
  input: z.strictObject({ reference: referenceInput, question: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const about = { request: input.reference, question: input.question };
    const subject = actor && (await redactionSubject(db, actor, about));
    if (!actor || !subject) return null;
    const seen = judged(subject, subject.verdict);
    if (!isSeen(seen)) return seen;
    const { request, question } = subject;
    const { whole, redactions, lost, elsewhere } = await redactedFor({ db, actor, now, subject });
    const standing = await db.informationRelease.findFirst({
      where: { requestId: request.id, questionId: question.id, returnedAt: null },
      select: { reference: true },
    });
    const withheld = new Map<string, number>();
    for (const { setName } of redactions) withheld.set(setName, (withheld.get(setName) ?? 0) + 1);
    return {
      reference: request.reference,
      title: `Request ${showReference(request.reference)}`,
      question: { reference: question.reference, title: question.title },
      isClosed: request.closedAt !== null,
      standing: standing?.reference ?? null,
      leftOut: whole.leftOut,
      stages: STAGE_ORDER.flatMap((stage) => {
        const sets = whole.sets.filter((set) => set.stage === stage && set.records.length > 0);
        if (sets.length === 0) return [];
        const files = sets.map(({ name, title, records }) => ({
          name,
          title,
          records: records.length,
          withheld: withheld.get(name) ?? 0,
        }));
        return [{ title: STAGES[stage].title, files }];
      }),
      redactions: redactions.map((one) => ({
        reference: one.reference,
        setTitle: one.setTitle,
        isRecord: one.recordKey !== null,
        field: one.field,
        passage: one.passage,
        exemption: one.exemption,
        exemptionTitle: one.exemptionTitle,
        publicInterest: one.publicInterest,
        everywhere: one.everywhere,
        isLost: lost.includes(one.reference),
        ...placesOf(elsewhere.get(one.reference) ?? []),
      })),
    };
  },
});

/** How often the same words stand elsewhere, and in which files. */
function placesOf(places: Place[]): { elsewhere: number; places: string[] } {
  const files = [...new Set(places.map(({ title }) => title))];
  return { elsewhere: places.length, places: files.slice(0, MOST_PLACES) };
}
