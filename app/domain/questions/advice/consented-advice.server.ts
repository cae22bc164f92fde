import type { Db } from '~/platform/db.server';

/** An answer whose author agreed to publication, for the knowledge base to make a finding of; null for any other. */
export async function consentedAdvice(tx: Db, reference: string) {
  const answer = await tx.adviceAnswer.findFirst({
    where: { reference, consentedAt: { not: null }, refusedAt: null },
    select: {
      id: true,
      reference: true,
      body: true,
      limits: true,
      submittedAt: true,
      consentedAt: true,
      consentNamed: true,
      person: { select: { id: true, name: true } },
      question: {
        select: {
          id: true,
          reference: true,
          teamId: true,
          title: true,
          summary: true,
          questionsAsked: true,
          terms: { select: { termId: true } },
          priorities: { select: { priorityId: true } },
        },
      },
    },
  });
  if (!answer) return null;
  const { person, consentNamed, ...rest } = answer;
  return { ...rest, consentNamed: consentNamed ?? false, author: consentNamed ? person : null };
}

export type ConsentedAdvice = NonNullable<Awaited<ReturnType<typeof consentedAdvice>>>;
