import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeExpertOn } from '../../factories/experts';
import { makeFinding } from '../../factories/findings';
import { makeGroup } from '../../factories/groups';
import { makeSuccessor } from '../../factories/holdings';
import { makeMeasure, makeValue } from '../../factories/measures';
import { makeLine } from '../../factories/money';
import { makeOrganisation } from '../../factories/people';
import { makePriority } from '../../factories/priorities';
import { makeQuestion } from '../../factories/questions';
import { makeReorganisation } from '../../factories/reorganisations';
import { rateBy } from '../../factories/searchable';
import { termCalled } from '../../factories/terms';
import { estimatedTogether } from './estimated';
import type { DrawnPage } from './pages';
import type { Journey } from '../journey';

/** The address of one page of each kind, with something drawn on it for this coordinator. */
export async function drawnWorld(journey: Journey, keeper: string): Promise<Record<DrawnPage, string>> {
  await makeGoverning();
  await makeSpending(keeper);
  await makeQuestion({ terms: [{ scheme: 'threatArea', slug: 'fraud' }] });
  const finding = await ratedFinding();
  return {
    'app/routes/governance/groups/over-time.tsx': paths.groupCounts(),
    'app/routes/governance/overview.tsx': paths.governance(),
    'app/routes/insight/demand/demand.tsx': paths.demand(),
    'app/routes/insight/map/map.tsx': paths.map(),
    'app/routes/knowledge/elicitation/page.tsx': await estimatedTogether(journey, keeper, finding),
    'app/routes/knowledge/finding/page.tsx': paths.finding(finding),
    'app/routes/measures/kept/page.tsx': await countedMeasure(keeper),
    'app/routes/measures/money/money.tsx': paths.money(),
    'app/routes/people/experts/network.tsx': await writingTogether(),
    'app/routes/people/organisations/organisation.tsx': await mergedForce(),
    'app/routes/strategy/indicators/page.tsx': await brokenIndicator(keeper),
    'app/routes/strategy/spend/page.tsx': paths.scoreAndSpend(),
  };
}

async function makeGoverning() {
  const chair = await makeOrganisation({ name: 'Harbour Office', kind: 'central-government-department' });
  for (const [kind, remit] of [
    ['governs', ['fraud', 'pursue', 'national']],
    ['discusses', ['illegal-drugs', 'prevent', 'regional']],
  ] as const)
    await makeGroup({ kind, remit: [...remit], members: [chair.id], openedOn: new Date('2022-05-01') });
  await makeGroup({ members: [chair.id] });
}

async function makeSpending(recordedById: string) {
  const organisationId = (await makeOrganisation({ name: 'Treasury of the drawings' })).id;
  for (const [strand, pounds] of [
    ['pursue', 790_000],
    ['prevent', 40_000],
    [undefined, 170_000],
  ] as const)
    await makeLine({
      ...{ recordedById, organisationId, pounds, level: 'national', areas: ['fraud'] },
      ...(strand ? { strand } : {}),
    });
}

async function ratedFinding(): Promise<string> {
  const terms = await Promise.all([termCalled('threatArea', 'fraud'), termCalled('strand', 'protect')]);
  const finding = await makeFinding({ title: 'Most of it is small', termIds: terms.map(({ id }) => id) });
  const priority = await makePriority({ name: 'Close the routes' });
  const about = { findingId: finding.id, versionId: finding.versionId, priorityId: priority.id };
  await rateBy({ ...about, values: [2, 4, 5] });
  return finding.reference;
}

/** Counted in three quarters, otherwise from the third on: two lines that are not joined. */
async function countedMeasure(keeper: string): Promise<string> {
  const measure = await makeMeasure({ createdById: keeper, name: 'Yards raided', unit: 'yards' });
  const by = { measureId: measure.id, recordedById: keeper };
  for (const [at, startsOn] of ['2025-01-01', '2025-04-01', '2025-07-01'].entries())
    await makeValue({ ...by, startsOn: new Date(startsOn), value: 30 - 7 * at });
  return paths.measureRecord(measure.reference);
}

async function writingTogether(): Promise<string> {
  const term = await termCalled('threatArea', 'fraud');
  const [expert, friend] = [await makeExpertOn([term.id]), await makeExpertOn([term.id])];
  const known = [expert, friend].map(({ id, name }) => ({ name, personId: id }));
  await makeFinding({ title: 'Written by three', authors: [...known, { name: 'Ann Outside' }] });
  return paths.expertNetwork(expert.reference);
}

async function mergedForce(): Promise<string> {
  const ending = [
    await makeOrganisation({ name: 'North Shore Police', kind: 'police-force' }),
    await makeOrganisation({ name: 'South Shore Police', kind: 'police-force' }),
  ];
  const union = await makeSuccessor('Both Shores Police');
  await makeReorganisation({ kind: 'merge', ending, successors: [union] });
  return paths.organisation(union.reference);
}

/** Counted otherwise in its last year, so that a break is drawn. */
async function brokenIndicator(keeper: string): Promise<string> {
  const id = newId();
  const term = await termCalled('threatArea', 'fraud');
  const now = new Date();
  const from = { source: 'Example report', recordedById: keeper, recordedAt: now };
  const year = (periodWritten: string, value: number) => ({
    ...{ id: newId(), periodWritten, number: 1, startsOn: new Date(`${periodWritten}-01-01`), value },
    ...{ ...from, sourceDate: new Date('2024-03-01') },
  });
  const { reference } = await database().indicator.create({
    data: {
      ...{ id, reference: newReference(), termId: term.id, kind: 'threat', name: 'Recorded offences' },
      ...{ measures: 'offences the police recorded', unit: 'offences', createdById: keeper, createdAt: now },
      points: { create: [year('2021', 5000), year('2022', 6800), year('2023', 7000)] },
      breaks: {
        create: {
          ...{
            id: newId(),
            periodWritten: '2023',
            startsOn: new Date('2023-01-01'),
            what: 'A counting rule',
          },
          ...from,
        },
      },
    },
  });
  return paths.indicator(reference);
}
