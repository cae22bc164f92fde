import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { mayKeepAnnex, mayReadAnnex, maySeeStub, mayWriteAnnex, type AnnexStanding } from './annex-policy';
import { annexStub } from './annex-stub';

const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.id : 'visitor');

const annex = (over: Partial<AnnexStanding> = {}): AnnexStanding => ({
  sees: () => true,
  owns: (actor) => idOf(actor) === 'owner',
  walled: (actor) => idOf(actor) === 'walled',
  published: true,
  missing: false,
  announced: true,
  readerIds: ['listed', 'walled'],
  readerTeamIds: ['team'],
  ...over,
});

const PEOPLE: Record<string, Actor> = {
  visitor: nobody,
  unverified: someone({ id: 'listed', verified: false }),
  other: someone({ id: 'other' }),
  listed: someone({ id: 'listed' }),
  'of a listed team': someone({ id: 'fellow', ...inTeam('team', 'observer') }),
  'of another team': someone({ id: 'stranger', ...inTeam('another', 'author') }),
  walled: someone({ id: 'walled' }),
  owner: someone({ id: 'owner' }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  'half signed in': someone({ id: 'listed', secondFactorPassed: false }),
};

const allowed = (rule: typeof maySeeStub, standing: AnnexStanding, kind = 'allow'): string[] =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => rule(actor, standing).kind === kind)
    .map(([name]) => name);

const READERS = ['listed', 'of a listed team', 'owner', 'coordinator'];

describe('an announced annex', () => {
  test('is read by its list, its owner and the coordinators, and by nobody behind a wall', () =>
    expect(allowed(mayReadAnnex, annex())).toEqual(READERS));

  test('is known to whoever sees what it stands beside, save behind a wall', () => {
    expect(allowed(maySeeStub, annex())).toEqual(Object.keys(PEOPLE).filter((name) => name !== 'walled'));
    expect(allowed(mayReadAnnex, annex(), 'hide')).toEqual(['walled']);
  });

  test('is kept by its owner and the coordinators alone', () => {
    expect(allowed(mayKeepAnnex, annex())).toEqual(['owner', 'coordinator']);
    expect(allowed(mayWriteAnnex, annex())).toEqual(['owner', 'coordinator']);
    expect(allowed(mayKeepAnnex, annex(), 'hide')).toEqual(['walled']);
  });
});

describe('a silent annex', () => {
  const silent = annex({ announced: false });

  test('does not exist for anybody else', () => {
    for (const rule of [maySeeStub, mayReadAnnex]) expect(allowed(rule, silent)).toEqual(READERS);
    for (const rule of [maySeeStub, mayReadAnnex, mayKeepAnnex, mayWriteAnnex])
      expect(allowed(rule, silent, 'deny').filter((name) => !READERS.includes(name))).toEqual([]);
  });

  test('answers everybody else as a missing one does', () => {
    const missing = annex({ missing: true, announced: false, readerIds: [], readerTeamIds: [] });
    for (const rule of [maySeeStub, mayReadAnnex, mayKeepAnnex, mayWriteAnnex])
      for (const [name, actor] of Object.entries(PEOPLE))
        if (!READERS.includes(name))
          expect([name, rule(actor, silent)]).toEqual([name, rule(actor, missing)]);
  });
});

describe('what it stands beside decides first', () => {
  test('whoever does not see that sees nothing of the annex, listed or not', () => {
    const hidden = annex({ sees: () => false });
    for (const rule of [maySeeStub, mayReadAnnex, mayKeepAnnex, mayWriteAnnex])
      expect(allowed(rule, hidden, 'hide')).toEqual(Object.keys(PEOPLE));
  });

  test('before publication a coordinator keeps nothing', () => {
    const draft = annex({ published: false, announced: false });
    expect(allowed(mayKeepAnnex, draft)).toEqual(['owner']);
  });

  test('the first one is written by those who would keep it', () => {
    const missing = annex({ missing: true, readerIds: [], readerTeamIds: [] });
    expect(allowed(mayWriteAnnex, missing)).toEqual(['owner', 'coordinator']);
    expect(allowed(mayKeepAnnex, missing)).toEqual([]);
    expect(allowed(mayReadAnnex, missing)).toEqual([]);
  });
});

describe('what stands in its place', () => {
  const words = 12;
  test.each([
    ['nothing where there is none', null, false, true, null],
    ['a way to write one for who would keep it', null, true, true, { words: 0, reads: false, asks: false }],
    ['nothing where it is silent', { announced: false, listed: false }, false, true, null],
    [
      'its length for a reader',
      { announced: false, listed: true },
      false,
      true,
      { words, reads: true, asks: false },
    ],
    [
      'its length and a way to ask',
      { announced: true, listed: false },
      false,
      true,
      { words, reads: false, asks: true },
    ],
    [
      'its length alone for a visitor',
      { announced: true, listed: false },
      false,
      false,
      { words, reads: false, asks: false },
    ],
    [
      'all of it for who keeps it',
      { announced: false, listed: false },
      true,
      true,
      { words, reads: true, asks: false },
    ],
  ])('%s', (_name, known, keeps, isMember, expected) => {
    const stub = annexStub({ annex: known && { words, ...known }, keeps, isMember });
    expect(stub).toEqual(expected && { ...expected, keeps });
  });

  test('whoever is not a member reads nothing, though their id be on the list', () =>
    expect(
      annexStub({ annex: { words, announced: false, listed: true }, keeps: false, isMember: false }),
    ).toBeNull());
});
