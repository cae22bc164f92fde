import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { invitationAnswer } from '../inviting/answer';
import type { Visibility } from '../question';
import { mayRun, type QuestionForPolicy } from '../question-policy';
import { questionForPolicy } from '../question-stage.server';

export interface InvitationsPage {
  reference: string;
  title: string;
  visibility: Visibility;
  invited: { name: string; invitedAt: Date; answer: string; reason: string }[];
  organisations: { reference: string; name: string }[];
  /** Experts whose name holds the words searched for. */
  found: { reference: string; name: string; organisation: string | null }[];
}

/** Whom a question's team invited, and whom it could invite. */
export const invitationsPage = query({
  name: 'questions.invitations',
  input: z.strictObject({ reference: referenceInput, name: z.string().trim().max(100).optional() }),
  visibleTo: (actor) => (question: QuestionForPolicy) => isAllowed(mayRun(actor, question)),
  read: async ({ db, scope, input }): Promise<InvitationsPage | null> => {
    const question = await questionForPolicy(db, input.reference);
    if (!question || !scope(question)) return null;
    const [rows, organisations, found] = await Promise.all([
      db.questionInvitation.findMany({
        where: { questionId: question.id },
        select: {
          invitedAt: true,
          interestedAt: true,
          declineCode: true,
          declineWords: true,
          reason: true,
          person: { select: { name: true } },
          organisation: { select: { name: true } },
        },
        orderBy: { invitedAt: 'asc' },
      }),
      db.organisation.findMany({
        where: { closedAt: null, mergedIntoId: null },
        select: { reference: true, name: true },
        orderBy: { name: 'asc' },
      }),
      input.name ? expertsNamed(db, input.name) : [],
    ]);
    const { reference, title, visibility } = question;
    const invited = rows.map(({ person, organisation, ...row }) => ({
      name: person?.name ?? organisation?.name ?? '',
      invitedAt: row.invitedAt,
      answer: invitationAnswer(row),
      reason: row.reason,
    }));
    return { reference, title, visibility, invited, organisations, found };
  },
});

const MOST_FOUND = 10;

const expertsNamed = (db: Db, name: string): Promise<InvitationsPage['found']> =>
  db.$queryRaw`
    SELECT p.reference, p.name,
      (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
       WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS organisation
    FROM person p JOIN expert_profile e ON e.person_id = p.id AND e.listed
    WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL AND p.merged_into_id IS NULL
      AND position(lower(unaccent(${name})) IN lower(unaccent(p.name))) > 0
    ORDER BY p.name LIMIT ${MOST_FOUND}`;
