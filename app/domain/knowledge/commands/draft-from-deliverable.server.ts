import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayDraftFromDeliverable } from '../origins/finding-origin';
import { insertFinding, startedDraft } from '../new-finding.server';
import { agreedLicence } from '../origins/agreed-licence';
import { loadDeliveredWork } from '../origins/origin-standing.server';

/** Starts a finding from accepted work, filled in from it and tied to its question and award. */
export const draftFromDeliverable = command({
  name: 'knowledge.draft-from-deliverable',
  input: z.strictObject({ deliverable: referenceInput }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM deliverable WHERE reference = ${input.deliverable} FOR UPDATE`;
    return loadDeliveredWork(tx, input.deliverable);
  },
  authorise: (actor, { standing }) => mayDraftFromDeliverable(actor, standing),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ loaded: { deliverable, award, makers }, actor, now }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (deliverable.findings.length > 0)
      return refuse('FindingIsStarted', 'A finding was already started from this deliverable.', {
        stale: true,
      });
    const authors = makers.map(({ id, name, orcid }) => ({ name, orcid, personId: id, roles: [] }));
    const draft = startedDraft({
      about: {
        kind: 'report',
        title: deliverable.title,
        authors,
        year: ukDay(now).getUTCFullYear(),
        venue: '',
        volume: null,
        issue: null,
        pages: null,
        publisher: award.bid.organisation?.name ?? null,
        doi: null,
        webAddress: null,
      },
      authors,
      text: {
        summary: deliverable.summary,
        limits: deliverable.limits,
        licence: agreedLicence(award.question.contractTerms),
      },
      origin: { questionId: award.question.id, awardId: award.id, deliverableId: deliverable.id },
      termIds: award.question.terms.map(({ termId }) => termId),
    });
    return {
      change: { writer: actor, draft },
      facts: [
        {
          name: 'FindingWasStarted',
          noun: 'finding',
          nounId: draft.id,
          data: { from: 'deliverable', deliverableId: deliverable.id, questionId: award.question.id },
        },
      ],
    };
  },
  save: async ({ tx, now }, { writer, draft }) => {
    await insertFinding(tx, writer, now, draft);
    return { reference: draft.reference };
  },
});
