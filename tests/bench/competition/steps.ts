import { answerAssessorInvitation } from '~/domain/evaluation/assessors/commands/answer-assessor-invitation.server';
import { confirmAssignment } from '~/domain/evaluation/assessors/commands/confirm-assignment.server';
import { inviteAssessor } from '~/domain/evaluation/assessors/commands/invite-assessor.server';
import { planAssignment } from '~/domain/evaluation/assessors/commands/plan-assignment.server';
import { statePreferences } from '~/domain/evaluation/assessors/commands/state-preferences.server';
import { assignmentPage } from '~/domain/evaluation/assessors/queries/assignment-page.server';
import { preferencesPage } from '~/domain/evaluation/assessors/queries/preferences-page.server';
import { appointPanelMember } from '~/domain/evaluation/commands/appoint-panel-member.server';
import { decideConflict } from '~/domain/evaluation/commands/decide-conflict.server';
import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { lookForConflicts } from '~/domain/evaluation/commands/look-for-conflicts.server';
import { recordConsensus } from '~/domain/evaluation/commands/record-consensus.server';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { isDisagreement } from '~/domain/evaluation/scoring/score-scale';
import { ask } from '~/domain/query.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { seededFrom } from '../../../prisma/seed/demonstration/chain/chance';
import { teamOf } from '../../../prisma/seed/demonstration/content/find-cast';
import type { Play } from '../../../prisma/seed/demonstration/replay/play';
import type { Story } from '../../../prisma/seed/demonstration/story';
import type { Sizes } from './call';
import type { Crowd } from './crowd';

export type Stage = 'publication' | 'opening' | 'award';

/** One large call: who plays it, what it is about, and its assessors. */
export interface Call {
  play: Play;
  story: Story;
  crowd: Crowd;
  sizes: Sizes;
}

const questionOf = ({ play, story }: Call) => ({ reference: play.question(story.key) });

export async function declareAll(call: Call, stage: Stage): Promise<void> {
  const { play, story, crowd } = call;
  const { author, owner, budgetHolder, moderator } = teamOf(story);
  const named = stage === 'opening' ? [] : [author.key, owner.key, budgetHolder.key];
  for (const key of [...named, moderator.key, ...crowd.assessors])
    await play.does(key, declareInterests, {
      ...questionOf(call),
      stage,
      hasInterest: 'no',
      details: '',
      about: [],
      kinds: [],
    });
}

/** The moderator is appointed; assessors are asked, and each accepts with a limit of their own. */
export async function seatPanel(call: Call): Promise<void> {
  const { play, story, crowd, sizes } = call;
  const { author, moderator } = teamOf(story);
  const about = questionOf(call);
  const fair = Math.ceil((sizes.bids * sizes.places) / sizes.assessors);
  await play.does(author.key, appointPanelMember, {
    ...about,
    person: play.person(moderator.key).reference,
    role: 'moderator',
  });
  await play.does(author.key, planAssignment, {
    ...about,
    perBid: sizes.places,
    mostBids: fair + 3,
    anonymous: 'no',
  });
  const answerBy = isoDay(addDays(ukDay(await soundingsNow(database())), 14));
  for (const key of crowd.assessors)
    await play.does(author.key, inviteAssessor, {
      ...about,
      person: play.person(key).reference,
      answerBy,
      message: '',
    });
  for (const [index, key] of crowd.assessors.entries())
    await play.does(key, answerAssessorInvitation, {
      ...about,
      answer: 'accept',
      mostBids: String(fair + (index % 4)),
    });
}

/** What is suspected is confirmed where somebody works where a bid comes from, else dismissed. */
export async function settleConflicts(call: Call): Promise<{ confirmed: number; dismissed: number }> {
  const { play, story } = call;
  const { moderator } = teamOf(story);
  await play.does(moderator.key, lookForConflicts, questionOf(call));
  const suspected = await database().conflict.findMany({
    where: { question: questionOf(call), confirmedAt: null, dismissedAt: null, declaredAt: null },
    select: { reference: true, kind: true },
    orderBy: { reference: 'asc' },
  });
  const count = { confirmed: 0, dismissed: 0 };
  for (const { reference, kind } of suspected) {
    const decision = kind === 'employer' ? 'confirm' : 'dismiss';
    const reason =
      decision === 'confirm' ? 'The same institution at this moment.' : 'A shared field and no more.';
    await play.does(moderator.key, decideConflict, { reference, decision, reason });
    count[decision === 'confirm' ? 'confirmed' : 'dismissed'] += 1;
  }
  return count;
}

