import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someone, nobody } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import type { FindingStanding } from '../knowledge/finding-policy';
import { isOpenState, stateAt, type RequestKind, type RequestState } from './request';
import {
  mayAnswer,
  mayAsk,
  mayAskAbout,
  mayCancel,
  mayCommentOn,
  maySeeRequest,
  type RequestStanding,
  type Topic,
} from './request-policy';

const STATES: RequestState[] = ['asked', 'held', 'accepted', 'declined', 'cancelled', 'expired'];

const finding = (over: Partial<FindingStanding> = {}): FindingStanding => ({
  ...{ submittedById: 'owner', state: 'published', everPublished: true, everSubmitted: true },
  ...{ released: false, open: null, ...over },
});
const files = (over: Partial<FindingStanding> = {}) => ({
  finding: finding(over),
  authorIds: ['author'],
  access: { level: 'restricted' as const, opensOn: null, reason: 'Names', conditions: '' },
  grantedUntil: null,
});
const collection = (over = {}) => ({
  ...{ proposers: 'members' as const, review: 'atOnce' as const, closed: false, curatorIds: ['curator'] },
  ...over,
});
const TOPICS: Record<RequestKind, Topic> = {
  access: { kind: 'access', files: files() },
  annex: { kind: 'annex', seesStub: true, reads: false, keeps: false },
  inclusion: { kind: 'inclusion', files: files(), collection: collection() },
  deletion: { kind: 'deletion', files: files() },
  merge: { kind: 'merge', files: files(), into: finding() },
};
const KINDS = Object.keys(TOPICS) as RequestKind[];

