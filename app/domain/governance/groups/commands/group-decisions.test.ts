import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, someone } from '../../../../../tests/support/factories/actors';
import { isRefusal } from '../../../refusal';
import type { GroupState } from '../group';
import type { LoadedGroup } from '../group-rows.server';
import { addGroup } from './add-group.server';
import { addGroupMember } from './add-group-member.server';
import { changeGroup } from './change-group.server';
import { closeGroup } from './close-group.server';
import { endGroupMember } from './end-group-member.server';
import { keepGroupsApart } from './keep-groups-apart.server';
import { mergeGroups } from './merge-groups.server';
import { recordDecision } from './record-decision.server';
import { reopenGroup } from './reopen-group.server';

const day = (text: string) => new Date(text);
const around = () => ({
  ...{ actor: someone({ roles: ['coordinator'] }), now: AS_OF },
  ...{ newId: () => 'new-id', newReference: () => '22222223' },
});
const member = (name: string, startsOn = '2020-01-01') => ({
  ...{ id: `member-${name}`, organisationId: `id-${name}`, reference: name, startsOn: day(startsOn) },
});
const group = (over: Partial<LoadedGroup> = {}): LoadedGroup => ({
  ...{ id: 'g', reference: 'G', kind: 'governs', name: 'Board', revision: 3, openedOn: day('2020-01-01') },
  ...{ state: 'open', endingId: null, endedOn: null, members: [member('A')], ...over },
});
const ended = (state: Exclude<GroupState, 'open'> = 'closed') =>
  group({ state, endingId: 'e', endedOn: day('2024-06-01') });

/** The name of the refusal with the field that it stands beside and its words, or the names of the facts. */
function judged(
  decision: ReturnType<(typeof closeGroup)['decide']> | { facts: { name: string }[] },
): string[] {
  if (!isRefusal(decision)) return decision.facts.map(({ name }) => name);
  const [field = ''] = Object.keys(decision.fields ?? {});
  return [decision.name, field, decision.message];
}

const described = {
  ...{ kind: 'governs', name: 'Board', purpose: 'Decides', cadence: 'monthly' as const },
  ...{ threatAreas: ['drugs'], enablers: [], strands: ['pursue'], levels: ['national'] },
  ...{ chair: 'A', chairRole: '', sources: '' },
} as const;
const input = {
  ...described,
  threatAreas: ['drugs'],
  enablers: [],
  strands: ['pursue'],
  levels: ['national'],
};
const chosen = { termIds: ['t'], chair: { id: 'id-A', name: 'Alpha', reference: 'A' } };
const unknownChair = { refused: true as const, name: 'OrganisationIsUnknown', message: 'Choose' };

describe('adding a group', () => {
  const add = (openedOn: string, over = {}, found: typeof chosen | typeof unknownChair = chosen) =>
    addGroup.decide({
      ...around(),
      input: { ...input, kind: 'governs', openedOn: day(openedOn), ...over },
      loaded: found,
    });

  test.each([
    ['on a day past', '2020-01-01', ['GroupWasAdded']],
    ['today', '2026-11-21', ['GroupWasAdded']],
    ['tomorrow', '2026-11-22', ['DayIsAhead', 'openedOn', 'Enter today or a day in the past']],
  ])('that opened %s', (_when, openedOn, answer) => {
    expect(judged(add(openedOn))).toEqual(answer);
  });

  test('says first that the remit is empty, then that a choice is gone, then the day', () => {
    expect(judged(add('2030-01-01', { levels: [] }, unknownChair))[0]).toBe('RemitIsEmpty');
    expect(judged(add('2030-01-01', {}, unknownChair))[0]).toBe('OrganisationIsUnknown');
    expect(judged(add('2030-01-01'))[0]).toBe('DayIsAhead');
  });

  test('tells of its kind', () => {
    const decision = add('2020-01-01', { kind: 'discusses' });
    expect(isRefusal(decision) ? null : decision.facts[0]?.data).toEqual({ kind: 'discusses' });
  });
});

