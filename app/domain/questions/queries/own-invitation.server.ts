import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { DeclineCode } from '../inviting/answer';
import { isOpen, stateOf } from '../question';
import { questionsVisibleTo } from '../question-visibility.server';

export interface OwnInvitation {
  reference: string;
  title: string;
  summary: string;
  team: string;
  organisation: string;
  closesAt: Date | null;
  /** Why the team thought of them. */
  reason: string;
  answer: 'interested' | DeclineCode | null;
  words: string;
  open: boolean;
}

/** What one was asked by name, and what one answered; nobody else's. */
export const ownInvitation = query({
  name: 'questions.own-invitation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({ seen: questionsVisibleTo(actor), personId: isMember(actor) ? actor.id : null }),
  read: async ({ db, scope, input, now }): Promise<OwnInvitation | null> => {
    if (!scope.personId) return null;
    const row = await db.questionInvitation.findFirst({
      where: {
        personId: scope.personId,
        question: { AND: [{ reference: input.reference, publishedAt: { not: null } }, scope.seen] },
      },
      include: { question: { include: { team: { include: { organisation: { select: { name: true } } } } } } },
    });
    if (!row) return null;
    const { reference, title, summary, team, closesAt } = row.question;
    return {
      ...{ reference, title, summary, closesAt, team: team.name, organisation: team.organisation.name },
      ...{ reason: row.reason, words: row.declineWords },
      answer: row.interestedAt ? 'interested' : row.declineCode,
      open: isOpen(stateOf(row.question, now)),
    };
  },
});
