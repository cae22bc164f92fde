import type { Db } from '~/platform/db.server';

const DELIVERED = {
  findings: { where: { versions: { some: { declinedAt: null } } }, select: { reference: true } },
  milestone: {
    select: {
      award: {
        select: {
          id: true,
          question: {
            select: { id: true, teamId: true, contractTerms: true, terms: { select: { termId: true } } },
          },
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

/** A deliverable with those who made it. */
export async function loadDeliveredWork(tx: Db, reference: string) {
  const deliverable = await tx.deliverable.findUnique({ where: { reference }, include: DELIVERED });
  if (!deliverable) return null;
  const { award } = deliverable.milestone;
  const others = award.bid.members.map(({ person }) => person).filter(({ id }) => id !== award.bid.lead.id);
  const makers = [award.bid.lead, ...others];
  const winners = await tx.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM award_winner WHERE award_id = ${award.id}::uuid`;
  const standing = {
    questionId: award.question.id,
    teamId: award.question.teamId,
    makerIds: [...[...makers, ...winners].map(({ id }) => id), deliverable.deliveredById],
    accepted: deliverable.acceptedAt !== null,
  };
  return { deliverable, award, makers, standing };
}

const ANSWERED = {
  findings: { where: { versions: { some: { declinedAt: null } } }, select: { reference: true } },
  person: { select: { id: true, name: true, orcid: true } },
  question: { select: { id: true, teamId: true, title: true, terms: { select: { termId: true } } } },
} as const;

/** A submitted answer with what its author agreed to. */
export async function loadAdvice(tx: Db, reference: string) {
  const answer = await tx.adviceAnswer.findUnique({ where: { reference }, include: ANSWERED });
  if (!answer?.submittedAt) return null;
  const standing = {
    questionId: answer.questionId,
    teamId: answer.question.teamId,
    authorId: answer.personId,
    consented: answer.consentedAt !== null && answer.refusedAt === null,
    named: answer.consentNamed === true,
  };
  return { answer, standing };
}
