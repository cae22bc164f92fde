import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeLine } from '../../../../tests/support/factories/money';
import { actorFor, makeOrganisation } from '../../../../tests/support/factories/people';
import { makePledge } from '../../../../tests/support/factories/pledges';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { ledgerLine } from '../queries/ledger-line.server';
import { lineChoices } from '../queries/line-choices.server';
import { moneyLines } from '../queries/money-lines.server';
import { enterLine } from './enter-line.server';
import { setBand } from './set-band.server';

const store = useDatabase();
let who: Readers;
let coordinator: Person;
let auditor: Person;
let payer: { id: string; slug: string; name: string; reference: string };

const line = (over: object = {}) => ({
  ...{ organisation: payer.slug, purpose: 'Units', planned: '1,000', actual: '', certainty: 'firm' },
  ...{ startsOn: '2026-04-01', endsOn: '2027-03-31', base: 'Entered', statedOn: '2026-03-31', source: 'R' },
  ...over,
});
const enter = (over: object = {}, actor: Person = coordinator, key?: string) =>
  run(enterLine, actor, line(over), key);
const band = (over: object = {}) => ({
  ...{ term: 'strand:prevent', low: '10', high: '25', holdsFrom: '2025-04-01' },
  ...{ organisation: payer.reference, reason: 'Balance', ...over },
});
const factsOf = async (nounId: string) =>
  (await store.db.fact.findMany({ where: { nounId }, orderBy: { id: 'asc' } })).map(({ name }) => name);

beforeAll(async () => {
  who = await makeReaders();
  payer = await makeOrganisation({ name: 'Department of Entries', kind: 'central-government-department' });
  coordinator = await actorFor(who.coordinator);
  auditor = await actorFor(who.auditor);
});

