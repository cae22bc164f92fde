import { describe, expect, test } from 'vitest';
import { AS_OF, inTeam, someone } from '../../../../tests/support/factories/actors';
import { pureCompetition } from '../../../../tests/support/factories/pure-competition';
import type { Accepted } from '../../command.server';
import { allow, deny, hide } from '../../policy';
import { isRefusal, type Refusal } from '../../refusal';
import { isoDay } from '../../uk-time';
import type { Pack } from '../pack/pack';
import { mayCheck, type ReleaseRecord } from '../redaction/load-release.server';
import type { RequestRecord } from '../requests/load-request.server';
import { checkRelease } from './check-release.server';
import { logRequest } from './log-request.server';
import { settleRedaction } from './settle-redaction.server';
import { withholdParts } from './withhold-parts.server';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TODAY = day('2026-11-21');
const reference = '22222222';
const coordinator = someone({ id: 'coordinator', roles: ['coordinator'] });
const situation = { actor: coordinator, now: AS_OF, newId: () => 'new-id', newReference: () => 'NEW' };
const ending = (decision: Accepted<unknown> | Refusal): string =>
  isRefusal(decision) ? `${decision.name}${decision.stale ? ', stale' : ''}` : 'accepted';
function accepted<Change>(decision: Accepted<Change> | Refusal): Accepted<Change> {
  if (isRefusal(decision)) throw new Error(decision.name);
  return decision;
}

const request = (closedAt: Date | null = null): RequestRecord => ({
  ...{ id: 'request', reference, words: 'All of it', receivedOn: day('2026-11-02') },
  ...{ loggedAt: AS_OF, loggedBy: 'Somebody', dueOn: day('2026-11-30'), extendedTo: null },
  ...{ extensionReason: null, outcome: null, outcomeOn: null, outcomeWords: '', closedAt },
  ...{ waits: false, questions: [] },
});
const subject = (closedAt: Date | null = null) => ({
  request: request(closedAt),
  question: { id: 'q', reference: 'AAAAAAAA', title: 'A question' },
  competition: pureCompetition(),
  verdict: allow,
});

describe('logging', () => {
  const question = {
    ...{ id: 'q', reference: 'AAAAAAAA', teamId: 'team', authorId: 'author' },
    ...{ seniorResponsibleOwnerId: 'owner', involved: false },
  };
  const other = { ...question, id: 'r', reference: 'BBBBBBBB', teamId: 'far', seniorResponsibleOwnerId: 'x' };
  interface Given {
    actor?: typeof coordinator;
    typed?: string[];
    questions?: (typeof question)[];
    isLegible?: boolean;
    receivedOn?: Date;
    holidays?: string[];
  }
  const decide = (given: Given = {}) => {
    const { actor = coordinator, questions = [question], isLegible = true } = given;
    const typed = given.typed ?? questions.map((one) => one.reference);
    const { receivedOn = TODAY, holidays = [] } = given;
    return logRequest.decide({
      ...situation,
      actor,
      input: { words: 'All', receivedOn, questions: typed.join(' '), requester: 'R', contact: 'C' },
      loaded: { typed, isLegible, questions, holidays: new Set(holidays) },
    });
  };
  const owner = someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') });
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...question, id: `q${place}`, reference: `R${place}` }));

  test.each([
    [9, 'accepted'],
    [10, 'accepted'],
    [11, 'TooManyQuestions'],
    [200, 'TooManyQuestions'],
  ])('of %i questions: %s', (count, expected) => {
    expect(ending(decide({ questions: many(count) }))).toBe(expected);
  });

  test('answers an unknown question, an illegible one and one that is not theirs alike', () => {
    const refusals = [
      decide({ questions: [], typed: ['AAAAAAAA'] }),
      decide({ typed: ['AAAAAAAA', 'nonsense'], isLegible: false }),
      decide({ actor: owner, questions: [other] }),
      decide({ actor: owner, questions: [question, other] }),
      decide({ questions: [{ ...question, involved: true }] }),
      decide({ actor: { ...coordinator, walls: [{ questionId: 'q', bidId: null }] } }),
      decide({ questions: [], typed: [], actor: owner }),
    ];
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals.map(ending)).toEqual(refusals.map(() => 'QuestionIsUnknown'));
  });

  test('is for an owner who had a part in their own question, not for its author', () => {
    expect(ending(decide({ actor: owner, questions: [{ ...question, involved: true }] }))).toBe('accepted');
    const author = someone({ id: 'author', ...inTeam('team', 'seniorResponsibleOwner') });
    expect(ending(decide({ actor: author }))).toBe('QuestionIsUnknown');
  });

  test.each([
    ['2026-11-20', 'accepted'],
    ['2026-11-21', 'accepted'],
    ['2026-11-22', 'ReceivedLater'],
    ['1999-01-01', 'accepted'],
  ])('of what came on %s: %s', (on, expected) => {
    expect(ending(decide({ receivedOn: day(on) }))).toBe(expected);
  });

  test('keeps the requester apart and counts the days with holidays', () => {
    const { change, facts } = accepted(
      decide({ receivedOn: day('2026-11-20'), holidays: ['2026-12-18'], questions: [question, other] }),
    );
    expect(change.requester).toEqual({ requestId: 'new-id', name: 'R', contact: 'C' });
    expect(change.questionIds).toEqual(['q', 'r']);
    expect(isoDay(change.row.dueOn)).toBe('2026-12-21');
    expect(JSON.stringify([change.row, facts])).not.toContain('"R"');
    expect(facts[0]?.data).toEqual({ dueOn: '2026-12-21', questionIds: ['q', 'r'] });
  });
});

