import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { maySee } from '../question-policy';
import { questionForPolicyById } from '../question-stage.server';
import { sponsorshipState, type SponsorshipState } from '../sponsoring/sponsorship';
import {
  mayAnswerSponsorship,
  mayLeaveSponsorship,
  maySeeSponsorship,
  type SponsorshipStanding,
} from '../sponsoring/sponsorship-policy';

export interface SponsorshipPage {
  reference: string;
  /** `seen` is false where the reader no longer sees it. */
  question: { reference: string; title: string; seen: boolean };
  team: { reference: string; name: string; organisation: string };
  requestedBy: string;
  requestedAt: Date;
  neededFor: string;
  context: string;
  neededBy: Date;
  lapsesAt: Date;
  state: SponsorshipState;
  reason: string;
  may: { answer: boolean; leave: boolean };
}

/** What another team asked for, for the two teams that it is between. */
export const sponsorshipPage = query({
  name: 'questions.sponsorship',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (standing: SponsorshipStanding) => maySeeSponsorship(actor, standing),
  read: async ({ db, actor, scope, input, now }): Promise<SponsorshipPage | null> => {
    const row = await db.sponsorship.findUnique({
      where: { reference: input.reference },
      include: {
        team: { include: { organisation: { select: { name: true } } } },
        requestedBy: { select: { name: true } },
      },
    });
    const question = row && (await questionForPolicyById(db, row.questionId));
    if (!question) return null;
    const standing = { ...row, question };
    if (!isAllowed(scope(standing))) return null;
    const { reference, requestedAt, neededFor, context, neededBy, lapsesAt, team } = row;
    return {
      ...{ reference, requestedAt, neededFor, context, neededBy, lapsesAt },
      question: {
        reference: question.reference,
        title: question.title,
        seen: isAllowed(maySee(actor, question)),
      },
      team: { reference: team.reference, name: team.name, organisation: team.organisation.name },
      requestedBy: row.requestedBy.name,
      state: sponsorshipState(row, now),
      reason: row.endedReason,
      may: {
        answer: isAllowed(mayAnswerSponsorship(actor, standing)),
        leave: isAllowed(mayLeaveSponsorship(actor, standing)),
      },
    };
  },
});
