import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { termCalled } from '../../../../../tests/support/factories/terms';
import { useDatabase } from '../../../../../tests/support/database';
import type { Actor } from '../../../actor';
import { findingList } from '../../../knowledge/queries/finding-list.server';
import { visitorNow } from '../../../../../tests/support/factories/visitor';
import { ask } from '../../../query.server';
import { questionList } from '../../../questions/queries/question-list.server';
import type { EvidenceMap } from '../evidence-map';
import { sumOf } from '../marks';
import { evidenceMap } from './evidence-map.server';
import { mapRecords } from './map-records.server';

const store = useDatabase();

const member = async () => actorFor((await makePerson({ expert: true })).id);
const tags = (...slugs: string[]) =>
  slugs.map((slug) => ({
    scheme: ['pursue', 'prevent', 'protect', 'prepare'].includes(slug)
      ? ('strand' as const)
      : ('threatArea' as const),
    slug,
  }));

async function mapFor(actor: Actor, input: { columns?: string; view?: 'released'; on?: string } = {}) {
  const view = await ask(evidenceMap, actor, input);
  if (!view) throw new Error('no map');
  return view;
}

const rowOf = (map: EvidenceMap, key: string) => map.rows.find((row) => row.key === key);
const cellOf = (map: EvidenceMap, row: string, column: string) =>
  rowOf(map, row)?.cells[map.columns.findIndex(({ key }) => key === column)];

beforeAll(async () => {
  const [fraud, drugs, protect, prevent] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('threatArea', 'illegal-drugs'),
    termCalled('strand', 'protect'),
    termCalled('strand', 'prevent'),
  ]);
  await makeQuestion({ terms: tags('fraud', 'protect', 'prevent') });
  await makeQuestion({ terms: tags('fraud', 'protect'), visibility: 'team' });
  await makeQuestion({ terms: tags('fraud', 'protect'), state: 'draft' });
  await makeQuestion({ terms: tags('fraud', 'protect'), state: 'withdrawn' });
  await makeQuestion({ terms: tags('fraud', 'protect'), state: 'inEvaluation', released: true });
  await makeFinding({ termIds: [fraud.id, protect.id] });
  const sound = await makeFinding({ termIds: [fraud.id, protect.id, prevent.id, drugs.id], released: true });
  await store.db.finding.update({
    where: { id: sound.id },
    data: { confidence: 'high', appraisedAt: new Date() },
  });
  await makeFinding({ termIds: [fraud.id, protect.id], state: 'retracted' });
  await makeFinding({ termIds: [fraud.id, protect.id], state: 'superseded' });
  await makeFinding({ termIds: [drugs.id] });
  await makeFinding({});
});

describe('threat area by strand', () => {
  test('counts what is live and stands, each cell as its list has it', async () => {
    const actor = await member();
    const { map } = await mapFor(actor);
    expect(cellOf(map, 'fraud', 'protect')).toMatchObject({
      question: 2,
      commission: 0,
      'finding-high': 1,
      'not-appraised': 1,
    });
    expect(cellOf(map, 'fraud', 'prevent')).toMatchObject({ question: 1, 'finding-high': 1 });
    for (const row of map.rows)
      for (const column of map.columns) {
        const about = { threat: [row.key], strand: [column.key] };
        const cell = cellOf(map, row.key, column.key);
        const asked = await ask(questionList, actor, { ...about, state: ['asked'] });
        expect(asked?.questions.length, `${row.key} ${column.key}`).toBe(cell?.question);
        const known = await ask(findingList, actor, { ...about, confidence: ['notAppraised'] });
        expect(known?.findings.length, `${row.key} ${column.key}`).toBe(cell?.['not-appraised']);
      }
  });

  test('a row counts an item once, and what has no strand or no area stands apart', async () => {
    const { map } = await mapFor(await member());
    expect(sumOf(rowOf(map, 'fraud')?.all ?? map.total)).toBe(4);
    expect(rowOf(map, 'illegal-drugs')?.unplaced['not-appraised']).toBe(1);
    expect(map.hasUnplaced).toBe(true);
    expect(map.untagged?.all['not-appraised']).toBeGreaterThanOrEqual(1);
    const list = await ask(findingList, await member(), { threat: ['illegal-drugs'], strand: ['none'] });
    expect(list?.findings).toHaveLength(1);
  });

  test('the heading is the widest gap', async () => {
    const { heading } = await mapFor(await member());
    expect(heading).toMatch(
      /^(No threat area has anything|\w+ of ten threat areas (has|have) nothing) on (Pursue|Prepare)$/,
    );
  });

  test('a team sees its own in the count, and nobody else does', async () => {
    const own = await makeQuestion({ terms: tags('cyber-crime', 'prepare'), visibility: 'team' });
    const seenBy = async (actor: Actor) =>
      cellOf((await mapFor(actor)).map, 'cyber-crime', 'prepare')?.question;
    expect(await seenBy(await actorFor(own.asking.authorId))).toBe(1);
    expect(await seenBy(await member())).toBe(0);
  });
});

