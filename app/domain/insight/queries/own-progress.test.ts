import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '~/domain/query.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeWall } from '../../../../tests/support/factories/panels';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makePerson,
} from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { addDays, ukDay } from '../../uk-time';
import { WEEKS } from '../progress/desk-figures.server';
import { MOST_ROWS } from '../progress/progress-rows.server';
import { ownProgress } from './own-progress.server';

const database = useDatabase();
let asking: AskingTeam;
let expert: { id: string };
let coordinator: { id: string };
let questions: Record<'soon' | 'late' | 'undated' | 'walled', Awaited<ReturnType<typeof makeQuestion>>>;
const NOW = new Date();
/** The Monday of this week in the UK. */
const MONDAY = addDays(ukDay(NOW), -((ukDay(NOW).getUTCDay() + 6) % 7));
const middayOf = (days: number) => new Date(addDays(MONDAY, days).getTime() + 12 * 3_600_000);

beforeAll(async () => {
  [asking, expert, coordinator] = await Promise.all([
    makeAskingTeam(),
    makePerson({ expert: true }),
    makePerson({ roles: ['coordinator'] }),
  ]);
  const invited = [{ personId: expert.id }];
  questions = {
    late: await makeQuestion({ asking, title: 'Late', closesInDays: 30, invited }),
    soon: await makeQuestion({ asking, title: 'Soon', closesInDays: 3, invited }),
    undated: await makeQuestion({ asking, title: 'Undated', state: 'draft', data: { neededBy: null } }),
    walled: await makeQuestion({ asking, title: 'Walled', closesInDays: 9, invited }),
  };
  await makeQuestion({ asking, title: 'Gone', state: 'withdrawn' });
  await makeQuestion({ asking, title: 'Over', state: 'closed', invited });
  await makeQuestion({ title: 'Of others' });
});

const progress = async (id: string) => ask(ownProgress, await actorFor(id), {});
const brought = async (id: string) => (await progress(id))?.contributions ?? [];

describe('whose progress it is', () => {
  test('is a member’s; nobody else has any', async () => {
    const unverified = await makePerson({ verified: false });
    const halfway = await actorInSession((await makeAccount()).id, false);
    for (const actor of [await visitorNow(), await actorFor(unverified.id), halfway])
      expect(await ask(ownProgress, actor, {})).toBeNull();
    const own = await progress((await makePerson()).id);
    expect(own).toEqual({ teams: [], underWay: [], contributions: [], panels: [], desk: null });
  });
});

describe('questions of one’s teams', () => {
  test('are counted by state, those under way named, the soonest first', async () => {
    const own = await progress(asking.authorId);
    expect(own?.underWay.map(({ title }) => title).filter((title) => title !== 'Over')).toEqual([
      ...['Soon', 'Walled', 'Late', 'Undated'],
    ]);
    expect(own?.underWay.at(-1)?.next.on).toBeNull();
    const [team] = own?.teams ?? [];
    expect(Object.fromEntries((team?.counts ?? []).map(({ state, count }) => [state, count]))).toEqual({
      ...{ open: 1, clarificationsClosed: 2, draft: 1, withdrawn: 1, closed: 1 },
    });
    expect(JSON.stringify(own)).not.toContain('Of others');
  });

  test('one merged into another is that other', async () => {
    const taken = await makeQuestion({ asking, title: 'Taken in' });
    expect(JSON.stringify(await progress(asking.authorId))).toContain('Taken in');
    await database.db.question.update({
      where: { id: taken.id },
      data: { mergedIntoId: questions.late.id },
    });
    expect(JSON.stringify(await progress(asking.authorId))).not.toContain('Taken in');
  });
});

