import { describe, expect, test } from 'vitest';
import { someone } from '../../../tests/support/factories/actors';
import type { Person } from '../actor';
import { USUAL_METHOD } from '../questions/method/award-method';
import type { Competition, CompetitionQuestion, Declared } from './competition';
import {
  capacitiesOf,
  mayDecide,
  mayDecideInterest,
  mayModerate,
  mayReadBid,
  mayReadFile,
  mayRunPanel,
  mayScore,
  maySeeDeclarations,
  maySeeEvaluation,
  maySeeRanking,
  mayTellBidders,
} from './evaluation-policy';

const at = new Date('2026-11-22T09:00:00Z');

const question = (over: Partial<CompetitionQuestion> = {}): CompetitionQuestion => ({
  id: 'q',
  reference: 'AAAAAAAA',
  title: 'A question',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  budgetHolderId: 'holder',
  visibility: 'network',
  releasedAt: null,
  invitations: [],
  sponsorships: [],
  submittedAt: at,
  returnedAt: null,
  publishedAt: at,
  clarificationsCloseAt: at,
  closesAt: at,
  expressionsCloseAt: null,
  expressionCriteria: '',
  openedAt: at,
  evaluationStartedAt: at,
  qualityAgreedAt: null,
  interviewsAgreedAt: null,
  ...USUAL_METHOD,
  priceOpenedAt: null,
  decidedAt: null,
  deliveryStartedAt: null,
  answeredAt: null,
  withdrawnAt: null,
  setAsideAt: null,
  outcome: null,
  qualityWeight: 70,
  priceWeight: 30,
  awardsAvailable: 1,
  lotsMostBids: null,
  lotsMostAwards: null,
  lotRule: null,
  budgetMaximum: null,
  route: {
    takesBids: true,
    takesAdvice: false,
    name: 'Commissioned study',
    priceScored: true,
    priceAfterQuality: false,
    standstillWorkingDays: 0,
    minimumEvaluators: 2,
    conflictScope: 'competition',
    conflictYears: 3,
  },
  ...over,
});

const declared = (personId: string, over: Partial<Declared> = {}): Declared => ({
  id: `d-${personId}`,
  person: { id: personId, reference: 'BBBBBBBB', name: personId },
  stage: 'opening',
  capacity: 'evaluator',
  hasInterest: false,
  details: '',
  aboutIds: [],
  kinds: [],
  declaredAt: at,
  decidedAt: null,
  confirmed: null,
  decisionReason: null,
  ...over,
});

const competition = (over: Partial<Competition> = {}): Competition => ({
  question: question(),
  panel: [],
  declarations: [declared('evaluator'), declared('moderator', { capacity: 'moderator' })],
  named: [],
  bidWalls: [],
  recommendationId: null,
  ...over,
});

const person = (id: string, over: Partial<Person> = {}): Person =>
  someone({ id, name: id, asOf: at, ...over });

const inTeam = (roles: Person['teams'][number]['roles']) => ({
  teams: [{ teamId: 'team', organisationId: 'o', roles }],
});
const onPanel = (role: 'evaluator' | 'moderator') => ({ panels: [{ questionId: 'q', role }] });
const wall = (bidId: string | null) => ({ walls: [{ questionId: 'q', bidId }] });

const people = {
  author: person('author', inTeam(['author'])),
  owner: person('owner', inTeam(['seniorResponsibleOwner'])),
  holder: person('holder', inTeam(['budgetHolder'])),
  observer: person('observer', inTeam(['observer'])),
  evaluator: person('evaluator', onPanel('evaluator')),
  moderator: person('moderator', onPanel('moderator')),
  coordinator: person('coordinator', { roles: ['coordinator'] }),
  auditor: person('auditor', { roles: ['auditor'] }),
  expert: person('expert', { expert: true }),
  unverified: person('author', { ...inTeam(['author']), verified: false }),
};

type Who = keyof typeof people;
const verdicts = (judge: (actor: Person) => { kind: string }) =>
  Object.fromEntries(Object.entries(people).map(([who, actor]) => [who, judge(actor).kind])) as Record<
    Who,
    string
  >;

const table = (allow: Who[], deny: Who[]) =>
  Object.fromEntries(
    (Object.keys(people) as Who[]).map((who) => [
      who,
      allow.includes(who) ? 'allow' : deny.includes(who) ? 'deny' : 'hide',
    ]),
  );

const inside: Who[] = ['author', 'owner', 'holder', 'observer', 'evaluator', 'moderator', 'coordinator'];
const except = (...out: Who[]) => inside.filter((who) => !out.includes(who));

