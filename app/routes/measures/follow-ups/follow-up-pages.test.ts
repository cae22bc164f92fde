import { beforeAll, describe, expect, test } from 'vitest';
import { stateOf } from '~/domain/measures/follow-ups/follow-up';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeMeasure, makeValue } from '../../../../tests/support/factories/measures';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let who: Readers;
let measure: { id: string; reference: string };
let findingId: string;
let made: Awaited<ReturnType<typeof makeAward>>;

beforeAll(async () => {
  who = await makeReaders();
  measure = await makeMeasure({ createdById: who.member, name: 'Children kept safe' });
  const finding = await makeFinding({ title: 'Warnings work', submittedById: who.member });
  findingId = finding.id;
  made = await makeAward({ state: 'inDelivery' });
  await store.db.award.update({ where: { id: made.award.id }, data: { closedAt: new Date() } });
});

const planned = (about: object) => store.db.followUp.findMany({ where: about, orderBy: { months: 'asc' } });
const home = async (as: string) => (await visit(paths.home(), { as })).text;
const names = async (id: string) =>
  (await store.db.fact.findMany({ where: { nounId: id }, orderBy: { number: 'asc' } })).map(
    ({ name }) => name,
  );

test('three looks are planned for each: a closed award, a published finding, a piloted measure', async () => {
  for (const about of [{ measureId: measure.id }, { findingId }, { awardId: made.award.id }])
    expect((await planned(about)).map(({ months }) => months)).toEqual([6, 12, 24]);
  expect((await planned({ awardId: made.award.id }))[0]?.ownerId).toBe(made.panel.author.id);
  expect(await home(who.member)).not.toContain('Say what became of it');
  const [first] = await planned({ measureId: measure.id });
  const early = await send(
    paths.followUp(first?.reference ?? ''),
    { outcome: 'note', words: 'Soon', value: '' },
    { as: who.member },
  );
  expect(early.text).toContain('from its day on');
});

test('on the day it is a task of whoever looks; unanswered for thirty days it goes to coordinators, once', async () => {
  const [first] = await planned({ measureId: measure.id });
  if (!first) throw new Error('planned');
  const days = Math.ceil((first.dueOn.getTime() - Date.now()) / 86_400_000);
  await moveClock(`${days - 2} days`);
  await recordDueFacts();
  expect(await names(first.id)).toEqual([]);
  await moveClock('2 days');
  await recordDueFacts();
  await recordDueFacts();
  expect(await names(first.id)).toEqual(['FollowUpIsDue']);
  const told = await toldOf('FollowUpIsDue', first.id);
  expect([told.people, told.paths]).toEqual([[who.member], [paths.followUp(first.reference)]]);
  expect(await home(who.member)).toContain('Say what became of it');
  expect((await visit(paths.followUps(), { as: who.member })).text).toContain('Warnings work');

  await moveClock('30 days');
  await recordDueFacts();
  expect(await names(first.id)).toEqual(['FollowUpIsDue']);
  await moveClock('1 day');
  await recordDueFacts();
  await recordDueFacts();
  expect(await names(first.id)).toEqual(['FollowUpIsDue', 'FollowUpIsOverdue']);
  expect((await toldOf('FollowUpIsOverdue', first.id)).people).toEqual([who.coordinator, who.second].sort());
  expect((await visit(paths.followUp(first.reference), { as: who.coordinator })).text).toContain('Overdue');
});

test('answered with a figure, a note or “no effect seen”, each in words, and once', async () => {
  const [first] = await planned({ measureId: measure.id });
  const [ofFinding] = await planned({ findingId });
  if (!first || !ofFinding) throw new Error('planned');
  const answer = (fields: Record<string, string>, as = who.member, of = first) =>
    send(paths.followUp(of.reference), { outcome: 'value', words: '', value: '', ...fields }, { as });
  expect((await answer({})).messageBeside('words')).toContain('what you found');
  expect((await answer({ words: 'x', outcome: 'odd' })).messageBeside('outcome')).toContain('Choose');
  const year = new Date().getUTCFullYear();
  const value = await makeValue({
    ...{
      measureId: measure.id,
      recordedById: who.member,
      value: 4,
      startsOn: new Date(Date.UTC(year - 1, 0, 1)),
    },
  });
  const other = await makeMeasure({ createdById: who.member });
  const foreign = await makeValue({
    ...{
      measureId: other.id,
      recordedById: who.member,
      value: 4,
      startsOn: new Date(Date.UTC(year - 1, 0, 1)),
    },
  });
  expect((await answer({ words: 'Four', value: foreign.reference })).messageBeside('value')).toContain(
    'recorded figure',
  );
  expect((await answer({ words: 'Four' }, who.administrator)).status).toBe(404);
  expect((await answer({ words: 'Four' }, who.auditor)).status).toBe(403);
  await answer({ words: 'Four fewer', value: value.reference });
  expect((await answer({ words: 'Again' })).status).toBe(409);
  await answer(
    { outcome: 'noEffect', words: 'Nobody changed anything: the teams were moved.' },
    who.coordinator,
    ofFinding,
  );
  const shown = (await visit(paths.followUp(ofFinding.reference), { as: who.member })).text;
  for (const words of ['No effect seen', 'the teams were moved', 'Cora Nator'])
    expect(shown).toContain(words);
  expect((await visit(paths.followUps({ show: 'answered' }), { as: who.auditor })).text).toContain(
    'Children kept safe',
  );
  const row = { where: { id: first.id }, data: { words: 'Other' } };
  await expect(store.db.followUp.update(row)).rejects.toThrow(/FollowUpIsAnswered/);
});

test('nobody is asked what became of a measure that was retired', async () => {
  const ended = await makeMeasure({
    createdById: who.member,
    name: 'Counted no more',
    pilotedAt: new Date('2020-01-01'),
  });
  const due = async () => (await visit(paths.followUps(), { as: who.member })).text;
  expect(await due()).toContain('Counted no more');
  await store.db.measure.update({
    where: { id: ended.id },
    data: { state: 'retired', stateReason: 'Elsewhere' },
  });
  expect(await due()).not.toContain('Counted no more');
  await recordDueFacts();
  const [first] = await planned({ measureId: ended.id });
  expect(await names(first?.id ?? '')).toEqual([]);
});

test('nobody behind a wall of the competition sees what became of its award', async () => {
  const [first] = await planned({ awardId: made.award.id });
  const path = paths.followUp(first?.reference ?? '');
  expect((await visit(path, { as: who.coordinator })).status).toBe(200);
  await store.db.wall.create({
    data: {
      id: newId(),
      questionId: made.question.id,
      personId: who.second,
      raisedAt: new Date(),
      reason: 'A sister',
    },
  });
  expect((await visit(path, { as: who.second })).status).toBe(404);
  expect((await visit(path, { as: who.member })).status).toBe(404);
  expect((await visit(paths.followUps({ show: 'planned' }), { as: who.unverified })).status).toBe(403);
});

describe('by days', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  test.each([
    [null, '2026-05-31', 'planned'],
    [null, '2026-06-01', 'due'],
    [null, '2026-07-01', 'due'],
    [null, '2026-07-02', 'overdue'],
    ['note', '2030-01-01', 'answered'],
  ])('%j on %s is %s', (outcome, today, state) =>
    expect(stateOf({ outcome, dueOn: day('2026-06-01') }, 30, day(today))).toBe(state),
  );
});
