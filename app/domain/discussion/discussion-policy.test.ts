import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import {
  EDIT_MINUTES,
  isEditable,
  LEVEL_WORDS,
  LEVELS,
  WATCH_SETTINGS,
  WATCH_WORDS,
  type Level,
} from './comment';
import {
  levelsRead,
  levelsWritten,
  mayEdit,
  mayHide,
  mayRead,
  mayReply,
  type CommentStanding,
  type DiscussedItem,
} from './discussion-policy';

const CAST = {
  visitor: nobody,
  unverified: someone({ id: 'unverified', verified: false, ...inTeam('asking', 'author') }),
  'before the second factor': someone({ secondFactorPassed: false, roles: ['coordinator'] }),
  expert: someone({ id: 'expert', expert: true }),
  'committee reader': someone({ roles: ['committeeReader'] }),
  servant: someone({ id: 'servant', ...inTeam('other', 'observer') }),
  'servant of a firm': someone({ privateSector: true, ...inTeam('other', 'author') }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  'coordinator behind a wall': someone({
    roles: ['coordinator'],
    walls: [{ questionId: 'question', bidId: null }],
  }),
  'coordinator behind a bid’s wall': someone({
    roles: ['coordinator'],
    walls: [{ questionId: 'question', bidId: 'bid' }],
  }),
} satisfies Record<string, Actor>;
type Name = keyof typeof CAST;

const everyItem: DiscussedItem[] = [true, false].flatMap((seen) =>
  [true, false].flatMap((published) =>
    [true, false].flatMap((ofTeam) =>
      [true, false].flatMap((blind) =>
        ['question', null].map((questionId) => ({ seen, published, ofTeam, blind, questionId })),
      ),
    ),
  ),
);
const item = (over: Partial<DiscussedItem> = {}): DiscussedItem => ({
  ...{ seen: true, published: true, questionId: 'question', ofTeam: false, blind: false },
  ...over,
});

describe('in whatever state', () => {
  const each = (check: (actor: Actor, one: DiscussedItem) => void) => {
    for (const actor of Object.values(CAST)) for (const one of everyItem) check(actor, one);
  };
  test('nobody writes where they do not read', () =>
    each((actor, one) => {
      const read = levelsRead(actor, one);
      expect(levelsWritten(actor, one).filter((level) => !read.includes(level))).toEqual([]);
    }));

  test('what is not seen has no discussion, and whoever reads no level is not told of one', () =>
    each((actor, one) => {
      if (!one.seen) expect(levelsRead(actor, one)).toEqual([]);
      expect(mayRead(actor, one).kind).toBe(levelsRead(actor, one).length > 0 ? 'allow' : 'hide');
    }));

  test('while bids may be there, nothing is read across the two sides', () =>
    each((actor, one) => {
      if (!one.blind) return;
      const read = levelsRead(actor, one);
      expect(read).not.toContain('everybody');
      expect(read).not.toContain('government');
    }));

  test('a comment that is not read is neither answered, changed nor hidden, nor known', () =>
    each((actor, one) => {
      const read = levelsRead(actor, one);
      for (const level of LEVELS.filter((other) => !read.includes(other))) {
        const comment = { level, authorId: 'expert', postedAt: AS_OF, hiddenAt: null };
        for (const policy of [mayReply, mayEdit, mayHide])
          expect(policy(actor, one, comment).kind).toBe('hide');
      }
    }));
});

describe('who reads and writes', () => {
  test.each<[Name, Partial<DiscussedItem>, Level[], Level[]]>([
    ['visitor', {}, ['everybody'], []],
    ['unverified', {}, ['everybody'], []],
    ['before the second factor', {}, ['everybody'], []],
    ['committee reader', {}, ['everybody'], []],
    ['servant', {}, ['everybody', 'government'], ['everybody', 'government']],
    ['servant of a firm', {}, ['everybody'], ['everybody']],
    ['servant of a firm', { ofTeam: true }, ['everybody', 'team'], ['everybody', 'team']],
    ['expert', { blind: true }, [], []],
    ['coordinator', { blind: true, ofTeam: true }, ['team', 'coordinators'], ['team', 'coordinators']],
    ['coordinator behind a wall', {}, [], []],
    ['coordinator behind a wall', { ofTeam: true }, [], []],
    [
      'coordinator behind a wall',
      { questionId: null },
      ['everybody', 'government', 'coordinators'],
      ['everybody', 'government', 'coordinators'],
    ],
    [
      'coordinator behind a bid’s wall',
      {},
      ['everybody', 'government', 'coordinators'],
      ['everybody', 'government', 'coordinators'],
    ],
  ])('%s of %j', (name, over, reads, writes) => {
    expect([levelsRead(CAST[name], item(over)), levelsWritten(CAST[name], item(over))]).toEqual([
      reads,
      writes,
    ]);
  });
});

describe('changing one’s own', () => {
  const minutes = (count: number) => new Date(AS_OF.getTime() - count * 60_000);
  const comment = (over: Partial<CommentStanding> = {}): CommentStanding => ({
    ...{ level: 'everybody', authorId: 'expert', postedAt: minutes(1), hiddenAt: null },
    ...over,
  });
  test.each<[string, Name, Partial<CommentStanding>, ReturnType<typeof mayEdit>]>([
    ['in time', 'expert', {}, { kind: 'allow' }],
    [
      'in the last moment',
      'expert',
      { postedAt: new Date(minutes(EDIT_MINUTES).getTime() + 1) },
      { kind: 'allow' },
    ],
    [
      'at the end of the time',
      'expert',
      { postedAt: minutes(EDIT_MINUTES) },
      { kind: 'deny', why: 'It is too late to change this comment.' },
    ],
    ['hidden', 'expert', { hiddenAt: AS_OF }, { kind: 'deny', why: 'This comment was hidden.' }],
    ['another’s', 'servant', {}, { kind: 'deny', why: 'Only its author changes a comment.' }],
    ['as coordinator', 'coordinator', {}, { kind: 'deny', why: 'Only its author changes a comment.' }],
    ['moved out of sight', 'expert', { level: 'team' }, { kind: 'hide' }],
  ])('%s', (_what, name, over, verdict) => {
    expect(mayEdit(CAST[name], item(), comment(over))).toEqual(verdict);
  });

  test('the time begins when it was posted, also for a clock behind', () =>
    expect([-60, 0, 29, 30, 31].map((count) => isEditable(minutes(count), AS_OF))).toEqual([
      ...[true, true, true, false, false],
    ]));
});

test('every level and every setting has words of its own', () => {
  expect(new Set(LEVELS.flatMap((level) => Object.values(LEVEL_WORDS[level]))).size).toBe(2 * LEVELS.length);
  expect(new Set(WATCH_SETTINGS.map((setting) => WATCH_WORDS[setting])).size).toBe(WATCH_SETTINGS.length);
});
