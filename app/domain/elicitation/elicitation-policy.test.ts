import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import { NO_STAGE } from '../../../tests/support/factories/question-stages';
import type { Actor } from '../actor';
import type { FindingStanding } from '../knowledge/finding-policy';
import type { Verdict } from '../policy';
import type { QuestionForPolicy } from '../questions/question-policy';
import type { ElicitationStage } from './elicitation';
import {
  mayComment,
  mayEstimate,
  mayInviteExperts,
  mayLeaveElicitation,
  mayOpenElicitation,
  mayReadFirst,
  mayReadResult,
  mayRunElicitation,
  maySeeElicitation,
  mayWithdrawElicitation,
  type ElicitationStanding,
} from './elicitation-policy';

const day = (days: number) => new Date(AS_OF.getTime() + days * 86_400_000);
const question = (over: Partial<QuestionForPolicy> = {}): QuestionForPolicy => ({
  ...NO_STAGE,
  ...{ id: 'question', teamId: 'asking', authorId: 'author', seniorResponsibleOwnerId: 'owner' },
  ...{ budgetHolderId: null, visibility: 'team', releasedAt: null, invitations: [], sponsorships: [] },
  route: { takesBids: false, takesAdvice: true },
  ...{ submittedAt: day(-3), publishedAt: day(-2) },
  ...over,
});
const finding = (over: Partial<FindingStanding> = {}): FindingStanding => ({
  ...{ submittedById: 'sharer', state: 'published', everPublished: true, everSubmitted: true },
  ...{ released: false, open: null },
  ...over,
});

const CAST: Record<string, Actor> = {
  visitor: nobody,
  author: someone({ id: 'author', ...inTeam('asking', 'author') }),
  owner: someone({ id: 'owner', ...inTeam('asking', 'seniorResponsibleOwner') }),
  observer: someone({ id: 'observer', ...inTeam('asking', 'observer') }),
  'other team': someone({ id: 'other', ...inTeam('other', 'author') }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  given: someone({ id: 'given', expert: true }),
  'not given': someone({ id: 'not given', expert: true }),
  left: someone({ id: 'left', expert: true }),
  uninvited: someone({ id: 'uninvited', expert: true }),
  'given, unverified since': someone({ id: 'unverified', expert: true, verified: false }),
};
const at = (stage: ElicitationStage, over: Partial<ElicitationStanding> = {}): ElicitationStanding => ({
  ...{ question: question(), finding: null, stage, gaveFirst: ['given', 'left', 'unverified'] },
  experts: [
    ...['given', 'not given', 'unverified'].map((personId) => ({ personId, leftAt: null })),
    { personId: 'left', leftAt: day(-1) },
  ],
  ...over,
});
const STAGES: ElicitationStage[] = ['first', 'second', 'closed', 'tooFew', 'withdrawn'];
const may = (
  policy: (actor: Actor, standing: ElicitationStanding) => Verdict,
  standing: ElicitationStanding,
) => Object.keys(CAST).filter((name) => policy(CAST[name] ?? nobody, standing).kind === 'allow');

describe('about a question of one team', () => {
  const asking = ['author', 'owner', 'coordinator'];

  test.each(STAGES)('%s: those who ask and those who are asked see it, and nobody else', (stage) => {
    expect(may(maySeeElicitation, at(stage))).toEqual([
      ...['author', 'owner', 'observer', 'coordinator', 'given', 'not given', 'left'],
    ]);
  });

  test('whoever may not see it learns nothing by any other way', () => {
    const ways = [mayRunElicitation, mayInviteExperts, mayWithdrawElicitation, mayEstimate, mayReadFirst];
    for (const way of [...ways, mayReadResult, mayComment, mayLeaveElicitation])
      for (const name of ['visitor', 'other team', 'auditor', 'uninvited', 'given, unverified since'])
        for (const stage of STAGES) expect(way(CAST[name] ?? nobody, at(stage)).kind).toBe('hide');
  });

  test.each<[string, (actor: Actor, standing: ElicitationStanding) => Verdict, ElicitationStage, string[]]>([
    ['runs it', mayRunElicitation, 'first', asking],
    ['runs it to the end', mayRunElicitation, 'withdrawn', asking],
    ['invites', mayInviteExperts, 'first', asking],
    ['invites too late', mayInviteExperts, 'second', []],
    ['withdraws', mayWithdrawElicitation, 'second', asking],
    ['withdraws what has ended', mayWithdrawElicitation, 'tooFew', []],
    ['estimates first', mayEstimate, 'first', ['given', 'not given']],
    ['estimates again', mayEstimate, 'second', ['given']],
    ['estimates too late', mayEstimate, 'closed', []],
    ['reads first estimates before they close', mayReadFirst, 'first', []],
    ['reads first estimates', mayReadFirst, 'second', [...asking, 'given']],
    ['reads first estimates of too few', mayReadFirst, 'tooFew', []],
    ['reads first estimates of what was withdrawn', mayReadFirst, 'withdrawn', []],
    ['discusses', mayComment, 'second', [...asking, 'given']],
    ['discusses what is closed', mayComment, 'closed', []],
    ['reads the result too early', mayReadResult, 'second', []],
    ['leaves', mayLeaveElicitation, 'first', ['given', 'not given']],
    ['leaves what has ended', mayLeaveElicitation, 'closed', []],
  ])('who %s', (_what, policy, stage, names) => expect(may(policy, at(stage))).toEqual(names));

  test('the observer of the team looks on, and gives a name to nothing', () => {
    const observer = CAST['observer'] ?? nobody;
    expect(maySeeElicitation(observer, at('second')).kind).toBe('allow');
    expect(mayReadFirst(observer, at('second')).kind).toBe('deny');
  });

  test('once closed, the result is for everybody inside who may know of the question', () => {
    const open = at('closed', { question: question({ visibility: 'network' }) });
    expect(may(mayReadResult, open)).toEqual(
      Object.keys(CAST).filter((name) => !/visitor|auditor|since/.test(name)),
    );
    expect(may(mayReadResult, { ...open, stage: 'second' })).toEqual([]);
  });
});

describe('opening one', () => {
  const opens = (subject: { question: QuestionForPolicy | null; finding: FindingStanding | null }) =>
    Object.fromEntries(
      ['visitor', 'author', 'observer', 'other team', 'coordinator', 'given'].map((name) => [
        name,
        mayOpenElicitation(CAST[name] ?? nobody, subject).kind,
      ]),
    );

  test('about a question: its team’s leads and coordinators, and hidden where the question is', () => {
    expect(opens({ question: question(), finding: null })).toEqual({
      ...{ visitor: 'hide', author: 'allow', observer: 'deny', 'other team': 'hide' },
      ...{ coordinator: 'allow', given: 'hide' },
    });
  });

  test('about a finding: coordinators alone, though others read it', () => {
    expect(opens({ question: null, finding: finding() })).toEqual({
      ...{ visitor: 'hide', author: 'deny', observer: 'deny', 'other team': 'deny' },
      ...{ coordinator: 'allow', given: 'deny' },
    });
  });

  test('never about what is not published', () => {
    const draft = question({ publishedAt: null, submittedAt: null });
    expect(mayOpenElicitation(CAST['author'] ?? nobody, { question: draft, finding: null })).toEqual({
      kind: 'deny',
      why: 'Experts are asked once the question is published.',
    });
    const submitted = finding({ everPublished: false, state: 'submitted' });
    expect(mayOpenElicitation(CAST['coordinator'] ?? nobody, { question: null, finding: submitted })).toEqual(
      {
        kind: 'deny',
        why: 'Experts are asked once the finding is published.',
      },
    );
  });
});
