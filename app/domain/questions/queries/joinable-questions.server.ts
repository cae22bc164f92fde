import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { questionForPolicy } from '../question-stage.server';
import { questionsVisibleTo } from '../question-visibility.server';
import { mayJoin } from '../sponsoring/sponsorship-policy';

export interface JoinableQuestion {
  reference: string;
  title: string;
  summary: string;
  neededBy: Date | null;
  team: string;
  organisation: string;
}

const FEW = 10;

/** Which of some questions the team of a draft could join, in no more statements than there are kinds of row. */
export const joinableQuestions = query({
  name: 'questions.joinable',
  input: z.strictObject({ reference: referenceInput, others: z.array(referenceInput).max(FEW) }),
  visibleTo: questionsVisibleTo,
  read: async ({ db, actor, scope, input }): Promise<{ questions: JoinableQuestion[] } | null> => {
    const draft = await questionForPolicy(db, input.reference);
    if (!draft) return null;
    const rows = await db.question.findMany({
      where: { AND: [scope, { reference: { in: input.others }, mergedIntoId: null }] },
      include: {
        route: true,
        invitations: { select: { personId: true, organisationId: true } },
        sponsorships: {
          where: { endedAt: null },
          select: { teamId: true, acceptedAt: true, lapsesAt: true },
        },
        team: { include: { organisation: { select: { name: true } } } },
      },
    });
    const asked = (row: (typeof rows)[number]) =>
      row.sponsorships.some(
        ({ teamId, acceptedAt, lapsesAt }) =>
          teamId === draft.teamId && (acceptedAt !== null || lapsesAt > actor.asOf),
      );
    return {
      questions: rows
        .filter((row) => isAllowed(mayJoin(actor, draft, row)) && !asked(row))
        .map(({ reference, title, summary, neededBy, team }) => ({
          ...{ reference, title, summary, neededBy },
          ...{ team: team.name, organisation: team.organisation.name },
        })),
    };
  },
});
