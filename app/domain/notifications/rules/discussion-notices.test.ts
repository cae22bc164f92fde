import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { newId } from '~/platform/ids.server';
import type { Level } from '../../discussion/comment';
import { newReference } from '../../new-reference.server';
import { pages } from '../addresses';
import { discussionNotices } from './discussion-notices.server';

const data = useDatabase();
const FIRST = new Date('2026-11-20T09:00:00Z');
const LATER = new Date('2026-11-21T09:00:00Z');

type Made = Awaited<ReturnType<typeof makeQuestion>>;
let open: Made;
let blind: Made;
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;
const idOf = (name: string): string => ids[name] ?? '';

/** What each rule about a fact says, by its kind: whom it tells, by the names of this file, and in which words. */
async function told(name: string, question: Made, more: Record<string, unknown>) {
  const fact = {
    ...{ id: newId(), position: '1', name, actorId: null, noun: 'question', nounId: question.id },
    ...{ at: LATER, data: more },
  };
  const all = discussionNotices
    .filter((rule) => rule.fact === name)
    .map(async (rule) => {
      const said = await rule.tell({ db: data.db, fact });
      return [rule.kind, said && { ...said, people: said.personIds.map(nameOf).sort() }] as const;
    });
  return Object.fromEntries(await Promise.all(all));
}

interface Said {
  question?: Made;
  by?: string;
  level?: Level;
  calls?: string[];
  at?: Date;
  hidden?: string;
}

async function comment({
  question = open,
  by = 'expert',
  level = 'everybody',
  calls = [],
  ...said
}: Said = {}) {
  const hidden = { hiddenAt: LATER, hiddenById: idOf('coordinator'), hiddenReason: said.hidden ?? '' };
  return data.db.comment.create({
    data: {
      ...{ id: newId(), reference: newReference(), noun: 'question', nounId: question.id, level },
      ...{ authorId: idOf(by), body: 'What of the ports?', postedAt: said.at ?? LATER },
      ...(said.hidden ? hidden : {}),
      mentions: { create: calls.map((name) => ({ personId: idOf(name) })) },
    },
  });
}
const posted = async (said: Said) =>
  told('CommentWasPosted', said.question ?? open, { commentId: (await comment(said)).id });

const watch = (question: Made, setting: 'every' | 'daily' | 'none', ...names: string[]) =>
  data.db.discussionWatch.createMany({
    data: names.map((name) => ({
      ...{ noun: 'question', nounId: question.id, personId: idOf(name), setting, setAt: FIRST },
    })),
  });

beforeAll(async () => {
  open = await makeQuestion({ routeSlug: 'expert-advice-request' });
  blind = await makeQuestion({ asking: open.asking, routeSlug: 'competition' });
  ids['author'] = open.asking.authorId;
  ids['owner'] = open.asking.ownerId;
  ids['expert'] = (await makePerson({ name: 'Ada Expert', expert: true })).id;
  ids['other expert'] = (await makePerson({ expert: true })).id;
  ids['quiet expert'] = (await makePerson({ expert: true })).id;
  ids['coordinator'] = (await makePerson({ roles: ['coordinator'] })).id;
  ids['left'] = (await makePerson({ verified: false })).id;
  ids['servant'] = (await makePerson()).id;
  await makeTeam({ members: [{ personId: idOf('servant'), roles: ['author'] }] });
  await watch(open, 'every', 'author', 'other expert', 'servant', 'left');
  await watch(open, 'daily', 'owner', 'coordinator', 'expert');
  await watch(open, 'none', 'quiet expert');
  await watch(blind, 'every', 'author', 'expert', 'coordinator');
  await watch(blind, 'daily', 'owner', 'servant');
});

describe('a new comment', () => {
  test.each<[Level, string[]]>([
    ['everybody', ['author', 'other expert', 'servant']],
    ['government', ['author', 'servant']],
    ['team', ['author']],
    ['coordinators', []],
  ])('for %s is told to those who follow every one and read that level', async (level, people) => {
    const { CommentWasPosted: notice } = await posted({ by: 'coordinator', level });
    expect(notice?.people).toEqual(people);
  });

  test('says who wrote and where, and nothing of what was written', async () => {
    const { CommentWasPosted: notice } = await posted({});
    expect(notice).toMatchObject({
      subject: `New comment: ${open.title}`,
      body: 'Ada Expert wrote in a discussion that you follow.',
      path: pages.questionDiscussion(open.reference),
    });
    expect(JSON.stringify(notice)).not.toContain('ports');
  });

  test('of a competition that runs is told to its own side alone', async () => {
    const team = await posted({ question: blind, by: 'owner', level: 'team' });
    expect(team['CommentWasPosted']?.people).toEqual(['author']);
    const desk = await posted({ question: blind, by: 'coordinator', level: 'coordinators' });
    expect(desk['CommentWasPosted']?.people).toEqual(['coordinator']);
    const all = await posted({ question: blind, by: 'owner', level: 'everybody' });
    expect(all['CommentWasPosted']?.people).toEqual([]);
  });

  test('that is not there is told to nobody', async () => {
    const notices = await told('CommentWasPosted', open, { commentId: newId() });
    expect(Object.values(notices)).toEqual([null, null]);
    expect(Object.values(await told('CommentWasPosted', open, {}))).toEqual([null, null]);
  });
});

