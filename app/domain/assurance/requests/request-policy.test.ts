import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor, InstallationRole, Person, TeamRole } from '../../actor';
import type { BidForPolicy, Place } from '../../bids/bid-policy';
import type { Verdict } from '../../policy';
import {
  mayAnswerConsultation,
  mayHandleRequest,
  mayLog,
  mayReadLog,
  maySeeConsultation,
  maySeeRequest,
  type ConcernedQuestion,
  type RequestForPolicy,
} from './request-policy';

const HANDLE = 'Coordinators and senior responsible owners handle requests for information. You read them.';
const LOG = 'Coordinators and senior responsible owners log requests for information.';
const ANSWER = 'The lead and the editors of the bid answer for it.';

const said = (verdict: Verdict): string => (verdict.kind === 'deny' ? verdict.why : verdict.kind);
const question = (over: Partial<ConcernedQuestion> = {}): ConcernedQuestion => ({
  id: 'q',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  involved: false,
  ...over,
});
const about = (...questions: ConcernedQuestion[]): RequestForPolicy => ({ questions });
const one = about(question());

const member = (id: string, ...roles: TeamRole[]): Person => someone({ id, ...inTeam('team', ...roles) });
const holding = (...roles: InstallationRole[]): Person => someone({ id: roles.join('-'), roles });
const owner = member('owner', 'seniorResponsibleOwner');
const coordinator = holding('coordinator');
const auditor = holding('auditor');
const walled = (actor: Person, questionId: string, bidId: string | null): Person => ({
  ...actor,
  walls: [{ questionId, bidId }],
});

/** See, handle, read the log, log: in this order. */
const verdicts = (actor: Actor, request = one): string[] => [
  said(maySeeRequest(actor, request)),
  said(mayHandleRequest(actor, request)),
  said(mayReadLog(actor)),
  said(mayLog(actor)),
];
const NONE = ['hide', 'hide', 'hide', 'hide'];
const ALL = ['allow', 'allow', 'allow', 'allow'];
const LOG_ALONE = ['hide', 'hide', 'allow', 'allow'];

describe('who sees, handles, reads the log and logs', () => {
  test.each<[string, Actor, string[]]>([
    ['a visitor', nobody, NONE],
    ['somebody of the network', someone(), NONE],
    ['an expert', someone({ expert: true }), NONE],
    ['the owner', owner, ALL],
    ['an owner named outside the team', someone({ id: 'owner' }), ['allow', 'allow', 'hide', 'hide']],
    ['an unverified owner', { ...owner, verified: false }, NONE],
    ['an owner without the second factor', { ...owner, secondFactorPassed: false }, NONE],
    ['a colleague who stands in', member('deputy', 'seniorResponsibleOwner'), ALL],
    ['the author who stands in', member('author', 'seniorResponsibleOwner'), LOG_ALONE],
    ['the author', member('author', 'author'), NONE],
    ['the budget holder', member('holder', 'budgetHolder'), NONE],
    ['the moderator', member('mo', 'moderator'), NONE],
    ['an evaluator', member('one', 'evaluator'), NONE],
    ['an observer', member('eye', 'observer'), NONE],
    ['an owner elsewhere', someone({ id: 'far', ...inTeam('far', 'seniorResponsibleOwner') }), LOG_ALONE],
    ['a coordinator', coordinator, ALL],
    ['an unverified coordinator', { ...coordinator, verified: false }, NONE],
    ['a coordinator without the second factor', { ...coordinator, secondFactorPassed: false }, NONE],
    ['an auditor', auditor, ['allow', HANDLE, 'allow', LOG]],
    ['an unverified auditor', { ...auditor, verified: false }, NONE],
    ['an auditor who coordinates', holding('auditor', 'coordinator'), ALL],
    ['an administrator', holding('administrator'), NONE],
    ['a reader of a committee', holding('committeeReader'), NONE],
    ['an auditor who owns it', { ...owner, roles: ['auditor'] }, ALL],
  ])('%s', (_who, actor, expected) => {
    expect(verdicts(actor)).toEqual(expected);
  });
});