describe('before the decision', () => {
  test.each<[string, (actor: Person) => { kind: string }, Who[]]>([
    ['the evaluation is seen', (actor) => maySeeEvaluation(actor, question()), inside],
    ['the panel is run', (actor) => mayRunPanel(actor, question()), ['author', 'owner']],
    ['declarations are read', (actor) => maySeeDeclarations(actor, question()), ['owner', 'coordinator']],
    ['a bid is read', (actor) => mayReadBid(actor, competition(), 'b'), ['evaluator', 'moderator']],
    ['a bid is scored', (actor) => mayScore(actor, competition(), 'b'), ['evaluator']],
    ['the meeting is led', (actor) => mayModerate(actor, competition()), ['moderator']],
    ['the ranking is seen', (actor) => maySeeRanking(actor, competition()), ['evaluator', 'moderator']],
    [
      'the ranking with a recommendation is seen',
      (actor) => maySeeRanking(actor, competition({ recommendationId: 'r' })),
      ['owner', 'evaluator', 'moderator'],
    ],
    [
      'it is decided',
      (actor) => mayDecide(actor, competition({ recommendationId: 'r' }), 'moderator'),
      ['owner'],
    ],
    ['the file is read', (actor) => mayReadFile(actor, competition()), ['owner', 'moderator', 'coordinator']],
  ])('%s by the right people', (_, judge, allowed) => {
    expect(verdicts(judge)).toEqual(table(allowed, except(...allowed)));
  });
});

describe('after the decision', () => {
  const decided = competition({
    question: question({ qualityAgreedAt: at, decidedAt: at, outcome: 'awarded' }),
  });

  test('the auditor reads what stood', () => {
    for (const judge of [maySeeRanking, mayReadFile])
      expect(judge(people.auditor, decided).kind).toBe('allow');
    expect(maySeeDeclarations(people.auditor, decided.question).kind).toBe('allow');
    expect(mayReadBid(people.auditor, decided, 'b').kind).toBe('deny');
  });

  test('bidders are told by those who run it; everybody else who knows of it is denied', () => {
    expect(verdicts((actor) => mayTellBidders(actor, decided.question))).toEqual(
      table(['author', 'owner'], [...except('author', 'owner'), 'auditor']),
    );
  });
});

describe('a wall', () => {
  test.each(Object.entries(people))('around the competition hides all of it from %s', (_, actor) => {
    const behind = { ...actor, ...wall(null) };
    const judged = [
      maySeeEvaluation(behind, question()),
      mayReadBid(behind, competition(), 'b'),
      maySeeRanking(behind, competition({ recommendationId: 'r' })),
      mayDecide(behind, competition({ recommendationId: 'r' }), null),
      mayReadFile(behind, competition()),
    ];
    expect(judged.map(({ kind }) => kind)).toEqual(judged.map(() => 'hide'));
  });

  test('around one bid leaves the others, but keeps from settling them all', () => {
    const evaluator = { ...people.evaluator, ...wall('b') };
    expect(mayScore(evaluator, competition(), 'b').kind).toBe('hide');
    expect(mayScore(evaluator, competition(), 'c').kind).toBe('allow');
    expect(mayModerate({ ...people.moderator, ...wall('b') }, competition()).kind).toBe('deny');
    expect(
      mayDecide({ ...people.owner, ...wall('b') }, competition({ recommendationId: 'r' }), null).kind,
    ).toBe('deny');
  });
});

describe('reading bids', () => {
  test.each<[string, Declared[], string]>([
    ['nothing was declared', [], 'deny'],
    ['it was declared at publication only', [declared('evaluator', { stage: 'publication' })], 'deny'],
    ['an interest is not decided', [declared('evaluator', { hasInterest: true })], 'deny'],
    ['an interest was confirmed', [declared('evaluator', { hasInterest: true, confirmed: true })], 'deny'],
    ['an interest was dismissed', [declared('evaluator', { hasInterest: true, confirmed: false })], 'allow'],
    ['no interest was declared', [declared('evaluator')], 'allow'],
  ])('where %s', (_, declarations, kind) => {
    expect(mayReadBid(people.evaluator, competition({ declarations }), 'b').kind).toBe(kind);
  });
});

describe('deciding', () => {
  test('is never the author’s or the recommender’s, whatever roles they hold', () => {
    const both = person('author', inTeam(['author', 'seniorResponsibleOwner']));
    const waiting = competition({ recommendationId: 'r' });
    expect(mayDecide(both, waiting, 'moderator').kind).toBe('deny');
    expect(mayDecide(people.owner, waiting, 'owner').kind).toBe('deny');
    expect(mayDecide(person('deputy', inTeam(['seniorResponsibleOwner'])), waiting, 'moderator').kind).toBe(
      'allow',
    );
  });

  test('about an interest is the owner’s; the owner’s own is a coordinator’s', () => {
    expect(mayDecideInterest(people.owner, competition(), 'evaluator').kind).toBe('allow');
    expect(mayDecideInterest(people.coordinator, competition(), 'evaluator').kind).toBe('deny');
    expect(mayDecideInterest(people.owner, competition(), 'owner').kind).toBe('deny');
    expect(mayDecideInterest(people.coordinator, competition(), 'owner').kind).toBe('allow');
    expect(mayDecideInterest(people.coordinator, competition(), 'coordinator').kind).toBe('deny');
  });
});

test.each<[Who, string[]]>([
  ['author', ['author']],
  ['owner', ['seniorResponsibleOwner']],
  ['holder', ['budgetHolder']],
  ['observer', []],
  ['moderator', ['moderator']],
  ['coordinator', ['coordinator']],
  ['unverified', []],
])('%s influences as %j', (who, capacities) => {
  expect(capacitiesOf(people[who], question())).toEqual(capacities);
});