describe('what the public sees', () => {
  test('released items alone, and no gap', async () => {
    const view = await mapFor(await visitorNow());
    expect(cellOf(view.map, 'fraud', 'protect')).toMatchObject({
      question: 1,
      'finding-high': 1,
      'not-appraised': 0,
    });
    expect(view.heading).toBe('1 finding and 1 question released to the public');
    expect(view.may).toEqual({ seeGaps: false, raiseQuestions: false, chooseView: false });
  });

  test('a member can look at the same', async () => {
    const shown = await mapFor(await member(), { view: 'released' });
    expect(shown.map.total).toEqual((await mapFor(await visitorNow())).map.total);
  });

  test('a committee reader, an auditor and somebody unverified get no gaps', async () => {
    for (const over of [
      { roles: ['committeeReader' as const] },
      { roles: ['auditor' as const] },
      { verified: false },
    ]) {
      const { released } = await mapFor(await actorFor((await makePerson(over)).id));
      expect(released, JSON.stringify(over)).toBe(true);
    }
  });
});

test('only people who write questions for a team are offered to fill gaps', async () => {
  const { asking } = await makeQuestion();
  expect((await mapFor(await actorFor(asking.authorId))).may.raiseQuestions).toBe(true);
  expect((await mapFor(await actorFor(asking.evaluatorId))).may.raiseQuestions).toBe(false);
});

describe('threat area by priority', () => {
  test('findings count by question, case and rating; the public is not told of ratings', async () => {
    const priority = await store.db.priority.findFirstOrThrow({ where: { slug: 'less-economic-harm' } });
    const area = await termCalled('threatArea', 'money-laundering');
    const question = await makeQuestion({
      terms: tags('money-laundering'),
      priorityIds: [priority.id],
      state: 'answered',
    });
    await makeFinding({ questionId: question.id, termIds: [area.id] });
    const argued = await makeFinding({ termIds: [area.id] });
    await store.db.priorityCase.create({
      data: { findingId: argued.id, priorityId: priority.id, text: 'It matters' },
    });
    const rater = await makePerson();
    for (const value of [1, 4]) {
      const rated = await makeFinding({ termIds: [area.id], released: true });
      const at = { ratedAt: new Date(), changedAt: new Date() };
      const who = { personId: rater.id, raterRole: 'policy' as const, certainty: 2 };
      await store.db.rating.create({
        data: {
          id: newId(),
          findingId: rated.id,
          versionId: rated.versionId,
          priorityId: priority.id,
          value,
          ...who,
          ...at,
        },
      });
    }
    const counted = async (actor: Actor) =>
      cellOf((await mapFor(actor, { columns: 'hs-2021-22' })).map, 'money-laundering', priority.reference);
    const actor = await member();
    expect(await counted(actor)).toMatchObject({ 'not-appraised': 3, question: 0 });
    expect(await counted(await visitorNow())).toMatchObject({ 'not-appraised': 0 });
    const list = await ask(findingList, actor, {
      threat: ['money-laundering'],
      priority: [priority.reference],
    });
    expect(list?.findings).toHaveLength(3);
  });

  test('a set nobody knows has no map', async () => {
    expect(await ask(evidenceMap, await member(), { columns: 'no-such-set' })).toBeNull();
  });
});

