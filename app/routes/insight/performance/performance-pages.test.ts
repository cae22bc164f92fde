import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { ask } from '~/domain/query.server';
import { measurePage } from '~/domain/insight/queries/measure-page.server';
import { performancePage } from '~/domain/insight/queries/performance-page.server';
import { MEASURE_NAMES, type Measure } from '~/domain/insight/performance/measures';
import { stageDurations } from '~/domain/insight/queries/stage-durations.server';
import { loadHolidays } from '~/domain/questions/calendar.server';
import { workingDaysBetween } from '~/domain/questions/working-days';
import { addDays, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { visit } from '../../../../tests/support/site';

const store = useDatabase();
let asking: AskingTeam;
let other: AskingTeam;
let outsiders: Outsiders;
let awarded: Awaited<ReturnType<typeof makeAward>>;
let secret: Awaited<ReturnType<typeof makeAward>>;

/** A study of 2024 whose every stage is known to the hour. */
async function pastQuestion(title: string, over: object) {
  const question = await makeQuestion({ asking, state: 'draft', title });
  const at = (text: string) => new Date(`${text}T12:00:00Z`);
  await store.db
    .$executeRaw`UPDATE question SET created_at = ${at('2024-01-01')} WHERE id = ${question.id}::uuid`;
  await store.db.question.update({
    where: { id: question.id },
    data: {
      submittedAt: at('2024-01-03'),
      approvedAt: at('2024-01-13'),
      approvedById: asking.ownerId,
      publishedAt: at('2024-01-13'),
      closesAt: at('2024-02-12'),
      openedAt: at('2024-02-13'),
      evaluationStartedAt: at('2024-02-14'),
      ...over,
    },
  });
  return question;
}

/** Four deliverables signed off: released in time, released late, due long ago, and not due yet. */
async function signOff() {
  const milestones = await store.db.milestone.findMany({ where: { awardId: awarded.award.id } });
  const today = ukDay(new Date());
  const days: [signedOff: number, released: number | null][] = [
    [-100, -16],
    [-100, -15],
    [-85, null],
    [-84, null],
  ];
  for (const [index, [signedOff, released]] of days.entries()) {
    const milestoneId = milestones[index]?.id ?? '';
    const signedOffOn = addDays(today, signedOff);
    await store.db.deliverable.create({
      data: {
        ...{ id: randomUUID(), reference: newReference(), milestoneId },
        ...{ title: `Report of day ${signedOff}`, summary: 'What was found', deliveredAt: signedOffOn },
        deliveredById: awarded.first.leadId,
        publication: {
          create: {
            ...{ rights: 'free', signedOffOn, dueOn: addDays(signedOffOn, 84) },
            releasedAt: released === null ? null : new Date(addDays(today, released).getTime() + 43_200_000),
          },
        },
      },
    });
  }
}

beforeAll(async () => {
  [asking, other, outsiders] = await Promise.all([makeAskingTeam(), makeAskingTeam(), makeOutsiders()]);
  const milestones = [1, 2, 3, 4].map((one) => ({ title: `Report ${one}`, amount: 1_500_000 }));
  awarded = await makeAward({ asking, state: 'closed', milestones });
  const leadIds: [string, string] = [awarded.first.leadId, awarded.second.leadId];
  const again = await makeAward({ asking: other, state: 'inDelivery', leadIds });
  const { organisationId } = await store.db.bid.findUniqueOrThrow({ where: { id: awarded.first.id } });
  await store.db.bid.update({ where: { id: again.first.id }, data: { organisationId } });
  secret = await makeAward({ asking, state: 'decided' });
  const now = ukDay(new Date());
  await store.db.question.update({ where: { id: awarded.question.id }, data: { answeredAt: new Date() } });
  const direct = (justification: string) => ({ procurement: { basis: 'direct', justification } });
  await makeQuestion({ asking, title: 'Direct, said why', data: direct('Only one can') });
  await makeQuestion({ asking: other, title: '=Direct, not said', data: direct(' ') });
  await makeQuestion({ asking, state: 'answered', title: 'Late', data: { decisionDate: addDays(now, -30) } });
  await makeQuestion({ asking: other, state: 'answered', title: 'Undated', data: { decisionDate: null } });
  await makeQuestion({ asking, state: 'draft', title: 'Nobody outside knows' });
  await signOff();
  const finding = await makeFinding({ questionId: awarded.question.id });
  await store.db.impactRecord.create({
    data: {
      ...{ id: randomUUID(), reference: newReference(), findingId: finding.id, findingNumber: 1 },
      organisationId: (await makeOrganisation()).id,
      recordedById: asking.ownerId,
      ...{ decision: 'Where to vet', decidedOn: now, effect: 'Moved', evidence: 'Minute 3' },
      recordedAt: new Date(),
    },
  });
});

const figuresFor = async (personId: string) => {
  const view = await ask(performancePage, await actorFor(personId), {});
  return new Map(view?.figures.map((figure) => [figure.measure, figure]));
};
const counts = async (personId: string) => {
  const figures = await figuresFor(personId);
  return (measure: Measure) => {
    const { numerator, denominator, excluded } = figures.get(measure) ?? {};
    return [numerator, denominator, excluded];
  };
};

describe('the figures', () => {
  test('are those of hand counts, and what cannot count is left out and counted', async () => {
    const of = await counts(outsiders.coordinator);
    expect(of('published')).toEqual([7, 7, 0]);
    expect(of('direct')).toEqual([2, 7, 0]);
    expect(of('justified')).toEqual([1, 2, 0]);
    expect(of('newEntrants')).toEqual([1, 2, 0]);
    expect(of('bids')).toEqual([2, 2, 0]);
    expect(of('onTime')).toEqual([1, 2, 1]);
    expect(of('cost')).toEqual([1, 1, 2]);
    expect(of('used')).toEqual([1, 3, 0]);
    expect(of('released')).toEqual([1, 3, 1]);
    const figures = await figuresFor(outsiders.coordinator);
    expect(figures.get('bids')?.total).toBe(4);
    expect(figures.get('cost')?.total).toBe(6_000_000);
  });

  test('the time to an award is counted in working days as everywhere', async () => {
    const figures = await figuresFor(outsiders.coordinator);
    const holidays = await loadHolidays(store.db);
    const expected = workingDaysBetween(
      ukDay(awarded.question.publishedAt ?? new Date()),
      ukDay(awarded.award.noticeAt ?? new Date()),
      holidays,
    );
    expect(figures.get('timeToAward')?.quartiles).toEqual([expected, expected, expected]);
  });

  test('of one’s own teams alone for their owners, and none from behind a wall', async () => {
    const own = await counts(other.ownerId);
    expect([own('published'), own('direct'), own('newEntrants')]).toEqual([
      [3, 3, 0],
      [1, 3, 0],
      [0, 1, 0],
    ]);
    const walled = await makePerson({ roles: ['coordinator'] });
    await makeWall(awarded.question.id, walled.id);
    const of = await counts(walled.id);
    expect([of('published'), of('bids'), of('cost')]).toEqual([
      [6, 6, 0],
      [1, 1, 0],
      [0, 0, 2],
    ]);
  });

  test('a decision that nobody was told of counts nowhere, not even for its own team', async () => {
    const before = await counts(asking.ownerId);
    expect([before('bids'), before('newEntrants')]).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    const rows = await visit(paths.measure('newEntrants', {}), { as: outsiders.coordinator });
    expect(rows.links.some(({ href }) => href === paths.question(secret.question.reference))).toBe(false);
  });
});

describe('the pages', () => {
  test('are for those who look over all or answer for a team', async () => {
    const observer = (await joinTeam(asking.teamId, ['observer'])).id;
    const places = [
      paths.performance(),
      paths.performanceCsv({}),
      paths.stageDurations(),
      paths.measure('bids', {}),
    ];
    for (const place of places) {
      expect((await visit(place, { as: asking.authorId })).status).toBe(403);
      expect((await visit(place, { as: outsiders.expert })).status).toBe(403);
      for (const as of [observer, outsiders.auditor]) expect((await visit(place, { as })).status).toBe(200);
    }
    expect((await visit(paths.questions(), { as: outsiders.expert })).text).not.toContain(
      'How commissioning performs',
    );
  });

  test('every figure leads to as many rows as it was worked out from', async () => {
    const as = outsiders.coordinator;
    const of = await counts(as);
    for (const measure of MEASURE_NAMES) {
      const page = await visit(paths.measure(measure, {}), { as });
      const [numerator = 0, denominator = 0, excluded = 0] = of(measure);
      expect(page.rows.length).toBe(denominator + excluded);
      expect(page.rows.filter((cells) => cells[3] === 'Yes').length).toBe(numerator);
    }
    const { text, links } = await visit(paths.performance(), { as });
    expect(text).toContain('Direct awards with a written justification50%1 of 2None');
    expect(text).toContain('Cost per answered question£60,000 on average£60,000, 1 question2');
    expect(links.some(({ href }) => href.startsWith('/questions/performance/used?'))).toBe(true);
  });

  test('a page of rows goes on where the one before ended', async () => {
    const actor = await actorFor(outsiders.coordinator);
    const seen: string[] = [];
    for (let after: string | undefined, turn = 0; turn < 9; turn += 1) {
      const page = await ask(measurePage, actor, { measure: 'published', limit: 2, after });
      seen.push(...(page?.rows.map(({ title }) => title) ?? []));
      if (!page?.next) break;
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });

  test('a period without anything says so, whichever way round; an unknown one is refused', async () => {
    const as = outsiders.coordinator;
    const empty = await visit(paths.performance({ from: '2001-01-01', to: '2001-12-31' }), { as });
    expect(empty.text).toContain('Nothing to count');
    const wrong = await visit(paths.performance({ from: '2026-12-31', to: '2026-01-01' }), { as });
    expect(wrong.text).toContain('The first day comes after the last');
    expect((await visit(paths.performance({ from: 'yesterday' }), { as })).status).toBe(400);
    expect((await visit(paths.measure('salaries', {}), { as })).status).toBe(404);
    expect((await visit(paths.measure('bids', { after: 'x_y' }), { as })).status).toBe(404);
  });

  test('as CSV they are numbers, kept by nobody on the way', async () => {
    const { html, headers } = await visit(paths.performanceCsv({}), { as: outsiders.auditor });
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(html).toContain('Bids per call,2 on average,');
    expect(html.split('\r\n').filter((line) => /^[=+@-]/.test(line))).toEqual([]);
  });
});

describe('how long stages take', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' };
  const at = (text: string) => new Date(`${text}T12:00:00Z`);

  test('is the arithmetic of what happened', async () => {
    await pastQuestion('Slow', {
      decidedAt: at('2024-04-14'),
      outcome: 'noneSuitable',
      outcomeReason: 'None',
    });
    await pastQuestion('Quick', { decidedAt: at('2024-02-24'), outcome: 'cancelled', outcomeReason: 'Moot' });
    await pastQuestion('Untold', { decidedAt: at('2024-03-01'), outcome: 'awarded' });
    const view = await ask(stageDurations, await actorFor(outsiders.coordinator), year);
    const figureOf = (stage: string) => {
      const { figure } = view?.stages.find((one) => one.stage === stage) ?? {};
      return figure && [figure.questions, figure.median, Math.round(figure.ninety * 10) / 10];
    };
    expect(figureOf('drafting')).toEqual([3, 2, 2]);
    expect(figureOf('approval')).toEqual([3, 10, 10]);
    expect(figureOf('open')).toEqual([3, 30, 30]);
    expect(figureOf('sealed')).toEqual([3, 1, 1]);
    expect(figureOf('evaluation')).toEqual([2, 35, 55]);
    expect(figureOf('delivery')).toBeNull();
    const page = await visit(paths.stageDurations(year), { as: outsiders.coordinator });
    expect(page.text).toContain('In evaluation, until the notice235 days55 daysSlow, 60 daysQuick, 10 days');
    expect(page.text).not.toContain('Untold, 16 days');
    const later = await ask(stageDurations, await actorFor(outsiders.coordinator), {
      ...year,
      from: '2024-03-01',
    });
    expect(later?.stages.find(({ stage }) => stage === 'evaluation')?.figure?.questions).toBe(1);
  });

  test('shows one’s own teams alone', async () => {
    const view = await ask(stageDurations, await actorFor(other.ownerId), year);
    expect(view?.stages.every(({ figure }) => figure === null)).toBe(true);
  });
});