const PEOPLE: Record<string, Actor> = {
  visitor: nobody,
  asker: someone({ id: 'asker' }),
  'asker, no longer verified': someone({ id: 'asker', verified: false }),
  'asker, half signed in': someone({ id: 'asker', secondFactorPassed: false }),
  owner: someone({ id: 'owner' }),
  author: someone({ id: 'author' }),
  curator: someone({ id: 'curator' }),
  'curator, no longer verified': someone({ id: 'curator', verified: false }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  'coordinator, half signed in': someone({
    id: 'coordinator',
    roles: ['coordinator'],
    secondFactorPassed: false,
  }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  administrator: someone({ id: 'administrator', roles: ['administrator'] }),
  'committee reader': someone({ id: 'committee', roles: ['committeeReader'] }),
  stranger: someone({ id: 'stranger' }),
};

type Rule = (actor: Actor, request: RequestStanding) => { kind: string };
const request = (kind: RequestKind, state: RequestState = 'asked'): RequestStanding => ({
  ...{ state, askedById: 'asker', topic: TOPICS[kind] },
});
const who = (rule: Rule, standing: RequestStanding, kind = 'allow'): string[] =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => rule(actor, standing).kind === kind)
    .map(([name]) => name);

const ANSWERING: Record<RequestKind, string[]> = {
  access: ['owner', 'author', 'coordinator'],
  annex: [],
  inclusion: ['curator', 'coordinator'],
  deletion: ['coordinator'],
  merge: ['coordinator'],
};

describe.each(KINDS)('a request of the kind %s', (kind) => {
  const answering = ANSWERING[kind];
  const involved = ['asker', ...answering];

  test.each(STATES)('that is %s is seen by its two sides, and does not exist for anybody else', (state) => {
    expect(who(maySeeRequest, request(kind, state))).toEqual(involved);
    const outside = Object.keys(PEOPLE).filter((name) => !involved.includes(name));
    for (const rule of [maySeeRequest, mayAnswer, mayCommentOn, mayCancel])
      expect(who(rule, request(kind, state), 'hide')).toEqual(outside);
  });

  test.each(['asked', 'held'] as const)('that is %s is answered, discussed and taken back', (state) => {
    expect(who(mayAnswer, request(kind, state))).toEqual(answering);
    expect(who(mayCommentOn, request(kind, state))).toEqual(involved);
    expect(who(mayCancel, request(kind, state))).toEqual(['asker']);
  });

  test.each(['accepted', 'declined', 'cancelled', 'expired'] as const)(
    'that is %s takes no step of anybody, and says that it has ended',
    (state) => {
      for (const rule of [mayAnswer, mayCommentOn, mayCancel]) {
        expect(who(rule, request(kind, state))).toEqual([]);
        expect(who(rule, request(kind, state), 'deny')).toEqual(involved);
        expect(rule(someone({ id: 'asker' }), request(kind, state))).toEqual({
          kind: 'deny',
          why: 'This request has ended.',
        });
      }
    },
  );

  test('is never answered by the one who asks, whatever they keep', () => {
    for (const [name, actor] of Object.entries(PEOPLE)) {
      if (actor.kind !== 'person') continue;
      const own = { ...request(kind), askedById: actor.id };
      expect([name, mayAnswer(actor, own).kind]).not.toEqual([name, 'allow']);
    }
  });
});

test('one who keeps an annex answers for it', () => {
  const topic: Topic = { kind: 'annex', seesStub: true, reads: true, keeps: true };
  const standing = { ...request('annex'), topic };
  expect(mayAnswer(someone({ id: 'keeper' }), standing).kind).toBe('allow');
  expect(mayAnswer(someone({ id: 'asker' }), standing).kind).toBe('deny');
});

describe('asking', () => {
  const asking = (topic: Topic): string[] =>
    Object.entries(PEOPLE)
      .filter(([, actor]) => mayAsk(actor, topic).kind === 'allow')
      .map(([name]) => name);
  const MEMBERS = ['asker', 'owner', 'author', 'curator', 'coordinator', 'administrator', 'stranger'];
  const NOT_KEEPING = ['asker', 'curator', 'auditor', 'administrator', 'stranger'];

  test('for files is for members who do not read them already', () =>
    expect(asking(TOPICS.access)).toEqual(NOT_KEEPING));

  test.each(['inclusion', 'merge'] as const)('for %s is for those who take part', (kind) =>
    expect(asking(TOPICS[kind])).toEqual(MEMBERS),
  );

  test('for its deletion is for those who keep it', () =>
    expect(asking(TOPICS.deletion)).toEqual(['owner', 'author', 'coordinator']));

  test.each([
    ['closed', { closed: true }, []],
    ['of its curators alone', { proposers: 'curators' }, ['curator', 'coordinator']],
    ['where each is accepted by another', { review: 'accepted' }, MEMBERS],
  ])('for a place in a collection that is %s', (_name, over, expected) =>
    expect(asking({ kind: 'inclusion', files: files(), collection: collection(over) })).toEqual(expected),
  );

  test.each([
    ['files of what is retracted', { kind: 'access', files: files({ state: 'retracted' }) }],
    ['the deletion of what is retracted', { kind: 'deletion', files: files({ state: 'retracted' }) }],
    ['merging what is retracted', { kind: 'merge', files: files({ state: 'retracted' }), into: finding() }],
    [
      'merging into what is superseded',
      { kind: 'merge', files: files(), into: finding({ state: 'superseded' }) },
    ],
    ['an annex that nobody knows of', { kind: 'annex', seesStub: false, reads: true, keeps: true }],
    ['an annex that they read', { kind: 'annex', seesStub: true, reads: true, keeps: false }],
  ] as [string, Topic][])('for %s is for nobody', (_name, topic) => expect(asking(topic)).toEqual([]));

  test('about a draft never tells a stranger that there is one', () => {
    const draft = { everPublished: false, everSubmitted: false, state: 'draft' as const };
    const stranger = someone({ id: 'stranger' });
    expect(mayAskAbout(stranger, finding(draft)).kind).toBe('hide');
    const topics: Topic[] = [
      { kind: 'access', files: files(draft) },
      { kind: 'deletion', files: files(draft) },
      { kind: 'inclusion', files: files(draft), collection: collection() },
      { kind: 'merge', files: files(draft), into: finding() },
      { kind: 'merge', files: files(), into: finding(draft) },
    ];
    expect(topics.map((topic) => mayAsk(stranger, topic).kind)).toEqual(Array(5).fill('hide'));
    expect(mayAskAbout(someone({ id: 'owner' }), finding(draft)).kind).toBe('deny');
  });

  test('before it is said for what, only where the finding was published and is not retracted', () => {
    const kinds = (over: Partial<FindingStanding>) =>
      ['stranger', 'auditor', 'unverified'].map((id) => {
        const roles = id === 'auditor' ? (['auditor'] as const) : [];
        return mayAskAbout(someone({ id, roles: [...roles], verified: id !== 'unverified' }), finding(over))
          .kind;
      });
    expect(kinds({})).toEqual(['allow', 'deny', 'hide']);
    expect(kinds({ state: 'superseded' })).toEqual(['allow', 'deny', 'hide']);
    expect(kinds({ state: 'retracted' })).toEqual(['deny', 'deny', 'hide']);
    expect(kinds({ released: true })).toEqual(['allow', 'deny', 'deny']);
  });
});

describe('the clock', () => {
  const instants = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2028-01-01'),
    noInvalidDate: true,
  });
  const states = fc.constantFrom(...STATES);

  test('ends what waits at its instant and nothing else, and once ended it stays so', () =>
    fc.assert(
      fc.property(states, instants, instants, fc.nat(), (state, expiresAt, now, later) => {
        const then = stateAt({ state, expiresAt }, now);
        expect(then).toBe(isOpenState(state) && now >= expiresAt ? 'expired' : state);
        const after = stateAt({ state, expiresAt }, new Date(now.getTime() + later));
        if (!isOpenState(then)) expect(after).toBe(then);
        expect(stateAt({ state: then, expiresAt }, now)).toBe(then);
      }),
    ));

  test('is exact to the millisecond', () => {
    const expiresAt = new Date('2026-12-22T09:30:00.000Z');
    const at = (iso: string) => stateAt({ state: 'held', expiresAt }, new Date(iso));
    expect(at('2026-12-22T09:29:59.999Z')).toBe('held');
    expect(at('2026-12-22T09:30:00.000Z')).toBe('expired');
  });
});