describe('a mention', () => {
  test('is told once, as a mention, and leads to the comment itself', async () => {
    const made = await comment({ by: 'expert', calls: ['author', 'owner'] });
    const notices = await told('CommentWasPosted', open, { commentId: made.id });
    expect(notices['CommentWasPosted']?.people).toEqual(['other expert', 'servant']);
    expect(notices['CommentWasPosted:mentioned']).toMatchObject({
      people: ['author', 'owner'],
      subject: `You are mentioned: ${open.title}`,
      body: 'Ada Expert mentions you in a discussion.',
      path: pages.comment(made.reference),
    });
  });

  test('reaches nobody who wants to hear nothing of the discussion', async () => {
    const notices = await posted({ calls: ['quiet expert', 'servant'] });
    expect(notices['CommentWasPosted:mentioned']?.people).toEqual(['servant']);
  });

  test('reaches nobody who cannot read it now', async () => {
    const notices = await posted({
      by: 'author',
      level: 'team',
      calls: ['owner', 'expert', 'servant', 'left'],
    });
    expect(notices['CommentWasPosted:mentioned']?.people).toEqual(['owner']);
  });
});

test('whoever wrote it hears why their comment was hidden, and nobody else', async () => {
  const made = await comment({ hidden: 'It names a suspect.' });
  const { CommentWasHidden: notice } = await told('CommentWasHidden', open, { commentId: made.id });
  expect(notice).toMatchObject({
    people: ['expert'],
    subject: `Your comment was hidden: ${open.title}`,
    body: 'It names a suspect.',
    path: pages.comment(made.reference),
  });
});

describe('once a day', () => {
  const day = (since: string, until: string, question = open) =>
    told('DiscussionDigestIsDue', question, { since, until }).then(
      ({ DiscussionDigestIsDue: notice }) => notice,
    );

  test('those who follow daily hear of others’ comments that they read, not of their own', async () => {
    await comment({ by: 'expert', at: new Date('2026-11-10T10:00:00Z') });
    const notice = await day('2026-11-10T07:00:00Z', '2026-11-11T07:00:00Z');
    expect(notice).toMatchObject({
      people: ['coordinator', 'owner'],
      subject: `New comments since yesterday: ${open.title}`,
      path: pages.questionDiscussion(open.reference),
    });
    expect(notice?.body).not.toMatch(/Ada|ports/);
  });

  test('two of one level, one their own, are still news', async () => {
    await comment({ by: 'expert', at: new Date('2026-11-12T10:00:00Z') });
    await comment({ by: 'owner', at: new Date('2026-11-12T11:00:00Z') });
    expect((await day('2026-11-12T07:00:00Z', '2026-11-13T07:00:00Z'))?.people).toEqual([
      ...['coordinator', 'expert', 'owner'],
    ]);
  });

  test('the end of the day belongs to it, its start to the one before', async () => {
    await comment({ by: 'servant', at: new Date('2026-11-14T07:00:00Z') });
    expect((await day('2026-11-13T07:00:00Z', '2026-11-14T07:00:00Z'))?.people).toHaveLength(3);
    expect((await day('2026-11-14T07:00:00Z', '2026-11-15T07:00:00Z'))?.people).toEqual([]);
  });

  test('a hidden comment, and one of a level that they do not read, are no news', async () => {
    await comment({ by: 'servant', at: new Date('2026-11-16T10:00:00Z'), hidden: 'Off the point.' });
    expect((await day('2026-11-16T07:00:00Z', '2026-11-17T07:00:00Z'))?.people).toEqual([]);
    await comment({ by: 'author', level: 'team', at: new Date('2026-11-16T11:00:00Z') });
    expect((await day('2026-11-16T07:00:00Z', '2026-11-17T07:00:00Z'))?.people).toEqual(['owner']);
  });

  test('of a running competition only the team hears what the team said', async () => {
    const at = new Date('2026-11-18T10:00:00Z');
    await comment({ question: blind, by: 'author', level: 'team', at });
    expect((await day('2026-11-18T07:00:00Z', '2026-11-19T07:00:00Z', blind))?.people).toEqual(['owner']);
  });
});
