import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import { AT, pureCompetition, pureQuestion } from '../../../../tests/support/factories/pure-competition';
import type { Actor } from '../../actor';
import { mayMakePack } from '../assurance-policy';
import { closedGates } from './gates';

type Over = Parameters<typeof pureQuestion>[0];
const WHO =
  'A pack is made by the senior responsible owner, a coordinator without a part in the competition or, once it is settled, an auditor.';
const owner = someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') });
const gatesOf = (over: Over, actor: Actor = owner, hidesBidders = false) => [
  ...closedGates(actor, pureCompetition({ question: pureQuestion(over), hidesBidders })),
];

describe('why a part of a pack is closed', () => {
  const SEALED = 'Bids are sealed until they are opened after the deadline.';
  const HIDDEN = 'Who bids is hidden until the panel has agreed its scores.';
  const UNDECIDED = 'Until the decision bids are read by the panel alone.';

  test.each<[string, Over, boolean, string]>([
    ['sealed before they are opened', { openedAt: null }, false, SEALED],
    ['sealed goes before hidden', { openedAt: null }, true, SEALED],
    ['hidden goes before undecided', {}, true, HIDDEN],
    ['hidden even once it is decided', { decidedAt: AT, qualityAgreedAt: AT }, true, HIDDEN],
    ['undecided', {}, false, UNDECIDED],
    ['undecided though scores are agreed', { qualityAgreedAt: AT }, false, UNDECIDED],
  ])('%s: bids and scores say the same', (_what, over, hides, why) => {
    expect(gatesOf(over, owner, hides)).toEqual([
      ['bids', why],
      ['scores', why],
    ]);
  });

  test('answers of experts are for the team that asked, and no gate where nobody advises', () => {
    const advice: Over = { route: { takesBids: false, takesAdvice: true } };
    expect(gatesOf(advice)).toEqual([]);
    for (const actor of [nobody, someone(), someone({ id: 'author', ...inTeam('team', 'author') })])
      expect(gatesOf(advice, actor)).toEqual([['advice', 'Answers are for the team that asked.']]);
    expect(gatesOf({ route: { takesBids: false } }, nobody)).toEqual([]);
  });
});

describe('who makes a pack, by what has become of the question', () => {
  const ACTORS: [string, Actor, string, string][] = [
    ['a visitor', nobody, 'hide', 'hide'],
    ['somebody who is not verified', someone({ verified: false }), 'hide', 'hide'],
    ['a member', someone(), 'hide', 'hide'],
    ['an expert', someone({ expert: true }), 'hide', 'hide'],
    ['the owner', owner, 'allow', 'allow'],
    ['another owner of the team', someone(inTeam('team', 'seniorResponsibleOwner')), 'allow', 'allow'],
    ['an owner of another team', someone(inTeam('other', 'seniorResponsibleOwner')), 'hide', 'hide'],
    ['the author', someone({ id: 'author', ...inTeam('team', 'author') }), 'deny', 'deny'],
    ['a coordinator', someone({ roles: ['coordinator'] }), 'allow', 'allow'],
    ['an auditor', someone({ roles: ['auditor'] }), 'hide', 'allow'],
  ];

  test.each(ACTORS)('%s', (_who, actor, before, after) => {
    const verdicts = [null, AT].map((decidedAt) =>
      mayMakePack(actor, { question: pureQuestion({ decidedAt }), involved: ['owner', 'author'] }),
    );
    expect(verdicts.map(({ kind }) => kind)).toEqual([before, after]);
    for (const verdict of verdicts) if (verdict.kind === 'deny') expect(verdict).toMatchObject({ why: WHO });
  });
});
