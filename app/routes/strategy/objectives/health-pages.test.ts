import { beforeAll, describe, expect, test } from 'vitest';
import { checklistOf, isRecent, missingOf } from '~/domain/strategy/objectives/completeness';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeCoordinator, makeOwner } from '../../../../tests/support/factories/strategy-cast';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let keeper = '';
let member = '';
let item = { id: '', reference: '', name: '' };
let owner = '';

beforeAll(async () => {
  keeper = (await makeCoordinator()).id;
  member = (await makePerson()).id;
  owner = (await makeOwner('Owner of an objective')).organisation.name;
  item = await store.db.frameworkItem.findFirstOrThrow({
    where: { framework: { slug: 'soc-strategy-2023' } },
    orderBy: { position: 'asc' },
  });
});

test('a checklist has five needs; a cost of nothing is a cost', () => {
  const bare = { owner: null, measure: '', costPounds: null, dueOn: null, findings: 0 };
  expect(missingOf(bare)).toEqual(['owner', 'measure', 'cost', 'date', 'evidence']);
  expect(missingOf({ ...bare, owner: ' ', costPounds: 0 })).toEqual(['owner', 'measure', 'date', 'evidence']);
  expect(checklistOf({ owner: 'A', measure: 'B', costPounds: 1, dueOn: new Date(), findings: 1 })).toEqual({
    ...{ owner: true, measure: true, cost: true, date: true, evidence: true },
  });
  const today = new Date('2026-06-01');
  expect([2026, 2023, 2022, null].map((year) => isRecent(year, today))).toEqual([true, true, false, false]);
});

describe('the health of the strategy', () => {
  test('a bare objective lacks all five, and every threat area is without an objective', async () => {
    const page = await visit(paths.strategyHealth(), { as: member });
    expect(page.heading).toBe('5 of 5 objectives lack something; 10 threat areas have no objective');
    expect(page.rows.find(([name]) => name === item.name)?.slice(1, 7)).toEqual([
      ...['Missing', 'Missing', 'Missing', 'Missing', 'Missing', '5 of 5'],
    ]);
    expect(page.text).toContain(`${item.name}: no finding at all`);
    expect(await deadLinks(page, { as: member })).toEqual([]);
  });

  test('what is recorded is there, what is not stays missing, and the orphan alone is listed', async () => {
    const areas = await store.db.term.findMany({ where: { scheme: 'threatArea', slug: { not: 'fraud' } } });
    const form = await visit(paths.describeObjective(item.reference), { as: keeper });
    const sent = {
      ...form.fields,
      owner,
      measure: 'Fewer victims',
      costPounds: '£1,200,000',
      changeNote: 'From the plan',
    };
    const page = await send(
      paths.describeObjective(item.reference),
      { ...sent, areas: areas.map(({ slug }) => slug) },
      { as: keeper },
    );
    expect(page.location).toBe(paths.strategyHealth());
    const finding = await makeFinding({ title: 'It works', year: new Date().getFullYear() });
    await store.db.findingDirection.create({
      data: {
        ...{ id: crypto.randomUUID(), findingId: finding.id, frameworkItemId: item.id, direction: 'helps' },
        ...{ note: 'Example', recordedById: keeper, recordedAt: new Date() },
      },
    });
    const health = await visit(paths.strategyHealth(), { as: member });
    expect(health.rows.find(([name]) => name === item.name)?.slice(1, 7)).toEqual([
      ...['Present', 'Present', 'Present', 'Missing', 'Present', '1 of 5'],
    ]);
    expect(health.heading).toContain('1 threat area has no objective');
    expect(health.text).toContain('Fraud and other economic crime: no priority in force covers it either');
    expect(health.text).not.toContain(`${item.name}: no finding`);
  });

  test('an objective is described by coordinators, and not over somebody else’s words', async () => {
    const address = paths.describeObjective(item.reference);
    expect((await visit(address, { as: member })).status).toBe(403);
    const { fields } = await visit(address, { as: keeper });
    expect(fields).toMatchObject({ owner, measure: 'Fewer victims', costPounds: '1200000', number: '1' });
    const stale = await send(address, { ...fields, number: '0', changeNote: 'Late' }, { as: keeper });
    expect(stale.status).toBe(409);
    const wrong = await send(address, { ...fields, costPounds: 'much', changeNote: '' }, { as: keeper });
    expect(wrong.messageBeside('costPounds')).toBe('Enter whole pounds, like £1,200,000');
    expect(wrong.messageBeside('changeNote')).toBe('Say what changes and where it comes from');
    await expect(store.db.objectiveVersion.deleteMany()).rejects.toThrow(/VersionIsKept/);
  });
});

describe('the current direction', () => {
  test('on one page: what is in force, the first questions, what changed', async () => {
    const bare = await makeQuestion({ title: 'Bare question', data: { decision: '', decisionDate: null } });
    await makeQuestion({
      title: 'Full question',
      data: { decision: 'Whether to fund it', decisionDate: new Date('2027-02-01') },
    });
    const page = await visit(paths.direction(), { as: member });
    expect(page.text).toContain('No Place to Hide: SOC Strategy 2023 to 2028');
    expect(page.text).toContain('In-country');
    const row = page.rows.find(([title]) => title === 'Bare question');
    expect(row?.slice(2)).toEqual(['Date missing', 'Rationale missing']);
    expect(page.rows.find(([title]) => title === 'Full question')?.slice(2)).toEqual([
      '1 February 2027',
      'Whether to fund it',
    ]);
    expect(page.text).toContain('First entry');
    expect(page.text).toContain(`${item.name}. From the plan`);
    expect(await deadLinks(page, { as: member })).toEqual([]);
    expect((await visit(paths.direction())).text).not.toContain(bare.title);
  });

  test('tells a visitor nothing that was not released, and refuses no day', async () => {
    const page = await visit(paths.direction('2017-01-01'));
    expect(page.heading).toBe('Direction on 1 January 2017');
    expect(page.text).toContain('Serious and Organised Crime Strategy');
    expect((await visit(paths.direction('yesterday'))).messageBeside('on')).toBe(
      'Enter a real date, like 2019-05-01',
    );
  });
});