describe('changing a group', () => {
  const change = (loaded: LoadedGroup, over = {}) =>
    changeGroup.decide({
      ...around(),
      input: { ...input, kind: 'governs', group: 'G', revision: 3, changeNote: 'Renamed', ...over },
      loaded: { group: loaded, chosen },
    });

  test.each([
    ['the one seen', 3, ['GroupWasChanged']],
    ['one before', 2, 'GroupHasChanged'],
    ['one that is not yet', 4, 'GroupHasChanged'],
    ['a negative one', -3, 'GroupHasChanged'],
  ])('of %s', (_which, revision, answer) => {
    const words = judged(change(group(), { revision }));
    expect(Array.isArray(answer) ? words : words[0]).toEqual(answer);
  });

  test('of a version that is gone is told as such, before all else', () => {
    const decision = change(ended(), { revision: 2, levels: [] });
    expect(isRefusal(decision) && [decision.name, decision.stale]).toEqual(['GroupHasChanged', true]);
  });

  test.each(['closed', 'merged'] as const)('that is %s asks to reopen it first', (state) => {
    expect(judged(change(ended(state)))).toEqual([
      ...['GroupHasEnded', '', 'This group has ended. Reopen it first if that was wrong.'],
    ]);
  });

  test('numbers the version after the one there is', () => {
    const decision = change(group({ revision: 41 }), { revision: 41 });
    expect(isRefusal(decision) ? null : [decision.change.number, decision.facts[0]?.data]).toEqual([
      ...[42, { number: 42 }],
    ]);
  });
});

describe('closing a group', () => {
  const close = (loaded: LoadedGroup, endedOn: string) =>
    closeGroup.decide({ ...around(), input: { group: 'G', endedOn: day(endedOn), reason: 'Done' }, loaded });

  test.each([
    ['2019-12-31', ['DayIsTooEarly', 'endedOn', 'The group did not exist yet on that day']],
    ['2020-01-01', ['GroupWasClosed']],
    ['2026-11-21', ['GroupWasClosed']],
    ['2026-11-22', ['DayIsAhead', 'endedOn', 'Enter today or a day in the past']],
  ])('on %s', (endedOn, answer) => {
    expect(judged(close(group(), endedOn))).toEqual(answer);
  });

  test.each(['closed', 'merged'] as const)('that is %s is refused, whatever the day', (state) => {
    for (const endedOn of ['2019-01-01', '2025-01-01', '2030-01-01'])
      expect(judged(close(ended(state), endedOn))[0]).toBe('GroupHasEnded');
  });
});

describe('a member', () => {
  const other = { id: 'id-B', name: 'Beta', reference: 'B' };
  const join = (loaded: LoadedGroup, startsOn: string, organisation: typeof other | null = other) =>
    addGroupMember.decide({
      ...{ ...around(), input: { group: 'G', organisation: 'B', startsOn: day(startsOn) } },
      loaded: { group: loaded, organisation },
    });
  const leave = (organisation: string, endsOn: string, loaded = group()) =>
    endGroupMember.decide({ ...around(), input: { group: 'G', organisation, endsOn: day(endsOn) }, loaded });

  test.each([
    ['2019-12-31', 'DayIsTooEarly'],
    ['2020-01-01', 'GroupMemberWasAdded'],
    ['2026-11-21', 'GroupMemberWasAdded'],
    ['2026-11-22', 'DayIsAhead'],
  ])('joins on %s: %s', (startsOn, answer) => {
    expect(judged(join(group(), startsOn))[0]).toBe(answer);
  });

  test('is refused for the group, then the organisation, then its being there, then the day', () => {
    const full = group({ members: [member('A'), member('B')] });
    expect(judged(join(ended(), '2030-01-01', null))).toEqual([
      ...['GroupHasEnded', '', 'This group has ended, so nobody joins it.'],
    ]);
    expect(judged(join(full, '2030-01-01', null))[0]).toBe('OrganisationIsUnknown');
    expect(judged(join(full, '2030-01-01'))).toEqual([
      ...['IsMemberAlready', 'organisation', 'Beta is a member already'],
    ]);
    expect(judged(join(group(), '2030-01-01'))[1]).toBe('startsOn');
  });

  test.each([
    ['A', '2019-12-31', ['DayIsTooEarly', 'endsOn', 'It was no member yet on that day']],
    ['A', '2020-01-01', ['GroupMemberHasLeft']],
    ['A', '2026-11-21', ['GroupMemberHasLeft']],
    ['A', '2026-11-22', ['DayIsAhead', 'endsOn', 'Enter today or a day in the past']],
    ['B', '2024-01-01', ['IsNoMember', '', 'It is no member of this group any more.']],
    ['id-A', '2024-01-01', ['IsNoMember', '', 'It is no member of this group any more.']],
  ])('%s leaves on %s', (organisation, endsOn, answer) => {
    expect(judged(leave(organisation, endsOn))).toEqual(answer);
  });

  test('leaves no earlier than it joined, which may be after the group opened', () => {
    const late = group({ members: [member('A'), member('C', '2023-03-03')] });
    expect(judged(leave('C', '2023-03-02', late))[0]).toBe('DayIsTooEarly');
    expect(judged(leave('C', '2023-03-03', late))[0]).toBe('GroupMemberHasLeft');
  });
});

