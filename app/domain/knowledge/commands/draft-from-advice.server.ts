import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { UNNAMED_AUTHOR } from '../finding';
import { mayDraftFromAdvice } from '../origins/finding-origin';
import { insertFinding, startedDraft } from '../new-finding.server';
import { loadAdvice } from '../origins/origin-standing.server';

/** Starts a finding from an expert's answer to an advice request, as its author agreed to. */
export const draftFromAdvice = command({
  name: 'knowledge.draft-from-advice',
  input: z.strictObject({ answer: referenceInput }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM advice_answer WHERE reference = ${input.answer} FOR UPDATE`;
    return loadAdvice(tx, input.answer);
  },
  authorise: (actor, { standing }) => mayDraftFromAdvice(actor, standing),
  subject: ({ answer }) => ({ noun: 'adviceAnswer', nounId: answer.id }),
  decide: ({ loaded: { answer, standing }, actor, now }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (answer.findings.length > 0)
      return refuse('FindingIsStarted', 'A finding was already started from this answer.', { stale: true });
    const { id, name, orcid } = answer.person;
    const author = standing.named
      ? { name, orcid, personId: id, roles: [] }
      : { name: UNNAMED_AUTHOR, orcid: null, personId: null, roles: [] };
    const draft = startedDraft({
      about: {
        kind: 'other',
        title: `Expert advice: ${answer.question.title}`.slice(0, 500),
        authors: [author],
        year: ukDay(now).getUTCFullYear(),
        venue: '',
        volume: null,
        issue: null,
        pages: null,
        publisher: null,
        doi: null,
        webAddress: null,
      },
      authors: [author],
      text: { summary: answer.body, limits: answer.limits, studyType: 'expertJudgement' },
      origin: { questionId: answer.questionId, adviceAnswerId: answer.id },
      termIds: answer.question.terms.map(({ termId }) => termId),
    });
    return {
      change: { writer: actor, draft },
      facts: [
        {
          name: 'FindingWasStarted',
          noun: 'finding',
          nounId: draft.id,
          data: { from: 'advice', questionId: answer.questionId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { writer, draft }) => {
    await insertFinding(tx, writer, now, draft);
    return { reference: draft.reference };
  },
});
