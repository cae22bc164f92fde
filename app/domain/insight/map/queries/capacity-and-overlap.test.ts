import { expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../../tests/support/database';
import { makeExpertOn } from '../../../../../tests/support/factories/experts';
import { makeFinding } from '../../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../../tests/support/factories/questions';
import { termCalled } from '../../../../../tests/support/factories/terms';
import { visitorNow } from '../../../../../tests/support/factories/visitor';
import { ask } from '../../../query.server';
import { areaCapacity, isUnmet } from './area-capacity.server';
import { evidenceMap } from './evidence-map.server';
import { threatOverlap } from './overlap.server';

useDatabase();
const threat = (slug: string) => ({ scheme: 'threatArea' as const, slug });

test('an area with demand and no available expert is named, and one without driver evidence', async () => {
  const [fraud, cyber, drivers, prevent] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('threatArea', 'cyber-crime'),
    termCalled('questionType', 'drivers-and-causes'),
    termCalled('strand', 'prevent'),
  ]);
  await makeExpertOn([fraud.id], { availability: 'limited' });
  await makeExpertOn([cyber.id], { availability: 'available', availableFrom: new Date('2099-01-01') });
  await makeExpertOn([cyber.id], { availability: 'unavailable' });
  await makeExpertOn([cyber.id], { availability: 'unstated' });
  await makeQuestion({ terms: [threat('fraud')] });
  await makeQuestion({
    terms: [threat('cyber-crime'), { scheme: 'questionType', slug: 'drivers-and-causes' }],
  });
  await makeFinding({ termIds: [fraud.id, drivers.id, prevent.id] });
  await makeFinding({ termIds: [fraud.id, drivers.id] });
  const actor = await actorFor((await makePerson({ expert: true })).id);
  expect((await countingQueries(() => ask(areaCapacity, actor, {}))).queries).toBe(1);
  const shown = await ask(areaCapacity, actor, {});
  const of = (key: string) => shown?.areas.find((area) => area.key === key);
  expect(of('fraud')).toMatchObject({ open: 1, available: 1, driverFindings: 2, preventFindings: 1 });
  expect(of('cyber-crime')).toMatchObject({
    open: 1,
    available: 0,
    unstated: 1,
    driverFindings: 0,
    driverQuestions: 1,
  });
  expect(shown?.areas.filter(isUnmet).map(({ key }) => key)).toEqual(['cyber-crime']);
  expect(shown?.heading).toBe('Cyber crime has demand and no available expert');
  for (const roles of [['auditor' as const], ['committeeReader' as const]])
    expect(await ask(areaCapacity, await actorFor((await makePerson({ roles })).id), {})).toBeNull();
  expect(await ask(areaCapacity, await visitorNow(), {})).toBeNull();

  const lensed = await ask(evidenceMap, actor, { questionType: 'drivers-and-causes', strand: 'prevent' });
  expect(lensed?.map.total).toMatchObject({ 'not-appraised': 1, question: 0 });
});

test('a question tagged three ways stands in three pairs and once in the total', async () => {
  const actor = await actorFor((await makePerson({ expert: true })).id);
  const before = await ask(threatOverlap, actor, {});
  await makeQuestion({ terms: ['illegal-drugs', 'illegal-firearms', 'money-laundering'].map(threat) });
  const after = await ask(threatOverlap, actor, {});
  const pairs = (view: typeof after) =>
    (view?.overlap.cells ?? [])
      .flatMap((line, at) => line.filter((_, beside) => beside > at))
      .reduce((sum, one) => sum + one, 0);
  expect(pairs(after) - pairs(before)).toBe(3);
  expect((after?.overlap.total ?? 0) - (before?.overlap.total ?? 0)).toBe(1);
  expect((await ask(threatOverlap, await visitorNow(), {}))?.overlap.total).toBe(0);
});