describe('merging groups', () => {
  const next = (over: Partial<LoadedGroup> = {}) =>
    group({ id: 'n', reference: 'N', name: 'Next', members: [member('A')], ...over });
  const merge = (loaded: { group: LoadedGroup; into: LoadedGroup | null }, over = {}) =>
    mergeGroups.decide({
      ...{ ...around(), loaded },
      input: { group: 'G', into: 'N', endedOn: day('2024-06-01'), reason: 'One', members: [], ...over },
    });

  test.each<[string, LoadedGroup, LoadedGroup | null, string[]]>([
    ['one that has ended', ended(), null, ['GroupHasEnded', '', 'This group has ended already.']],
    ['nothing', group(), null, ['GroupIsUnknown', 'into', 'Choose a group of the list']],
    ['itself', group(), group(), ['GroupIsTheSame', 'into', 'A group cannot be merged into itself']],
    [
      'one that is closed',
      group(),
      next({ state: 'closed' }),
      ['SuccessorHasEnded', 'into', 'That group has ended itself. Choose one that meets'],
    ],
    [
      'one that was merged itself',
      group(),
      next({ state: 'merged' }),
      ['SuccessorHasEnded', 'into', 'That group has ended itself. Choose one that meets'],
    ],
    [
      'a younger one, before it was there',
      group(),
      next({ openedOn: day('2024-06-02') }),
      ['DayIsTooEarly', 'endedOn', 'The group did not exist yet on that day'],
    ],
    [
      'one on the day it opened',
      group(),
      next({ openedOn: day('2024-06-01') }),
      ['GroupWasMerged', 'GroupHasTakenInAnother'],
    ],
    ['another', group(), next(), ['GroupWasMerged', 'GroupHasTakenInAnother']],
  ])('into or of %s', (_what, from, into, answer) => {
    expect(judged(merge({ group: from, into }))).toEqual(answer);
  });

  test('tomorrow is too early to record', () => {
    expect(judged(merge({ group: group(), into: next() }, { endedOn: day('2026-11-22') }))[0]).toBe(
      'DayIsAhead',
    );
  });

  test('only chosen members come over, of those who were here, and who is there stays as it was', () => {
    const names = ['A', 'B', 'C', 'D', 'X'];
    const some = fc.subarray(names);
    fc.assert(
      fc.property(fc.subarray(['A', 'B', 'C', 'D']), some, some, (here, there, ticked) => {
        const from = group({ members: here.map((name) => member(name)) });
        const into = next({ members: there.map((name) => member(name)) });
        const decision = merge({ group: from, into }, { members: ticked });
        const coming = isRefusal(decision) ? [] : decision.change.coming.map((one) => one.organisationId);
        const wanted = here.filter((name) => ticked.includes(name) && !there.includes(name));
        expect(coming).toEqual(wanted.map((name) => `id-${name}`));
        const facts = isRefusal(decision) ? [] : decision.facts.map(({ nounId, data }) => [nounId, data]);
        expect(facts).toEqual([
          ['g', { into: 'n' }],
          ['n', { from: 'g', members: wanted.length }],
        ]);
      }),
    );
  });
});