/** Each assessor says what they want and know of every bid that they are shown. */
export async function statePreferencesOfAll(call: Call): Promise<void> {
  const { play, crowd } = call;
  const chance = seededFrom('preferences');
  for (const key of crowd.assessors) {
    const page = await ask(preferencesPage, await play.as(key), questionOf(call));
    if (!page || !('bids' in page)) throw new Error(`${key} is shown no bids`);
    const bids = page.bids.map(({ reference }) => ({
      bid: reference,
      wish: String(Math.round(chance.spread() * 1.3)),
      expertise: String(Math.floor(chance.next() * 4)),
      words: '',
    }));
    await play.does(key, statePreferences, { ...questionOf(call), bids });
  }
}

/** The proposal that the page shows is confirmed as it stands; gives its figures. */
export async function assign(call: Call) {
  const { play, story } = call;
  const { moderator } = teamOf(story);
  const page = await ask(assignmentPage, await play.as(moderator.key), {
    ...questionOf(call),
    moving: 'yes',
  });
  if (!page || !('digest' in page)) throw new Error('there is no proposal');
  await play.does(moderator.key, confirmAssignment, {
    ...questionOf(call),
    digest: page.digest,
    moving: 'yes',
  });
  return page.figures;
}

interface Given {
  bidId: string;
  reference: string;
  values: number[][];
}

/** Every assessment in the order in which it was assigned; values by assessor and criterion stay near the bid's worth. */
export async function scoreAll({ play, story, crowd }: Call): Promise<Given[]> {
  const chance = seededFrom('scores');
  const marks = new Map(
    (story.bids ?? []).map(({ lead, marks: given }) => [play.bid(`${story.key}/${lead}`), given ?? []]),
  );
  const keyOf = new Map(crowd.assessors.map((key) => [play.person(key).id, key]));
  const assigned = await database().assessment.findMany({
    where: { bid: { question: { reference: play.question(story.key) } }, movedAt: null, refusedAt: null },
    select: { personId: true, bidId: true, bid: { select: { reference: true } } },
    orderBy: { id: 'asc' },
  });
  const given = new Map<string, Given>();
  for (const { personId, bidId, bid } of assigned) {
    const values = (marks.get(bid.reference) ?? []).map(([middle]) =>
      Math.min(5, Math.max(0, middle + Math.round(chance.spread() * 0.9))),
    );
    await play.does(keyOf.get(personId) ?? '', saveScores, {
      reference: bid.reference,
      intent: 'submit',
      scores: values.map((value, place) => ({
        position: place + 1,
        value,
        reason: `Scored ${value}: the design fits what is asked, and its limits are said. Point ${place + 1}.`,
      })),
    });
    const entry = given.get(bidId) ?? { bidId, reference: bid.reference, values: [] };
    entry.values.push(values);
    given.set(bidId, entry);
  }
  return [...given.values()];
}

/** A consensus wherever independent scores lie too far apart; how many there were. */
export async function settleDisagreements({ play, story }: Call, given: Given[]): Promise<number> {
  const { moderator } = teamOf(story);
  let settled = 0;
  for (const { reference, values } of given) {
    const scores = (values[0] ?? []).flatMap((_, place) => {
      const column = values.map((row) => row[place] ?? 0).sort((a, b) => a - b);
      if (!isDisagreement(column)) return [];
      const value = column[Math.floor(column.length / 2)] ?? 0;
      return [
        {
          position: place + 1,
          value,
          reason: `Agreed at ${value} after each had said what they saw in the text.`,
        },
      ];
    });
    if (scores.length === 0) continue;
    await play.does(moderator.key, recordConsensus, { reference, scores });
    settled += 1;
  }
  return settled;
}
