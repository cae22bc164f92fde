import { describe, expect, test } from 'vitest';
import { someone } from '../../../tests/support/factories/actors';
import type { FindingStanding } from '../knowledge/finding-policy';
import { stateAt, type RequestState } from './request';
import {
  mayAnswer,
  mayAsk,
  mayCancel,
  maySeeRequest,
  type RequestStanding,
  type Topic,
} from './request-policy';

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
const collection = {
  proposers: 'members',
  review: 'atOnce',
  closed: false,
  curatorIds: ['curator'],
} as const;
const inclusion: Topic = {
  kind: 'inclusion',
  files: files(),
  collection: { ...collection, curatorIds: [...collection.curatorIds] },
};
const topics: Record<string, Topic> = {
  access: { kind: 'access', files: files() },
  deletion: { kind: 'deletion', files: files() },
  merge: { kind: 'merge', files: files(), into: finding() },
  inclusion,
  annex: { kind: 'annex', seesStub: true, reads: false, keeps: false },
};
const WHO = ['other', 'owner', 'author', 'curator'].map((id) => someone({ id }));
const ALL = [
  ...WHO,
  someone({ id: 'coordinator', roles: ['coordinator'] }),
  someone({ id: 'auditor', roles: ['auditor'] }),
];

describe('who asks for what', () => {
  test.each([
    ['access', ['allow', 'deny', 'deny', 'allow', 'deny', 'allow']],
    ['deletion', ['deny', 'allow', 'allow', 'deny', 'allow', 'deny']],
    ['merge', ['allow', 'allow', 'allow', 'allow', 'allow', 'deny']],
    ['inclusion', ['allow', 'allow', 'allow', 'allow', 'allow', 'deny']],
    ['annex', Array(6).fill('allow')],
  ] as const)('%s', (kind, expected) => {
    const topic = topics[kind];
    if (!topic) throw new Error('named above');
    expect(ALL.map((actor) => mayAsk(actor, topic).kind)).toEqual(expected);
  });

  test('nothing of what they may not know of', () => {
    const hidden = { everPublished: false, everSubmitted: false, state: 'draft' as const };
    const [other] = WHO;
    if (!other) throw new Error('made above');
    for (const kind of ['access', 'deletion'] as const)
      expect(mayAsk(other, { kind, files: files(hidden) }).kind).toBe('hide');
    expect(mayAsk(other, { kind: 'merge', files: files(), into: finding(hidden) }).kind).toBe('hide');
    expect(mayAsk(other, { kind: 'annex', seesStub: false, reads: false, keeps: false }).kind).toBe('hide');
    const into = finding({ state: 'superseded' });
    expect(mayAsk(other, { kind: 'merge', files: files(), into }).kind).toBe('deny');
  });
});

describe('who answers', () => {
  const asked = (topic: Topic | undefined, over: Partial<RequestStanding> = {}): RequestStanding => {
    if (!topic) throw new Error('named above');
    return { state: 'asked', askedById: 'other', topic, ...over };
  };
  test.each([
    ['access', ['deny', 'allow', 'allow', 'hide', 'allow', 'hide']],
    ['deletion', ['deny', 'hide', 'hide', 'hide', 'allow', 'hide']],
    ['merge', ['deny', 'hide', 'hide', 'hide', 'allow', 'hide']],
    ['inclusion', ['deny', 'hide', 'hide', 'allow', 'allow', 'hide']],
    ['annex', ['deny', 'hide', 'hide', 'hide', 'hide', 'hide']],
  ] as const)('%s', (kind, expected) =>
    expect(ALL.map((actor) => mayAnswer(actor, asked(topics[kind])).kind)).toEqual(expected),
  );

  test('nobody once it has ended, and only the asker cancels', () => {
    for (const state of ['accepted', 'declined', 'cancelled', 'expired'] as const) {
      const standing = asked(topics['access'], { state });
      expect(ALL.map((actor) => mayAnswer(actor, standing).kind)).not.toContain('allow');
      expect(ALL.map((actor) => maySeeRequest(actor, standing).kind).slice(0, 2)).toEqual(['allow', 'allow']);
    }
    const waiting = asked(topics['access'], { state: 'held' });
    expect(ALL.map((actor) => mayCancel(actor, waiting).kind)).toEqual([
      'allow',
      'deny',
      'deny',
      'hide',
      'deny',
      'hide',
    ]);
  });
});

test.each([
  ['asked', '2026-12-01', 'asked'],
  ['asked', '2026-11-22', 'expired'],
  ['held', '2026-11-22', 'expired'],
  ['accepted', '2026-11-01', 'accepted'],
  ['declined', '2026-11-01', 'declined'],
] as const)('%s with an end on %s is %s', (state: RequestState, ends, expected) =>
  expect(stateAt({ state, expiresAt: new Date(ends) }, new Date('2026-11-22'))).toBe(expected),
);