describe('reopening a group', () => {
  const reopen = (loaded: LoadedGroup, reopenedOn: string) =>
    reopenGroup.decide({
      ...around(),
      input: { group: 'G', reopenedOn: day(reopenedOn), reason: 'x' },
      loaded,
    });

  test.each([
    ['2024-05-31', ['DayIsTooEarly', 'reopenedOn', 'It had not ended yet on that day']],
    ['2024-06-01', ['GroupWasReopened']],
    ['2026-11-21', ['GroupWasReopened']],
    ['2026-11-22', ['DayIsAhead', 'reopenedOn', 'Enter today or a day in the past']],
  ])('on %s', (reopenedOn, answer) => {
    for (const state of ['closed', 'merged'] as const)
      expect(judged(reopen(ended(state), reopenedOn))).toEqual(answer);
  });

  test('that is open is refused', () => {
    expect(judged(reopen(group(), '2024-06-01'))).toEqual(['GroupIsOpen', '', 'This group is open.']);
  });
});

describe('recording a decision', () => {
  const said = { decidedOn: day('2022-01-02'), what: 'Buy', source: '', question: '', finding: '' };
  const found = { questionId: null, findingId: null };
  const record = (
    over = {},
    loaded: { questionId: string | null; findingId: string | null } = found,
    of = group(),
  ) =>
    recordDecision.decide({
      ...around(),
      input: { group: 'G', ...said, ...over },
      loaded: { group: of, ...loaded },
    });

  test.each([
    ['of what it could not find', { question: 'Q' }, found, 'QuestionIsUnknown'],
    ['of a finding it could not find', { finding: 'F' }, found, 'FindingIsUnknown'],
    ['of both it could not find', { question: 'Q', finding: 'F' }, found, 'QuestionIsUnknown'],
    [
      'of a question alone there is',
      { question: 'Q', finding: 'F' },
      { ...found, questionId: 'q' },
      'FindingIsUnknown',
    ],
    [
      'of both there are',
      { question: 'Q', finding: 'F' },
      { questionId: 'q', findingId: 'f' },
      'GroupDecisionWasRecorded',
    ],
    ['of neither', {}, found, 'GroupDecisionWasRecorded'],
    ['today', { decidedOn: day('2026-11-21') }, found, 'GroupDecisionWasRecorded'],
    ['tomorrow', { decidedOn: day('2026-11-22'), question: 'Q' }, found, 'DayIsAhead'],
  ])('%s', (_what, over, loaded, answer) => {
    expect(judged(record(over, loaded))[0]).toBe(answer);
  });

  test('of a group that has ended is refused before all else', () => {
    expect(judged(record({ decidedOn: day('2030-01-01') }, found, ended()))).toEqual([
      ...['GroupHasEnded', '', 'This group has ended, so it decides nothing more.'],
    ]);
  });

  test('before the last reopening is taken: what was decided in the life before was decided', () => {
    const again = group({ openedOn: day('2025-01-01') });
    expect(judged(record({}, found, again))).toEqual(['GroupDecisionWasRecorded']);
  });
});

describe('keeping two groups apart', () => {
  const apart = (firstId: string, secondId: string) =>
    keepGroupsApart.decide({
      ...{ ...around(), input: { group: 'G', other: 'N', reason: 'Two' } },
      loaded: { group: group({ id: firstId }), other: group({ id: secondId }) },
    });

  test('is one thing, whichever is named first', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        fc.pre(one !== two);
        expect(apart(one, two)).toEqual(apart(two, one));
      }),
    );
  });

  test('of itself is refused', () => {
    expect(judged(apart('g', 'g'))).toEqual(['GroupIsTheSame', '', 'These are one group.']);
  });

  test('stands in the history of both', () => {
    const decision = apart('b', 'a');
    expect(isRefusal(decision) ? [] : decision.facts.map(({ nounId, data }) => [nounId, data])).toEqual([
      ['a', { other: 'b' }],
      ['b', { other: 'a' }],
    ]);
  });
});