describe('a wall', () => {
  test.each<[string, Person]>([
    ['the owner', owner],
    ['a coordinator', coordinator],
    ['an auditor', auditor],
  ])('hides a request about its question from %s, and leaves the log', (_who, actor) => {
    for (const bidId of [null, 'bid']) {
      const kept = walled(actor, 'q', bidId);
      expect(verdicts(kept).slice(0, 2)).toEqual(['hide', 'hide']);
      expect(said(mayReadLog(kept))).toBe('allow');
      expect(said(maySeeRequest(walled(actor, 'another', bidId), one))).toBe('allow');
    }
  });

  test('about any of several questions is enough', () => {
    const several = about(question({ id: 'a' }), question({ id: 'b' }), question({ id: 'c' }));
    for (const id of ['a', 'b', 'c'])
      expect(said(maySeeRequest(walled(coordinator, id, null), several))).toBe('hide');
    expect(said(maySeeRequest(walled(coordinator, 'd', null), several))).toBe('allow');
  });
});

describe('a part in the competition', () => {
  const involved = about(question({ involved: true }));

  test.each<[string, Person, string]>([
    ['the owner who answers for it', owner, 'allow'],
    ['a colleague who stands in', member('deputy', 'seniorResponsibleOwner'), 'allow'],
    ['a coordinator', coordinator, 'hide'],
    ['an auditor', auditor, 'hide'],
    ['an author who coordinates', { ...member('author', 'author'), roles: ['coordinator'] }, 'hide'],
  ])('of %s', (_who, actor, verdict) => {
    expect(said(maySeeRequest(actor, involved))).toBe(verdict);
    expect(said(mayHandleRequest(actor, involved))).toBe(verdict);
  });

  test('in a second question keeps the owner of the first from it', () => {
    const foreign = question({ id: 'b', teamId: 'far', seniorResponsibleOwnerId: 'x' });
    expect(said(maySeeRequest(owner, about(question(), foreign)))).toBe('allow');
    expect(said(maySeeRequest(owner, about(question(), { ...foreign, involved: true })))).toBe('hide');
    expect(said(maySeeRequest(owner, about({ ...foreign, involved: true }, question())))).toBe('hide');
  });
});

describe('a request about several questions', () => {
  const mine = question({ id: 'mine' });
  const theirs = question({ id: 'theirs', teamId: 'far', seniorResponsibleOwnerId: 'x', authorId: 'y' });

  test('is handled by the owner of any of them', () => {
    expect(said(mayHandleRequest(owner, about(mine, theirs)))).toBe('allow');
    expect(said(mayHandleRequest(owner, about(theirs, mine)))).toBe('allow');
    expect(said(mayHandleRequest(owner, about(theirs)))).toBe('hide');
  });

  test('without an owner named is handled by the team’s and by coordinators', () => {
    const unowned = about(question({ seniorResponsibleOwnerId: null }));
    expect(said(mayHandleRequest(owner, unowned))).toBe('allow');
    expect(said(mayHandleRequest(someone({ id: 'owner' }), unowned))).toBe('hide');
    expect(said(mayHandleRequest(coordinator, unowned))).toBe('allow');
  });

  test('about nothing is for coordinators, and auditors to read', () => {
    expect(
      [owner, coordinator, auditor, nobody].map((actor) => said(mayHandleRequest(actor, about()))),
    ).toEqual(['hide', 'allow', HANDLE, 'hide']);
  });
});

const place = (personId: string, role: Place['role'], over: Partial<Place> = {}): Place => ({
  personId,
  role,
  acceptedAt: AS_OF,
  declinedAt: null,
  ...over,
});
const bid: BidForPolicy = {
  id: 'bid',
  questionId: 'q',
  members: [
    place('lead', 'lead'),
    place('editor', 'editor'),
    place('partner', 'partner'),
    place('asked', 'editor', { acceptedAt: null }),
    place('declined', 'editor', { declinedAt: AS_OF }),
  ],
};

