import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isOpen, stateOf } from '../question';
import { maySeePartners, type QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

export interface PartnersPage {
  reference: string;
  title: string;
  own: string | null;
  partners: { reference: string; name: string; note: string }[];
}

/**
 * Experts who look for partners, for other experts who could bid, while they could. Team and panel get a page that
 * does not exist.
 */
export const partnersPage = query({
  name: 'questions.partners',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (question: QuestionForPolicy) => maySeePartners(actor, question),
  read: async ({ db, actor, scope, input, now }): Promise<PartnersPage | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || actor.kind !== 'person' || !scope(question)) return null;
    if (!question.route.takesBids || !isOpen(stateOf(question, now))) return null;
    const rows = await db.questionInterest.findMany({
      where: { questionId: question.id, seekingPartnersSince: { not: null } },
      select: { personId: true, partnerNote: true, person: { select: { reference: true, name: true } } },
      orderBy: { seekingPartnersSince: 'desc' },
      take: 100,
    });
    return {
      reference: question.reference,
      title: question.title,
      own: rows.find(({ personId }) => personId === actor.id)?.partnerNote ?? null,
      partners: rows
        .filter(({ personId }) => personId !== actor.id)
        .map(({ person, partnerNote }) => ({ ...person, note: partnerNote })),
    };
  },
});
