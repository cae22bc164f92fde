import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayDraftFromDeliverable } from '../finding-origin';
import { insertFinding, startedDraft } from '../new-finding.server';

const ORIGIN = {
  findings: { where: { versions: { some: { declinedAt: null } } }, select: { reference: true } },
  milestone: {
    select: {
      award: {
        select: {
          id: true,
          question: { select: { id: true, teamId: true, terms: { select: { termId: true } } } },
          bid: {
            select: {
              organisation: { select: { name: true } },
              lead: { select: { id: true, name: true, orcid: true } },
              members: {
                where: { acceptedAt: { not: null } },
                select: { person: { select: { id: true, name: true, orcid: true } } },
              },
            },
          },
        },
      },
    },
  },
} as const;

async function loadWork(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM deliverable WHERE reference = ${reference} FOR UPDATE`;
  const deliverable = await tx.deliverable.findUnique({ where: { reference }, include: ORIGIN });
  if (!deliverable) return null;
  const { award } = deliverable.milestone;
  const others = award.bid.members.map(({ person }) => person).filter(({ id }) => id !== award.bid.lead.id);
  const makers = [award.bid.lead, ...others];
  const standing = {
    questionId: award.question.id,
    teamId: award.question.teamId,
    makerIds: [...makers.map(({ id }) => id), deliverable.deliveredById],
    accepted: deliverable.acceptedAt !== null,
  };
  return { deliverable, award, makers, standing };
}

/** Starts a finding from accepted work, filled in from it and tied to its question and award. */
export const draftFromDeliverable = command({
  name: 'knowledge.draft-from-deliverable',
  input: z.strictObject({ deliverable: referenceInput }),
  load: ({ tx, input }) => loadWork(tx, input.deliverable),
  authorise: (actor, { standing }) => mayDraftFromDeliverable(actor, standing),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ loaded: { deliverable, award, makers }, actor, now }) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    if (deliverable.findings.length > 0)
      return refuse('FindingIsStarted', 'A finding was already started from this deliverable.', { stale: true });
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
      text: { summary: deliverable.summary, limits: deliverable.limits },
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