describe('a consultation', () => {
  test.each<[string, Actor, string, string]>([
    ['the lead', someone({ id: 'lead' }), 'allow', 'allow'],
    ['an editor', someone({ id: 'editor' }), 'allow', 'allow'],
    ['a partner', someone({ id: 'partner' }), 'allow', ANSWER],
    ['somebody asked into the bid', someone({ id: 'asked' }), 'hide', 'hide'],
    ['somebody who declined', someone({ id: 'declined' }), 'hide', 'hide'],
    ['a rival', someone({ id: 'rival', expert: true }), 'hide', 'hide'],
    ['a visitor', nobody, 'hide', 'hide'],
    [
      'the lead without the second factor',
      someone({ id: 'lead', secondFactorPassed: false }),
      'hide',
      'hide',
    ],
    ['the owner', owner, 'allow', ANSWER],
    ['a coordinator', coordinator, 'allow', ANSWER],
    ['an auditor', auditor, 'allow', ANSWER],
    ['the author', member('author', 'author'), 'hide', 'hide'],
    ['the moderator', member('mo', 'moderator'), 'hide', 'hide'],
    ['an administrator', holding('administrator'), 'hide', 'hide'],
  ])('of a bid, for %s', (_who, actor, sees, answers) => {
    expect(said(maySeeConsultation(actor, one, bid))).toBe(sees);
    expect(said(mayAnswerConsultation(actor, one, bid))).toBe(answers);
  });

  test('stays with the bidder who has a part in the competition, and leaves out walled handlers', () => {
    const involved = about(question({ involved: true }));
    expect(said(mayAnswerConsultation(someone({ id: 'lead' }), involved, bid))).toBe('allow');
    expect(said(maySeeConsultation(coordinator, involved, bid))).toBe('hide');
    expect(said(maySeeConsultation(walled(owner, 'q', 'bid'), one, bid))).toBe('hide');
  });

  test('of a bid nobody is in is for handlers alone', () => {
    const empty = { ...bid, members: [] };
    expect(said(maySeeConsultation(someone({ id: 'lead' }), one, empty))).toBe('hide');
    expect(said(maySeeConsultation(coordinator, one, empty))).toBe('allow');
  });
});

describe('whatever the request', () => {
  const anyQuestion = fc.record({
    id: fc.constantFrom('q', 'r', 's'),
    teamId: fc.constantFrom('team', 'far'),
    authorId: fc.constantFrom('author', 'owner'),
    seniorResponsibleOwnerId: fc.constantFrom('owner', 'author', null),
    involved: fc.boolean(),
  });
  const anyActor = fc
    .record({
      id: fc.constantFrom('owner', 'author', 'x'),
      roles: fc.subarray<InstallationRole>(['coordinator', 'auditor', 'administrator', 'committeeReader']),
      team: fc.constantFrom('team', 'far'),
      teamRoles: fc.subarray<TeamRole>(['author', 'seniorResponsibleOwner', 'moderator']),
      walls: fc.array(
        fc.record({ questionId: fc.constantFrom('q', 'r'), bidId: fc.constantFrom('b', null) }),
        {
          maxLength: 1,
        },
      ),
    })
    .map(({ team, teamRoles, ...over }) => someone({ ...over, ...inTeam(team, ...teamRoles) }));
  const anyRequest = fc.array(anyQuestion, { maxLength: 4 });

  test('nobody handles what they do not see, and no other reason than one is given', () => {
    fc.assert(
      fc.property(anyActor, anyRequest, (actor, questions) => {
        const sees = said(maySeeRequest(actor, { questions }));
        const handles = said(mayHandleRequest(actor, { questions }));
        expect(['allow', 'hide']).toContain(sees);
        expect(sees === 'hide' ? ['hide'] : ['allow', HANDLE]).toContain(handles);
      }),
    );
  });

  test('the order of its questions changes nothing', () => {
    fc.assert(
      fc.property(anyActor, anyRequest, (actor, questions) => {
        expect(mayHandleRequest(actor, { questions: questions.toReversed() })).toEqual(
          mayHandleRequest(actor, { questions }),
        );
      }),
    );
  });

  test('a wall or a part never shows more than there was without it', () => {
    fc.assert(
      fc.property(anyActor, anyRequest, (actor, questions) => {
        if (maySeeRequest(actor, { questions }).kind !== 'allow') return;
        const free = questions.map((each) => ({ ...each, involved: false }));
        expect(maySeeRequest({ ...actor, walls: [] }, { questions: free }).kind).toBe('allow');
      }),
    );
  });
});