describe('what an expert brings', () => {
  const invitations = async () =>
    (await brought(expert.id))
      .filter(({ kind }) => kind === 'invitation')
      .map(({ title, stage, total }) => `${title}: ${stage} of ${total}`)
      .toSorted();
  const answer = (questionId: string, data: Prisma.QuestionInvitationUpdateManyMutationInput) =>
    database.db.questionInvitation.updateMany({ where: { questionId, personId: expert.id }, data });

  test('has invitations that can be answered, until they are', async () => {
    expect(await invitations()).toEqual(['Late: waiting of 3', 'Soon: waiting of 3', 'Walled: waiting of 3']);
    await answer(questions.soon.id, { interestedAt: NOW });
    await answer(questions.late.id, { declinedAt: NOW, declineCode: 'noTime' });
    expect(await invitations()).toEqual(['Soon: interested of 2', 'Walled: waiting of 2']);
  });

  test('says nothing of what is behind a wall', async () => {
    await makeWall(questions.walled.id, expert.id);
    expect(await invitations()).toEqual(['Soon: interested of 1']);
  });

  test('has each finding at its stage, since when it stands there', async () => {
    const author = await makePerson({ expert: true });
    const states = ['draft', 'submitted', 'returned', 'published', 'retracted', 'declined'] as const;
    for (const [place, state] of states.entries())
      await makeFinding({ state, submittedById: author.id, publishedAt: middayOf(-place - 1) });
    const own = await brought(author.id);
    expect(own.map(({ stage }) => stage)).toEqual([...states.slice(0, 5)]);
    expect(own.map(({ total }) => total)).toEqual([5, 5, 5, 5, 5]);
    expect(own.map(({ on }) => on)).toEqual(states.slice(0, 5).map((_, place) => middayOf(-place - 1)));
    expect(await brought((await makePerson({ expert: true })).id)).toEqual([]);
  });

  test('shows the latest of many, and how many there are', async () => {
    const author = await makePerson({ expert: true });
    await Promise.all(
      Array.from({ length: MOST_ROWS + 2 }, (_, count) =>
        makeFinding({
          ...{ title: `No. ${count}`, submittedById: author.id, publishedAt: middayOf(-90 - count) },
        }),
      ),
    );
    const own = await brought(author.id);
    expect(own.map(({ title }) => title)).toEqual(
      Array.from({ length: MOST_ROWS }, (_, count) => `No. ${count}`),
    );
    expect(own[0]?.total).toBe(MOST_ROWS + 2);
  });
});

describe('what a coordinator keeps', () => {
  const desk = async () => (await progress(coordinator.id))?.desk;

  test('is eight weeks, Monday to Sunday, this one first', async () => {
    const weeks = (await desk())?.weeks ?? [];
    expect(weeks.map(({ startsOn }) => startsOn)).toEqual(
      Array.from({ length: WEEKS }, (_, week) => addDays(MONDAY, -7 * week)),
    );
    for (const { startsOn, endsOn } of weeks) expect(endsOn).toEqual(addDays(startsOn, 6));
  });

  test('counts a finding in the week that it was published in, unless it was taken back', async () => {
    const before = ((await desk())?.weeks ?? []).map(({ findings }) => findings);
    for (const days of [-7, -1]) await makeFinding({ publishedAt: middayOf(days) });
    await makeFinding({ publishedAt: middayOf(-8) });
    await makeFinding({ publishedAt: middayOf(-7 * WEEKS) });
    await makeFinding({ publishedAt: middayOf(-5), state: 'retracted' });
    const after = ((await desk())?.weeks ?? []).map(({ findings }) => findings);
    const added = after.map((count, week) => count - (before[week] ?? 0));
    expect(added).toEqual([0, 2, 1, 0, 0, 0, 0, 0]);
  });

  test('has the queues in which something waits, the longest wait first', async () => {
    await makeFinding({ state: 'submitted', publishedAt: middayOf(-400) });
    const queues = (await desk())?.queues ?? [];
    expect(queues[0]).toMatchObject({ kind: 'findings', count: 2, oldest: middayOf(-400) });
    const since = queues.map(({ oldest }) => oldest.getTime());
    expect(since).toEqual(since.toSorted((one, other) => one - other));
    expect(queues.every(({ count }) => count > 0)).toBe(true);
  });
});
