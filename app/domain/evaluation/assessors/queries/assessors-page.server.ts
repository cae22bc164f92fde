import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../../actor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { ukDay } from '../../../uk-time';
import { holdingText } from '../../../same-text';
import { mayChangePanel } from '../../commands/appoint-panel-member.server';
import { livePanel } from '../../competition';
import { mayRunPanel } from '../../evaluation-policy';
import { headingOf, isSeen, seenCompetition } from '../../seen-competition.server';
import { maySeeAssessors } from '../assigning-policy';

const MOST_FOUND = 20;

/** Who is asked to assess, who said yes and how much each takes, and who never sits with whom. */
export const assessorsPage = query({
  name: 'evaluation.assessors',
  input: z.strictObject({ reference: referenceInput, find: z.string().max(100).optional() }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeAssessors);
    if (!isSeen(competition)) return competition;
    if (!competition.question.route.takesBids) return null;
    const { question, assigning } = competition;
    const questionId = question.id;
    const find = input.find?.trim() ?? '';
    const runs = mayChangePanel(competition) && isAllowed(mayRunPanel(actor, question));
    const onPanel = livePanel(competition).map(({ person }) => person.id);
    const [members, invitations, apart, candidates] = await Promise.all([
      ...rowsOf(db, questionId),
      runs && find !== '' ? candidatesCalled(db, find, onPanel) : [],
    ]);
    return {
      ...headingOf(competition),
      find,
      members,
      invitations: invitations.map((one) => ({
        ...one,
        lapsed: !one.declinedAt && one.answerBy < ukDay(now),
      })),
      apart,
      candidates,
      plan: assigning
        ? {
            perBid: assigning.perBid,
            mostBids: assigning.mostBids,
            anonymous: assigning.anonymous,
            scoresDueOn: assigning.scoresDueOn,
            confirmed: assigning.confirmedAt !== null,
          }
        : null,
      may: { run: runs, keepApart: mayChangePanel(competition) },
    };
  },
});

const people = { select: { reference: true, name: true } };

const rowsOf = (db: Db, questionId: string) =>
  [
    db.panelMembership.findMany({
      where: { questionId, role: 'evaluator', endedAt: null },
      orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
      select: { person: people, mostBids: true, availableUntil: true, awayFrom: true, awayUntil: true },
    }),
    db.assessorInvitation.findMany({
      where: { questionId, acceptedAt: null },
      orderBy: [{ invitedAt: 'desc' }, { personId: 'asc' }],
      omit: { questionId: true, personId: true, invitedById: true },
      include: { person: people },
    }),
    db.assessorsApart.findMany({
      where: { questionId },
      orderBy: { setAt: 'asc' },
      select: { one: people, other: people, reason: true },
    }),
  ] as const;

const candidatesCalled = (db: Db, find: string, onPanel: string[]) =>
  db.person.findMany({
    where: {
      name: holdingText(find),
      verifiedAt: { not: null },
      suspendedAt: null,
      erasedAt: null,
      mergedIntoId: null,
      expertProfile: { listed: true },
      id: { notIn: onPanel },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_FOUND,
    select: { reference: true, name: true, title: true },
  });
