import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import { isBlind } from '../questions/blind';
import { isEditable } from './comment';
import {
  levelsRead,
  levelsWritten,
  mayEdit,
  mayHide,
  mayReply,
  type CommentStanding,
  type DiscussedItem,
} from './discussion-policy';
import { namesCalled, withNames, withTokens } from './mentions';

const item = (over: Partial<DiscussedItem> = {}): DiscussedItem => ({
  seen: true,
  published: true,
  questionId: 'question',
  ofTeam: false,
  blind: false,
  ...over,
});

const CAST: Record<string, Actor> = {
  visitor: nobody,
  expert: someone({ id: 'expert', expert: true }),
  'civil servant': someone({ id: 'servant', ...inTeam('other', 'author') }),
  'civil servant with a firm': someone({ privateSector: true, ...inTeam('other', 'author') }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  auditor: someone({ roles: ['auditor'] }),
  assessor: someone({ expert: true, panels: [{ questionId: 'question', role: 'evaluator' }] }),
  'bidder behind a wall': someone({ expert: true, walls: [{ questionId: 'question', bidId: null }] }),
};

describe('who reads which level', () => {
  test.each<[string, Partial<DiscussedItem>, string[]]>([
    ['visitor', {}, ['everybody']],
    ['expert', {}, ['everybody']],
    ['civil servant', {}, ['everybody', 'government']],
    ['civil servant with a firm', {}, ['everybody']],
    ['civil servant', { ofTeam: true }, ['everybody', 'government', 'team']],
    ['coordinator', {}, ['everybody', 'government', 'coordinators']],
    ['auditor', {}, ['everybody']],
    ['bidder behind a wall', {}, []],
    ['expert', { seen: false }, []],
    ['civil servant', { published: false, ofTeam: true }, ['team']],
    ['coordinator', { published: false }, []],
    // Blind: whoever spoke where experts or assessors read could be known by it.
    ['visitor', { blind: true }, []],
    ['expert', { blind: true }, []],
    ['assessor', { blind: true }, []],
    ['civil servant', { blind: true }, []],
    ['civil servant', { blind: true, ofTeam: true }, ['team']],
    ['coordinator', { blind: true }, ['coordinators']],
  ])('%s of %j: %j', (name, over, levels) => {
    expect(levelsRead(CAST[name] ?? nobody, item(over))).toEqual(levels);
  });

  test('who only checks or reads says nothing', () => {
    expect(levelsWritten(CAST['auditor'] ?? nobody, item())).toEqual([]);
    expect(levelsWritten(nobody, item())).toEqual([]);
    expect(levelsWritten(CAST['expert'] ?? nobody, item())).toEqual(['everybody']);
  });
});

describe('one comment', () => {
  const comment: CommentStanding = {
    level: 'everybody',
    authorId: 'expert',
    postedAt: AS_OF,
    hiddenAt: null,
  };
  const as = (name: string) => CAST[name] ?? nobody;
  test('its author changes it for a while, nobody else, and not once it is hidden', () => {
    expect(mayEdit(as('expert'), item(), comment).kind).toBe('allow');
    expect(mayEdit(as('coordinator'), item(), comment).kind).toBe('deny');
    expect(mayEdit(as('expert'), item(), { ...comment, hiddenAt: AS_OF }).kind).toBe('deny');
    expect(mayEdit(as('expert'), item({ blind: true }), comment).kind).toBe('hide');
    const posted = new Date(AS_OF.getTime() - 30 * 60_000);
    expect([isEditable(posted, AS_OF), isEditable(new Date(posted.getTime() + 1), AS_OF)]).toEqual([
      false,
      true,
    ]);
  });
  test('coordinators hide what they read, once', () => {
    expect(mayHide(as('coordinator'), item(), comment).kind).toBe('allow');
    expect(mayHide(as('expert'), item(), comment).kind).toBe('deny');
    expect(mayHide(as('coordinator'), item(), { ...comment, level: 'team' }).kind).toBe('hide');
    expect(mayHide(as('coordinator'), item(), { ...comment, hiddenAt: AS_OF }).kind).toBe('deny');
  });
  test('a reply takes reading the level and taking part', () => {
    expect(mayReply(as('expert'), item(), { ...comment, level: 'government' }).kind).toBe('hide');
    expect(mayReply(as('auditor'), item(), comment).kind).toBe('deny');
  });
});

test.each<[string, Partial<Parameters<typeof isBlind>[0]>, boolean]>([
  ['open', {}, true],
  ['a request without bids', { takesBids: false }, false],
  ['a draft', { publishedAt: null }, false],
  ['awarded, no notice yet', { outcome: 'awarded' }, true],
  ['notice given', { outcome: 'awarded', told: true }, false],
  ['none suitable, not told yet', { outcome: 'noneSuitable' }, true],
  ['none suitable, told', { outcome: 'noneSuitable', told: true }, false],
  ['withdrawn', { withdrawnAt: AS_OF }, false],
])('blind, %s: %s', (_what, over, blind) => {
  const question = { takesBids: true, publishedAt: AS_OF, withdrawnAt: null, outcome: null, told: false };
  expect(isBlind({ ...question, ...over })).toBe(blind);
});

describe('mentions', () => {
  const ann = { reference: '2222223E', name: 'Ann Lee' };
  const people = [ann, { reference: '2222224G', name: 'Zoë O’Neil-Smith' }];
  test('the longest name that somebody bears is meant', () => {
    expect(namesCalled('ask @Ann Lee Today, or a@Mail')).toEqual(['Ann Lee Today', 'Ann Lee', 'Ann']);
    expect(withTokens('ask @Ann Lee Today', people)).toBe('ask @{2222223E} Today');
    expect(withTokens('@Zoë O’Neil-Smith. And @Ann Leeson', people)).toBe('@{2222224G}. And @Ann Leeson');
    expect(withTokens('x@Ann Lee, @ann lee, @everybody', people)).toBe('x@Ann Lee, @ann lee, @everybody');
  });
  test('each reader sees the name, or that it is somebody; what was typed as a token shows no name', () => {
    const text = 'see @{2222223E} and @{2222224G}';
    expect(withNames(text, [ann], { seesNames: true, markdown: true })).toBe(
      'see **@Ann Lee** and @{2222224G}',
    );
    expect(withNames(text, [ann], { seesNames: false, markdown: true })).toBe(
      'see **@somebody** and @{2222224G}',
    );
    const wild = { reference: '2222223E', name: '[x](http://e) *y*' };
    expect(withNames('@{2222223E}', [wild], { seesNames: true, markdown: true })).not.toMatch(/[^\\]\[x/);
  });
});
