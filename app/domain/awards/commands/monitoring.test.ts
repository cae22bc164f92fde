import { beforeAll, describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { isoDay } from '../../uk-time';
import { reportDays } from '../monitoring/monitoring-report';
import { monitoringPage } from '../queries/monitoring-page.server';
import { monitoringReportPage } from '../queries/monitoring-report-page.server';
import { advanceReport } from './advance-report.server';
import { setMonitoring } from './set-monitoring.server';
import { writeReport } from './write-report.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: Person;
let partner: Person;
let loser: Person;
let auditor: Person;
const reference = () => made.award.reference;
const reports = () =>
  store.db.monitoringReport.findMany({ where: { awardId: made.award.id }, orderBy: { number: 'asc' } });
const reportAt = async (number: number) => (await reports())[number - 1]?.reference ?? '';
const CODES = ['progress', 'quality', 'money', 'risk', 'use'];
const answers = (score = 4, comment = 'As agreed.') =>
  CODES.map((code) => ({ code, score: String(score), comment }));
const every = async (actor: Person, everyMonths: unknown) =>
  ending(await run(setMonitoring, actor, { reference: reference(), everyMonths }));
const write = (actor: Person, report: string, given: object[], intent = 'save') =>
  run(writeReport, actor, { reference: report, intent, answers: given });
const take = async (actor: Person, report: string, step: string, words = '') =>
  ending(await run(advanceReport, actor, { reference: report, step, words }));
const stored = (report: string) =>
  store.db.monitoringReport.findUniqueOrThrow({ where: { reference: report }, include: { answers: true } });

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  lead = await actorFor(made.first.leadId);
  partner = await actorFor(await joinBid(made.first.id, { role: 'partner' }));
  loser = await actorFor(made.second.leadId);
  auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
});

describe('a schedule', () => {
  test('is set by the team, in whole months of a year', async () => {
    for (const actor of [lead, partner, auditor, made.panel.budgetHolder])
      expect(await every(actor, 1)).toBe('denied');
    expect(await every(loser, 1)).toBe('hidden');
    for (const months of [0, 13, -1, 1.5, 'often', undefined, '1e9'])
      expect(await every(made.panel.author, months)).toBe('invalid');
    expect(await every(made.panel.author, 12)).toBe('NothingToReport');
    expect(await reports()).toEqual([]);
    const ready = await makeAward({ state: 'readyToContract' });
    const early = { reference: ready.award.reference, everyMonths: 1 };
    expect(ending(await run(setMonitoring, ready.panel.author, early))).toBe('DeliveryIsNotOn');
  });

  test('plans the days of the contract, numbered, and a new one plans anew what was not begun', async () => {
    const { startsOn, endsOn } = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    const days = (months: number) =>
      reportDays(startsOn ?? new Date(), endsOn ?? new Date(), months).map(isoDay);
    for (const months of [2, 1]) {
      expect(await every(made.panel.author, months)).toBe('done');
      const rows = await reports();
      expect(rows.map(({ dueOn }) => isoDay(dueOn))).toEqual(days(months));
      expect(rows.map(({ number, state }) => [number, state])).toEqual(rows.map((_, i) => [i + 1, 'due']));
    }
    expect((await reports()).length).toBeGreaterThanOrEqual(2);
  });

  test('keeps a report that was begun when it changes', async () => {
    const first = await reportAt(1);
    done(await write(lead, first, answers().slice(0, 1)));
    const before = await reports();
    expect(await every(made.panel.owner, 1)).toBe('done');
    const after = await reports();
    expect(after[0]).toEqual(before[0]);
    expect(after.map(({ number, dueOn }) => [number, isoDay(dueOn)])).toEqual(
      before.map(({ number, dueOn }) => [number, isoDay(dueOn)]),
    );
    expect((await stored(first)).state).toBe('draft');
  });
});