const release = (over: Partial<ReleaseRecord> = {}): ReleaseRecord => ({
  ...{ id: 'release', reference: '22222222', request: reference, question: 'AAAAAAAA' },
  ...{ manifestHash: 'hash', redactions: 1, preparedAt: AS_OF, preparedById: 'maker', preparedBy: 'Maker' },
  ...{ checkedBy: null, releasedAt: null, returnedAt: null, returnedReason: null },
  ...over,
});

describe('who checks a release', () => {
  const WHY = 'Somebody checks it who neither prepared it nor withheld anything of it.';
  const no = deny('No part of it');

  test.each([
    ['another', false, allow, allow],
    ['another', true, allow, deny(WHY)],
    ['maker', false, allow, deny(WHY)],
    ['maker', true, allow, deny(WHY)],
    ['another', false, no, no],
    ['maker', true, no, no],
    ['another', false, hide, hide],
    ['maker', true, hide, hide],
  ] as const)(
    '%s, who withheld some of it: %s, where the pack says %j',
    (actorId, withheld, pack, verdict) => {
      expect(mayCheck(actorId, release(), pack, withheld)).toEqual(verdict);
    },
  );
});

describe('checking a release', () => {
  const decide = (
    decision: 'release' | 'return',
    reason = '',
    over = release(),
    closed: Date | null = null,
  ) =>
    checkRelease.decide({
      ...situation,
      input: { reference, decision, reason },
      loaded: { release: over, withheld: false, ...subject(closed) },
    });

  test('returns with a reason alone, and releases with or without one', () => {
    expect(ending(decide('return'))).toBe('ReturnNeedsReason');
    expect(ending(decide('return', 'Why'))).toBe('accepted');
    expect(ending(decide('release', 'Why'))).toBe('accepted');
    expect(ending(decide('release'))).toBe('accepted');
  });

  test('is done once, and not of a closed request', () => {
    for (const decision of ['release', 'return'] as const) {
      expect(ending(decide(decision, 'Why', release({ releasedAt: AS_OF })))).toBe('ReleaseIsSettled, stale');
      expect(ending(decide(decision, 'Why', release({ returnedAt: AS_OF })))).toBe('ReleaseIsSettled, stale');
      expect(ending(decide(decision, 'Why', release(), AS_OF))).toBe('RequestIsClosed, stale');
    }
  });

  test('tells which release with the hash of its manifest, never the reason', () => {
    const data = { releaseId: 'release', questionId: 'q', manifest: 'hash' };
    const about = { noun: 'informationRequest', nounId: 'request', data };
    expect(accepted(decide('release')).facts).toEqual([{ name: 'PackWasReleased', ...about }]);
    expect(accepted(decide('return', 'Name on page 2')).facts).toEqual([
      { name: 'ReleaseWasReturned', ...about },
    ]);
  });
});

describe('what becomes of a redaction', () => {
  const decide = (settle: 'everywhere' | 'here' | 'back', removedAt: Date | null = null, closed?: Date) =>
    settleRedaction.decide({
      ...situation,
      input: { reference, question: 'AAAAAAAA', redaction: reference, settle },
      loaded: { ...subject(closed), redaction: { id: 'redaction', removedAt } },
    });

  test.each([
    ['everywhere', 'WithheldElsewhereWasDecided', { redactionId: 'redaction', everywhere: true }],
    ['here', 'WithheldElsewhereWasDecided', { redactionId: 'redaction', everywhere: false }],
    ['back', 'RedactionWasTakenBack', { redactionId: 'redaction' }],
  ] as const)('%s: %s', (settle, name, data) => {
    const { change, facts } = accepted(decide(settle));
    expect(facts.map((fact) => [fact.name, fact.data])).toEqual([[name, data]]);
    expect([change.back, change.everywhere]).toEqual([settle === 'back', settle === 'everywhere']);
  });

  test('is not decided of one that is back, nor of a closed request', () => {
    for (const settle of ['everywhere', 'here', 'back'] as const) {
      expect(ending(decide(settle, AS_OF))).toBe('RedactionIsBack, stale');
      expect(ending(decide(settle, null, AS_OF))).toBe('RequestIsClosed, stale');
    }
  });
});