describe('a line', () => {
  test('is saved as it was said, with who recorded it and a fact', async () => {
    const over = {
      ...{ purpose: 'All said', planned: '', actual: '£20.50', certainty: 'conditional', condition: 'If' },
      ...{ ringFenced: true, estimate: true, secureFrom: '2026', secureUntil: '2028', activities: '40' },
      ...{ strand: 'Pursue', overseas: 'yes', areas: ['fraud', 'Fraud', 'fraud'] },
    };
    const { reference } = done(await enter(over));
    const row = await store.db.ledgerLine.findUniqueOrThrow({
      where: { reference },
      include: { areas: { include: { term: true } }, strand: true },
    });
    expect(row).toMatchObject({
      ...{ planned: null, actual: 2050n, certainty: 'conditional', condition: 'If', overseas: true },
      ...{ ringFenced: true, estimate: true, secureFrom: 2026, secureUntil: 2028, activities: 40 },
      ...{ organisationId: payer.id, recordedById: who.coordinator, supersedesId: null, levelId: null },
    });
    expect(row.strand?.slug).toBe('pursue');
    expect(row.areas.map(({ term }) => term.slug)).toEqual(['fraud']);
    expect(await factsOf(row.id)).toEqual(['LedgerLineWasEntered']);
  });

  test.each([
    ['auditor', 'denied'],
    ['member', 'denied'],
    ['administrator', 'denied'],
    ['committee', 'denied'],
    ['unverified', 'denied'],
    ['second', 'done'],
  ] as const)('entered by %s: %s', async (name, end) => {
    const purpose = `By ${name}`;
    expect(ending(await enter({ purpose }, await actorFor(who[name])))).toBe(end);
    expect(await store.db.ledgerLine.count({ where: { purpose } })).toBe(end === 'done' ? 1 : 0);
  });

  test('a visitor enters nothing', async () => {
    expect(ending(await run(enterLine, await visitorNow(), line()))).toBe('denied');
  });

  test.each([
    [{ organisation: 'nowhere' }, 'FunderIsUnknown'],
    [{ strand: 'pounce' }, 'TermIsUnknown'],
    [{ level: 'pursue' }, 'TermIsUnknown'],
    [{ intervention: 'none' }, 'TermIsUnknown'],
    [{ areas: ['fraud', 'mood'] }, 'TermIsUnknown'],
    [{ planned: '' }, 'AmountIsMissing'],
    [{ condition: 'If' }, 'ConditionIsUnclear'],
    [{ secureFrom: '2026' }, 'YearsAreHalf'],
    [{ endsOn: '2026-03-31' }, 'PeriodIsTurnedRound'],
    [{ planned: 'much' }, 'invalid'],
    [{ replaces: 'x' }, 'invalid'],
  ])('with %j ends as %s, and nothing is saved', async (over, end) => {
    expect(ending(await enter({ purpose: 'Refused', ...over }))).toBe(end);
    expect(await store.db.ledgerLine.count({ where: { purpose: 'Refused' } })).toBe(0);
  });

  test.each(['slug', 'name', 'reference'] as const)('finds whose it is by its %s', async (by) => {
    const { reference } = done(await enter({ organisation: payer[by], purpose: `By its ${by}` }));
    const row = await store.db.ledgerLine.findUniqueOrThrow({ where: { reference } });
    expect(row.organisationId).toBe(payer.id);
  });

  test('pressed twice it is entered once', async () => {
    const [key, purpose] = [newId(), 'Pressed twice'];
    const first = done(await enter({ purpose }, coordinator, key));
    expect(done(await enter({ purpose }, coordinator, key))).toEqual(first);
    expect(await store.db.ledgerLine.count({ where: { purpose } })).toBe(1);
  });

  test('is replaced once; what it said before stays to be read', async () => {
    const { reference } = done(await enter({ purpose: 'Before' }));
    const after = done(await enter({ purpose: 'After', replaces: reference }));
    const again = await enter({ purpose: 'Again', replaces: reference });
    expect(again).toMatchObject({ kind: 'refused', refusal: { name: 'LineIsReplaced', stale: true } });
    const old = await ask(ledgerLine, coordinator, { reference });
    expect(old).toMatchObject({ purpose: 'Before', after: after.reference, may: { replace: false } });
    const now = await ask(ledgerLine, coordinator, { reference: after.reference });
    expect(now).toMatchObject({ before: reference, after: null, planned: 100_000, may: { replace: true } });
    expect(await factsOf(now?.id ?? '')).toEqual(['LedgerLineWasReplaced']);
    const shown = await ask(moneyLines, auditor, { base: 'Entered', limit: 200 });
    const titles = shown?.lines.map(({ title }) => title) ?? [];
    expect([titles.includes('Before'), titles.includes('After')]).toEqual([false, true]);
  });
});

test('money of what is not settled yet is read by who sees its funders: no auditor who may bid, nobody who scores', async () => {
  const open = await makeQuestion({ state: 'open' });
  await makePledge({ questionId: open.id, organisationId: payer.id, recordedById: who.coordinator });
  const reads = async (actor: Person) =>
    (await ask(moneyLines, actor, { limit: 200 }))?.lines.some(({ title }) => title === open.title);
  const scores = { ...coordinator, panels: [{ questionId: open.id, role: 'evaluator' as const }] };
  expect(await Promise.all([coordinator, auditor, { ...auditor, expert: true }, scores].map(reads))).toEqual([
    ...[true, false, false, false],
  ]);
  await store.db.question.update({ where: { id: open.id }, data: { answeredAt: new Date() } });
  expect(await reads({ ...auditor, expert: true })).toBe(true);
});

describe('who reads a line', () => {
  test.each([
    ['coordinator', true, true],
    ['auditor', true, false],
    ['member', false, false],
    ['unverified', false, false],
  ] as const)('%s', async (name, reads, keeps) => {
    const { reference } = await makeLine({
      ...{ recordedById: who.coordinator, organisationId: payer.id, pounds: 1, base: 'Read' },
    });
    const actor = await actorFor(who[name]);
    const read = await ask(ledgerLine, actor, { reference });
    expect(read?.may.replace ?? null).toBe(reads ? keeps : null);
    expect((await ask(lineChoices, actor, {})) !== null).toBe(keeps);
    expect((await ask(moneyLines, actor, {}))?.may.keep ?? null).toBe(reads ? keeps : null);
  });

  test('pages follow one another without a gap or a repeat', async () => {
    const base = 'Paged';
    for (let pounds = 1; pounds <= 5; pounds += 1)
      await makeLine({ recordedById: who.coordinator, organisationId: payer.id, pounds, base });
    const amounts: number[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const read = await ask(moneyLines, auditor, { base, limit: 2, ...(after ? { after } : {}) });
      amounts.push(...(read?.lines.map(({ amount }) => amount) ?? []));
      after = read?.next ?? undefined;
    }
    expect(after).toBeUndefined();
    expect(amounts).toEqual([500, 400, 300, 200, 100]);
  });
});