describe('a report', () => {
  test('is written by those who deliver, not by a partner nor the other side', async () => {
    const first = await reportAt(1);
    for (const actor of [partner, made.panel.author, auditor])
      expect(ending(await write(actor, first, answers()))).toBe('denied');
    expect(ending(await write(loser, first, answers()))).toBe('hidden');
    expect(ending(await write(lead, first, [{ code: 'progress', score: '6', comment: '' }]))).toBe('invalid');
    expect(ending(await write(lead, first, [{ code: 'progress', score: '0', comment: '' }]))).toBe('invalid');
    expect(ending(await write(lead, first, [{ code: 'progress', comment: 'x'.repeat(4001) }]))).toBe(
      'invalid',
    );
  });

  test('half of it is saved and none of it submitted; what is missing is said beside its field', async () => {
    const first = await reportAt(1);
    const half = [
      { code: 'progress', score: '2', comment: 'Late.' },
      { code: 'quality', score: '', comment: 'Fine.' },
    ];
    done(await write(lead, first, [...half, { code: 'invented', score: '5', comment: 'No such question.' }]));
    const refused = await write(lead, first, half, 'submit');
    expect(ending(refused)).toBe('ReportIsIncomplete');
    const fields = refused.kind === 'refused' ? Object.keys(refused.refusal.fields ?? {}) : [];
    expect(fields).toEqual([
      'answers[1].score',
      ...[2, 3, 4].flatMap((i) => [`answers[${i}].score`, `answers[${i}].comment`]),
    ]);
    const kept = await stored(first);
    expect([kept.state, kept.submittedAt]).toEqual(['draft', null]);
    expect(kept.answers.map(({ questionCode }) => questionCode).sort()).toEqual(['progress', 'quality']);
  });

  test('a draft is its writers’ own until it is submitted', async () => {
    const first = await reportAt(1);
    const see = async (actor: Person) => ask(monitoringReportPage, actor, { reference: first });
    expect(await see(lead)).toMatchObject({ shows: true, writes: true, steps: [] });
    expect((await see(partner))?.writes).toBe(false);
    for (const actor of [made.panel.author, auditor]) {
      const page = await see(actor);
      expect(page).toMatchObject({ shows: false, writes: false, score: null });
      expect(page?.items.every(({ score, comment }) => score === null && comment === '')).toBe(true);
    }
    expect(await see(loser)).toBeNull();
  });

  test('cannot smuggle an empty answer in by answering twice', async () => {
    const first = await reportAt(1);
    const twice = [...answers(), { code: 'use', score: '', comment: '' }];
    await write(lead, first, twice, 'submit');
    const { answers: kept, state } = await stored(first);
    expect(state).toBe('submitted');
    expect(kept.every(({ score, comment }) => score === 4 && comment !== '')).toBe(true);
  });

  test('once submitted is closed to its writers, queried with words, submitted again, and approved once', async () => {
    const { author, owner } = made.panel;
    const first = await reportAt(1);
    expect(ending(await write(lead, first, answers(5)))).toBe('ReportIsSubmitted');
    for (const actor of [lead, partner, auditor, made.panel.budgetHolder])
      expect(await take(actor, first, 'approve')).toBe('denied');
    expect(await take(author, first, 'query')).toBe('WordsAreMissing');
    expect(await take(author, first, 'query', 'Which ports?')).toBe('done');
    expect(await take(owner, first, 'approve')).toBe('StepIsNotNext');
    done(await write(lead, first, [{ code: 'use', score: '5', comment: 'Twelve.' }]));
    expect((await stored(first)).state).toBe('queried');
    const again = await Promise.all([1, 2].map(() => write(lead, first, answers(5, 'Twelve.'), 'submit')));
    expect(again.map(ending).sort()).toEqual(['ReportIsSubmitted', 'done']);
    const both = await Promise.all([author, owner].map((actor) => take(actor, first, 'approve')));
    expect(both.sort()).toEqual(['StepIsNotNext', 'done']);
    const facts = await store.db.fact.findMany({
      where: { nounId: made.award.id, name: { startsWith: 'MonitoringReportWas' } },
      orderBy: { number: 'asc' },
    });
    expect(facts.map(({ name }) => name.slice('MonitoringReportWas'.length))).toEqual([
      'Saved',
      'Saved',
      'Submitted',
      'Queried',
      'Saved',
      'Submitted',
      'Approved',
    ]);
  });

  test('is kept to its states and scores by the database', async () => {
    const { db } = store;
    const where = { reference: await reportAt(1) };
    for (const state of ['draft', 'queried', 'due', 'lost'])
      await expect(db.monitoringReport.update({ where, data: { state } })).rejects.toThrow(/StepIsNotNext/);
    await expect(db.monitoringAnswer.updateMany({ data: { score: 6 } })).rejects.toThrow(/monitoring_score/);
    await expect(db.monitoringSchedule.updateMany({ data: { everyMonths: 0 } })).rejects.toThrow(
      /monitoring_every/,
    );
  });
});

describe('the page of monitoring', () => {
  test('tells a mean once a report was submitted, and lateness from the day after', async () => {
    const see = async (id: string) => ask(monitoringPage, await actorFor(id), { reference: reference() });
    const page = await see(made.panel.author.id);
    expect(page).toMatchObject({ everyMonths: 1, canSchedule: true });
    expect(page?.reports.map(({ stateName, score, late }) => [stateName, score, late])[0]).toEqual([
      'Approved',
      '5.0',
      false,
    ]);
    expect(page?.reports.some(({ late }) => late)).toBe(false);
    expect((await see(lead.id))?.canSchedule).toBe(false);
    expect(await see(loser.id)).toBeNull();
    await moveClock('80 days');
    const later = await see(auditor.id);
    expect(later?.reports.map(({ late }) => late).slice(0, 2)).toEqual([false, true]);
  });

  test('asks as few queries for a report with answers as for all of them', async () => {
    const author = await actorFor(made.panel.author.id);
    const first = await reportAt(1);
    const all = await countingQueries(() => ask(monitoringPage, author, { reference: reference() }));
    const one = await countingQueries(() => ask(monitoringReportPage, author, { reference: first }));
    expect(Math.max(all.queries, one.queries)).toBeLessThanOrEqual(8);
  });
});