describe('withholding', () => {
  const pack: Pack = {
    ...{ question: 'AAAAAAAA', leftOut: [], chain: [] },
    sets: [
      {
        name: 'holds',
        title: 'Holds',
        stage: 'assessment',
        records: [
          { key: 'k1', fields: { reason: 'Waits for Zorgon.', count: 3, deep: { 'a/b': 'Inner Zorgon' } } },
          { key: 'k2', fields: { reason: 'Nothing of note.' } },
        ],
      },
      { name: 'empty', title: 'Empty', stage: 'open', records: [] },
    ],
  };
  const EXEMPTION = {
    ...{ code: 's.40(2)', title: 'Personal data', absolute: true, position: 12 },
    ...{ validFrom: TODAY, source: 'The Act' },
  };
  interface Given {
    set?: string;
    whole?: 'yes';
    parts?: string[];
    passages?: string;
    publicInterest?: string;
    exemption?: typeof EXEMPTION | null;
    closed?: Date;
  }
  const decide = ({ exemption = EXEMPTION, closed, ...given }: Given) =>
    withholdParts.decide({
      ...situation,
      input: {
        ...{ reference, question: 'AAAAAAAA', set: 'holds', parts: [], passages: '' },
        ...{ exemption: 's.40(2)', publicInterest: '' },
        ...given,
      },
      loaded: { ...subject(closed), exemption, pack },
    });
  const places = (given: Given) =>
    accepted(decide(given)).change.rows.map(({ recordKey, field, passage }) => [recordKey, field, passage]);

  test.each<[string, Given, string]>([
    ['nothing', {}, 'NothingIsChosen'],
    ['an unknown file', { set: 'nowhere', parts: ['k1'] }, 'FileIsUnknown'],
    ['a file without records', { set: 'empty', whole: 'yes' }, 'FileIsUnknown'],
    ['an unknown record', { parts: ['k3'] }, 'PartIsUnknown, stale'],
    ['an unknown field', { parts: ['k1#nowhere'] }, 'PartIsUnknown, stale'],
    ['a field every object has', { parts: ['k1#constructor'] }, 'PartIsUnknown, stale'],
    ['a known and an unknown record', { parts: ['k1', 'k3'] }, 'PartIsUnknown, stale'],
    ['a passage of two letters', { parts: ['k1#reason'], passages: 'Zo' }, 'PassageIsShort'],
    ['a long and a short passage', { parts: ['k1#reason'], passages: 'Zorgon\nZ' }, 'PassageIsShort'],
    ['a passage elsewhere', { parts: ['k2#reason'], passages: 'Zorgon' }, 'PassageIsElsewhere'],
    ['a passage of a whole record', { parts: ['k1'], passages: 'Zorgon' }, 'PassageIsElsewhere'],
    ['a passage of a number', { parts: ['k1#count'], passages: '333' }, 'PassageIsElsewhere'],
    [
      'one of two passages elsewhere',
      { parts: ['k1#reason'], passages: 'Zorgon\nlost' },
      'PassageIsElsewhere',
    ],
    ['by no known exemption', { parts: ['k1'], exemption: null }, 'ExemptionIsUnknown'],
    ['of a closed request', { parts: ['k1'], closed: AS_OF }, 'RequestIsClosed, stale'],
  ])('%s is refused', (_what, given, name) => {
    expect(ending(decide(given))).toBe(name);
  });

  test('by a qualified exemption says how the public interest was weighed', () => {
    const exemption = { ...EXEMPTION, absolute: false };
    expect(ending(decide({ parts: ['k1'], exemption }))).toBe('PublicInterestIsMissing');
    expect(ending(decide({ parts: ['k1'], exemption, publicInterest: 'Weighed' }))).toBe('accepted');
  });

  test.each<[string, Given, (string | null)[][]]>([
    ['the whole file', { whole: 'yes' }, [[null, null, null]]],
    ['the whole file, whatever is ticked', { whole: 'yes', parts: ['k3'] }, [[null, null, null]]],
    ['a record', { parts: ['k1'] }, [['k1', null, null]]],
    ['a field', { parts: ['k1#reason'] }, [['k1', 'reason', null]]],
    ['a number', { parts: ['k1#count'] }, [['k1', 'count', null]]],
    ['a field below, with a slash in its name', { parts: ['k1#deep/a~1b'] }, [['k1', 'deep/a~1b', null]]],
    ['a passage of three letters', { parts: ['k1#reason'], passages: 'Zor' }, [['k1', 'reason', 'Zor']]],
    [
      'a passage where it stands, of the fields ticked',
      { parts: ['k1#reason', 'k2#reason', 'k1#deep/a~1b'], passages: ' Zorgon \n\nZorgon' },
      [
        ['k1', 'reason', 'Zorgon'],
        ['k1', 'deep/a~1b', 'Zorgon'],
      ],
    ],
  ])('takes %s', (_what, given, expected) => {
    expect(places(given)).toEqual(expected);
  });
});
