import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../tests/support/factories/actors';
import type { Actor } from '../actor';
import { newReference } from '../new-reference.server';
import { allow, deny, hide } from '../policy';
import type { Part } from '../part.server';
import { isRefusal, refuse, refuseField } from '../refusal';
import { acceptRequest } from './commands/accept-request.server';
import { askRequest } from './commands/ask-request.server';
import { cancelRequest } from './commands/cancel-request.server';
import { commentOnRequest } from './commands/comment-on-request.server';
import { declineRequest } from './commands/decline-request.server';
import { holdRequest } from './commands/hold-request.server';
import type { LoadedRequest } from './loaded-request.server';
import { MOST_OPEN, type RequestKind } from './request';
import type { LoadedTopic } from './request-topic.server';

const FINDING = newReference();
const REQUEST = newReference();
const NOW = new Date('2026-11-22T12:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const keeper = someone({ id: 'keeper', asOf: NOW });
const asker = someone({ id: 'asker', asOf: NOW });

const about = (kind: RequestKind = 'annex', over: Partial<LoadedTopic> = {}): LoadedTopic => ({
  topic: { kind: 'annex', seesStub: true, reads: false, keeps: true },
  ids: { kind, findingId: 'finding', annexId: null, collectionId: null, intoId: null },
  ...{ title: 'Boats', noun: 'finding', reference: FINDING, collection: null, into: null },
  ...{ conditions: '', ...over },
});
const loaded = (expiresAt = later(1)): LoadedRequest => ({
  row: {
    ...{ id: 'request', reference: REQUEST, kind: 'annex', state: 'asked', reason: 'For a review' },
    ...{ conditions: '', askedById: 'asker', askedAt: later(-1), expiresAt, decidedAt: null },
    ...{ decidedById: null, findingId: null, annexId: 'annex', collectionId: null, intoId: null },
  },
  about: about(),
  standing: { state: 'asked', askedById: 'asker', topic: about().topic },
});

/** What `decide` is given besides what was loaded, with ids that count up. */
const situation = <Input, Loaded>(input: Input, what: Loaded, actor: Actor = keeper) => {
  let made = 0;
  const newId = () => `id-${(made += 1)}`;
  return { input, loaded: what, actor, now: NOW, newId, newReference };
};
const nameOf = (decided: object): string => (isRefusal(decided) ? decided.name : 'accepted');

const STEPS = [
  ['comment', commentOnRequest, 'RequestWasCommentedOn', 'commented'],
  ['hold', holdRequest, 'RequestWasHeld', 'held'],
  ['decline', declineRequest, 'RequestWasDeclined', 'declined'],
  ['cancel', cancelRequest, 'RequestWasCancelled', 'cancelled'],
] as const;

describe.each(STEPS)('to %s', (_name, operation, fact, kind) => {
  const input = { reference: REQUEST, text: 'A confidential sentence' };

  test('writes one step and one fact, which never holds the words', () => {
    const decided = operation.decide(situation(input, loaded()));
    expect(decided).toEqual({
      change: {
        ...{ id: 'id-1', requestId: 'request', reference: REQUEST, kind },
        ...{ text: 'A confidential sentence', by: 'keeper' },
      },
      facts: [{ name: fact, noun: 'request', nounId: 'request', data: { kind: 'annex', eventId: 'id-1' } }],
    });
    if (!isRefusal(decided)) expect(JSON.stringify(decided.facts)).not.toContain('confidential');
  });

  test.each([
    ['a millisecond before its end', 1, 'accepted'],
    ['at its end', 0, 'RequestHasExpired'],
    ['long after', -86_400_000, 'RequestHasExpired'],
  ])('%s: %s', (_when, left, expected) =>
    expect(nameOf(operation.decide(situation(input, loaded(later(left)))))).toBe(expected),
  );

  test('is a step of a person: a visitor who came so far is a fault of the policy', () =>
    expect(() => operation.decide(situation(input, loaded(), nobody))).toThrow('authorised above'));
});

describe('what each step takes', () => {
  const reads = (operation: { input: { safeParse: (raw: unknown) => { success: boolean } } }, over: object) =>
    operation.input.safeParse({ reference: REQUEST, ...over }).success;

  test.each([
    ['no words', {}, [false, true, false, true, true]],
    ['blank words', { text: ' \n ' }, [false, true, false, true, true]],
    ['words', { text: 'Because' }, [true, true, true, true, true]],
    ['too many words', { text: 'x'.repeat(2001) }, [false, false, false, false, false]],
    ['another field', { text: 'Because', decidedById: 'me' }, [false, false, false, false, false]],
    ['another state', { text: 'Because', state: 'accepted' }, [false, false, false, false, false]],
  ])('%s', (_name, over, expected) =>
    expect(
      [commentOnRequest, holdRequest, declineRequest, cancelRequest, acceptRequest].map((operation) =>
        reads(operation, over),
      ),
    ).toEqual(expected),
  );
});

describe('to accept', () => {
  const input = { reference: REQUEST, text: '', until: undefined };
  const granted = { name: 'AnnexReaderWasAdded', noun: 'finding' as const, nounId: 'finding' };
  const part = (over: Partial<Part> = {}): Part => ({
    verdict: allow,
    decide: () => ({ change: () => Promise.resolve(), facts: [granted] }),
    ...over,
  });
  const accept = (over: Partial<Part> | null, expiresAt?: Date) =>
    acceptRequest.decide(situation(input, { ...loaded(expiresAt), part: over && part(over) }));

  test('carries its own fact and those of what it carries out, in this order', () => {
    const decided = accept({});
    if (isRefusal(decided)) throw new Error(decided.name);
    expect(decided.facts.map(({ name }) => name)).toEqual(['RequestWasAccepted', 'AnnexReaderWasAdded']);
  });

  test.each([
    ['what it is about is gone', null, undefined, 'TopicIsGone'],
    ['its thirty days are over', {}, NOW, 'RequestHasExpired'],
    ['both', null, NOW, 'RequestHasExpired'],
    [
      'what it carries out is refused',
      { decide: () => refuse('IsReaderAlready', 'They are on the list already.') },
      undefined,
      'IsReaderAlready',
    ],
  ])('is refused where %s', (_name, over, expiresAt, expected) =>
    expect(nameOf(accept(over, expiresAt))).toBe(expected),
  );

  test.each([
    ['whoever may do both', keeper, allow, 'allow'],
    ['nobody who may not do what it carries out', keeper, deny('Closed'), 'deny'],
    ['nobody from whom that is hidden', keeper, hide, 'hide'],
    ['not the one who asked, though they might do it otherwise', asker, allow, 'deny'],
  ])('is for %s', (_name, actor, verdict, expected) =>
    expect(acceptRequest.authorise(actor, { ...loaded(), part: part({ verdict }) }, { ...input }).kind).toBe(
      expected,
    ),
  );
});

describe('to ask', () => {
  const asked = (over: object = {}) => ({
    ...{ kind: 'access' as const, noun: 'finding' as const, reference: FINDING, reason: 'For a review' },
    ...{ conditions: '', ...over },
  });
  const ask = (over: object, topic: Partial<LoadedTopic> = {}, open = 0) =>
    askRequest.decide(situation(asked(over), { about: about('access', topic), open }, asker));
  const CONDITIONS = 'Destroy the files after use.';

  test.each([
    ['none and nothing accepted', '', {}, 'accepted'],
    ['unread', CONDITIONS, { accepts: 'yes' }, 'ConditionsHaveChanged'],
    [
      'of another wording',
      CONDITIONS,
      { conditions: 'Destroy them.', accepts: 'yes' },
      'ConditionsHaveChanged',
    ],
    ['read and not accepted', CONDITIONS, { conditions: CONDITIONS }, 'ConditionsNotAccepted'],
    ['read and accepted', CONDITIONS, { conditions: CONDITIONS, accepts: 'yes' }, 'accepted'],
    ['lifted meanwhile', '', { conditions: CONDITIONS, accepts: 'yes' }, 'accepted'],
  ])('with conditions %s', (_name, conditions, over, expected) =>
    expect(nameOf(ask(over, { conditions }))).toBe(expected),
  );

  test('keeps the conditions as they stand, and never those that somebody typed', () => {
    const kept = (conditions: string, over: object) => {
      const decided = ask(over, { conditions });
      return isRefusal(decided) ? decided.name : decided.change.row.conditions;
    };
    expect(kept(CONDITIONS, { conditions: CONDITIONS, accepts: 'yes' })).toBe(CONDITIONS);
    expect(kept('', { conditions: 'No conditions apply to me', accepts: 'yes' })).toBe('');
    expect(kept(CONDITIONS, { kind: 'annex', conditions: CONDITIONS })).toBe('');
  });

  test.each([
    [0, 'accepted'],
    [MOST_OPEN - 1, 'accepted'],
    [MOST_OPEN, 'TooManyRequests'],
    [MOST_OPEN + 1, 'TooManyRequests'],
  ])('with %i open ones: %s', (open, expected) => expect(nameOf(ask({}, {}, open))).toBe(expected));

  test('is told in a fact without the reason', () => {
    const decided = ask({ reason: 'A secret purpose' });
    if (isRefusal(decided)) throw new Error(decided.name);
    expect(decided.facts).toEqual([
      { name: 'RequestWasMade', noun: 'request', nounId: 'id-1', data: { kind: 'access' } },
    ]);
    expect(decided.change.row).toMatchObject({ askedById: 'asker', reason: 'A secret purpose' });
  });

  test('what names nothing is refused in words to who could share, and to nobody else', () => {
    const nothing = refuseField('NoOtherFinding', 'into', 'There is no other finding with this reference');
    const authorise = (actor: Actor) =>
      askRequest.authorise(actor, { about: nothing, open: 0 }, asked({ kind: 'merge' })).kind;
    expect([authorise(asker), authorise(nobody)]).toEqual(['allow', 'deny']);
    const decided = askRequest.decide(situation(asked(), { about: nothing, open: MOST_OPEN }, asker));
    expect(decided).toBe(nothing);
  });

  test('reads what a form sends', () =>
    expect(askRequest.input.safeParse(asked({ accepts: 'yes', collection: 'small-boats' })).success).toBe(
      true,
    ));

  test.each([
    ['no reason', { reason: '' }],
    ['an unknown kind', { kind: 'purchase' }],
    ['an unknown noun', { noun: 'person' }],
    ['a reference that is none', { reference: '../..' }],
    ['a collection that is no address', { collection: 'Small Boats' }],
    ['a half acceptance', { accepts: 'no' }],
    ['somebody else to ask for', { askedById: 'other' }],
  ])('%s is no request', (_name, over) =>
    expect(askRequest.input.safeParse(asked(over)).success).toBe(false),
  );
});