describe('a band', () => {
  test.each([
    [{ term: 'strand:pounce' }, 'TermIsUnknown'],
    [{ term: 'level:prevent' }, 'TermIsUnknown'],
    [{ term: 'interventionType:disruption' }, 'invalid'],
    [{ low: '25.1' }, 'BandIsTurnedRound'],
    [{ low: '-0.1' }, 'invalid'],
    [{ high: '100.1' }, 'invalid'],
    [{ reason: ' ' }, 'invalid'],
    [{ organisation: '' }, 'invalid'],
    [{ holdsFrom: '2025-02-30' }, 'invalid'],
  ])('with %j ends as %s', async (over, end) => {
    expect(ending(await run(setBand, coordinator, band(over)))).toBe(end);
    expect(await store.db.moneyBand.count()).toBe(0);
  });

  test('is set by a coordinator alone, once for a day, and the latest that has begun holds', async () => {
    expect(ending(await run(setBand, auditor, band()))).toBe('denied');
    expect(ending(await run(setBand, coordinator, band()))).toBe('done');
    expect(ending(await run(setBand, coordinator, band({ low: '11' })))).toBe('BandIsThere');
    expect(
      ending(await run(setBand, coordinator, band({ holdsFrom: '2025-05-01', low: '0', high: '100' }))),
    ).toBe('done');
    expect(ending(await run(setBand, coordinator, band({ holdsFrom: '2199-01-01', low: '7' })))).toBe('done');
    const choices = await ask(lineChoices, coordinator, {});
    expect(choices?.bands.map(({ key, low, high }) => [key, low, high])).toEqual([['prevent', 0, 100]]);
  });
});

describe('the database refuses', () => {
  const raw = (set: object) =>
    store.db.ledgerLine.create({
      data: {
        ...{ id: newId(), reference: newId(), organisationId: payer.id, purpose: 'Raw', planned: 1n },
        ...{ certainty: 'firm', ringFenced: false, estimate: false, base: 'Raw', source: 'Raw' },
        ...{ startsOn: new Date('2026-04-01'), endsOn: new Date('2026-04-01') },
        ...{ statedOn: new Date('2026-04-01'), recordedById: who.coordinator, recordedAt: new Date() },
        ...set,
      },
    });

  test.each([
    ['no amount', { planned: null }, /ledger_line_amount_check/],
    ['less than nothing', { planned: -1n }, /ledger_line_amount_check/],
    ['a certainty nobody knows', { certainty: 'sure' }, /ledger_line_certainty_check/],
    ['half of the years', { secureFrom: 2026 }, /ledger_line_years_check/],
    ['years turned round', { secureFrom: 2027, secureUntil: 2026 }, /ledger_line_years_check/],
    ['a period turned round', { endsOn: new Date('2026-03-31') }, /ledger_line_period_check/],
    ['no purpose', { purpose: ' ' }, /ledger_line_said_check/],
    ['activities below none', { activities: -1 }, /ledger_line_activities_check/],
  ])('%s', async (_, set, rule) => {
    await expect(raw(set)).rejects.toThrow(rule);
  });

  test('a change of what is entered', async () => {
    const { id } = await raw({ purpose: 'Kept' });
    await expect(store.db.ledgerLine.update({ where: { id }, data: { planned: 2n } })).rejects.toThrow(
      /RowIsKept/,
    );
    await expect(store.db.ledgerLine.delete({ where: { id } })).rejects.toThrow(/RowIsKept/);
  });
});