describe('any list of terms against any other', () => {
  type Input = Record<string, string>;
  const shown = async (input: Input, actor?: Actor) => {
    const view = await ask(evidenceMap, actor ?? (await member()), input);
    if (!view) throw new Error('no map');
    return view;
  };
  const at = (map: EvidenceMap, row: string, column: string) => {
    const index = map.columns.findIndex(({ key }) => key === column);
    return { counts: cellOf(map, row, column), facts: rowOf(map, row)?.facts[index] };
  };

  test('turned round, both ways of counting agree on every cell and fact', async () => {
    const actor = await member();
    const [straight, turned] = [
      (await shown({}, actor)).map,
      (await shown({ rows: 'strand', columns: 'threatArea' }, actor)).map,
    ];
    for (const row of straight.rows)
      for (const column of straight.columns)
        expect(at(turned, column.key, row.key), `${row.key} ${column.key}`).toEqual(
          at(straight, row.key, column.key),
        );
    expect(turned.total).toEqual(straight.total);
    expect(straight.rows.some(({ facts }) => facts.some(({ shared }) => shared > 0))).toBe(true);
  });

  test('each filter narrows, records are as many as the figures say, a past day shows what was known', async () => {
    const actor = await member();
    const [stage, firearms, drivers] = await Promise.all([
      termCalled('businessModelStage', 'launder'),
      termCalled('threatArea', 'illegal-firearms'),
      termCalled('questionType', 'drivers-and-causes'),
    ]);
    const terms = [stage, firearms, drivers].map(({ id }) => id);
    const old = await makeFinding({
      termIds: terms,
      year: 2001,
      studyType: 'review',
      publishedAt: new Date('2020-05-01'),
    });
    await store.db.finding.update({ where: { id: old.id }, data: { reviewBy: new Date('2021-05-01') } });
    for (const year of [2021, 2022, 2023]) await makeFinding({ termIds: [stage.id, firearms.id], year });
    await makeQuestion({
      terms: [stage, firearms].map(({ scheme, slug }) => ({ scheme, slug })),
      data: { budgetMinimum: null, budgetMaximum: null },
    });
    const axes = { columns: 'businessModelStage' };
    const here = async (filters: Input = {}) =>
      at((await shown({ ...axes, ...filters }, actor)).map, 'illegal-firearms', 'launder');
    expect(await here()).toMatchObject({
      counts: { question: 1, 'not-appraised': 4 },
      facts: { unfunded: 1, shared: 4, reviews: 1, current: 3 },
    });
    for (const [filters, findings] of [
      [{ from: '2022' }, 2],
      [{ to: '2001' }, 1],
      [{ questionType: 'drivers-and-causes' }, 1],
      [{ fresh: 'pastReview' }, 1],
      [{ fresh: 'current' }, 3],
      [{ confidence: 'high' }, 0],
      [{ relevance: '4' }, 0],
      [{ on: '2020-06-01' }, 1],
      [{ on: '2019-06-01' }, 0],
    ] as const) {
      const { counts } = await here(filters);
      expect(counts?.['not-appraised'], JSON.stringify(filters)).toBe(findings);
      const cell = { ...axes, ...filters, row: 'illegal-firearms', column: 'launder' };
      const records = await ask(mapRecords, actor, cell);
      expect(
        records?.records.filter(({ of }) => of === 'finding'),
        JSON.stringify(filters),
      ).toHaveLength(findings);
    }
    expect((await here({ on: '2020-06-01' })).counts?.question).toBe(0);
    expect(await ask(evidenceMap, actor, { on: '2099-01-01' })).toBeNull();
  });

  test('the public is shown released records alone, whatever it asks for', async () => {
    const records = await ask(mapRecords, await visitorNow(), { view: 'network' });
    expect(records?.released).toBe(true);
    const map = (await shown({}, await visitorNow())).map;
    expect(records?.records).toHaveLength(sumOf(map.total));
  });
});

test('the map takes four statements at most, whatever it counts, and one more of a past day', async () => {
  const actor = await member();
  expect((await countingQueries(() => mapFor(actor, { on: '2026-10-31' }))).queries).toBe(5);
  expect((await countingQueries(() => mapFor(actor))).queries).toBe(4);
  expect((await countingQueries(() => mapFor(actor, { columns: 'method' }))).queries).toBe(4);
});
