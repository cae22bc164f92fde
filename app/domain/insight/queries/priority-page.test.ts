import { expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { termCalled } from '../../../../tests/support/factories/terms';
import { useDatabase } from '../../../../tests/support/database';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { priorityPage } from './priority-page.server';
import { taggedWith } from './tagged-with.server';
import { threatAreaPage } from './threat-area-page.server';

const store = useDatabase();

const member = async () => actorFor((await makePerson({ expert: true })).id);

async function rate(finding: { id: string; versionId: string }, priorityId: string, values: number[]) {
  const raters = await Promise.all(values.map(() => makePerson()));
  const at = { ratedAt: new Date(), changedAt: new Date() };
  const which = {
    findingId: finding.id,
    versionId: finding.versionId,
    priorityId,
    raterRole: 'policy' as const,
  };
  const ratings = raters.map(({ id }, index) => ({
    id: newId(),
    personId: id,
    value: values[index] ?? null,
  }));
  await store.db.rating.createMany({
    data: ratings.map((one) => ({ ...which, ...at, ...one, certainty: 2 })),
  });
}

async function useIt(finding: { id: string }, priorityId: string) {
  const [organisation, person] = [await makeOrganisation(), await makePerson()];
  return store.db.impactRecord.create({
    data: {
      id: newId(),
      reference: newReference(),
      findingId: finding.id,
      findingNumber: 1,
      priorityId,
      organisationId: organisation.id,
      recordedById: person.id,
      decision: 'Moved vetting effort',
      decidedOn: new Date('2026-10-01'),
      effect: 'Twelve posts',
      evidence: 'Minutes',
      recordedAt: new Date(),
    },
  });
}

test('a priority walks to what is asked, bought, known and used', async () => {
  const priority = await makePriority({ name: 'Safer ports' });
  const asked = await makeQuestion({ priorityIds: [priority.id] });
  await makeQuestion({ priorityIds: [priority.id], visibility: 'team' });
  const several = await makeFinding({ title: 'Four fives' });
  await rate(several, priority.id, [5, 5, 5, 5]);
  const one = await makeFinding({ title: 'One five' });
  await rate(one, priority.id, [5]);
  const argued = await makeFinding({ title: 'Argued for' });
  await store.db.priorityCase.create({
    data: { findingId: argued.id, priorityId: priority.id, text: 'It matters' },
  });
  const used = await useIt(several, priority.id);

  const view = await ask(priorityPage, await member(), { reference: priority.reference });
  expect(view?.items.asked.map(({ reference, closed }) => [reference, closed])).toEqual([
    [asked.reference, false],
  ]);
  expect(view?.items.counts).toMatchObject({ question: 1, 'not-appraised': 3 });
  expect(view?.findings.map(({ title, summary }) => [title, summary.counted, summary.mean === null])).toEqual(
    [
      ['Four fives', 4, false],
      ['One five', 1, true],
      ['Argued for', 0, true],
    ],
  );
  expect(view?.used.map(({ reference }) => reference)).toEqual([used.reference]);
  expect(view?.set.inForce).toBe(true);
});

test('the public sees what was released alone, and no single rating', async () => {
  const priority = await makePriority();
  const question = await makeQuestion({ priorityIds: [priority.id], released: true });
  await makeQuestion({ priorityIds: [priority.id] });
  const finding = await makeFinding({ released: true });
  await store.db.priorityCase.create({
    data: { findingId: finding.id, priorityId: priority.id, text: 'It matters' },
  });
  await rate(finding, priority.id, [4]);
  await useIt(finding, priority.id);
  const view = await ask(priorityPage, await visitorNow(), { reference: priority.reference });
  expect(view?.items.asked.map(({ reference }) => reference)).toEqual([question.reference]);
  expect(view?.findings.map(({ summary }) => summary.counted)).toEqual([0]);
  expect(view?.used).toEqual([]);
  expect(view?.may.raiseQuestions).toBe(false);
});

/** The priorities of a published question are frozen; a made-up one gets them behind the back of that rule. */
async function linkAfterPublication(data: { questionId: string; priorityId: string }[]) {
  await store.db.$executeRaw`ALTER TABLE question_priority DISABLE TRIGGER USER`;
  await store.db.questionPriority.createMany({ data });
  await store.db.$executeRaw`ALTER TABLE question_priority ENABLE TRIGGER USER`;
}

test('money says what it covers', async () => {
  const priority = await makePriority();
  const bought = await makeAward({ state: 'inDelivery' });
  const unsent = await makeAward({ state: 'decided' });
  const links = [bought, unsent].map(({ question }) => ({
    questionId: question.id,
    priorityId: priority.id,
  }));
  await linkAfterPublication(links);
  const read = async () =>
    (await ask(priorityPage, await member(), { reference: priority.reference }))?.items;
  const items = await read();
  expect(items?.counts).toMatchObject({ commission: 1, question: 1 });
  expect(items?.money).toEqual({ knownPence: bought.award.amount, costed: 1, all: 1 });
  await store.db.award.update({ where: { id: unsent.award.id }, data: { noticeAt: new Date(), amount: 0 } });
  expect((await read())?.money).toEqual({ knownPence: bought.award.amount, costed: 1, all: 2 });
});

test('a threat area names its priorities, experts and gaps', async () => {
  const area = await termCalled('threatArea', 'fraud');
  const person = await makePerson({ expert: true });
  await store.db.expertTerm.create({ data: { personId: person.id, termId: area.id } });
  await makeQuestion({
    terms: [
      { scheme: 'threatArea', slug: 'fraud' },
      { scheme: 'strand', slug: 'prevent' },
    ],
  });
  const view = await ask(threatAreaPage, await member(), { slug: 'fraud' });
  expect(view?.gaps?.map(({ slug }) => slug)).toEqual(['pursue', 'protect', 'prepare']);
  expect(view?.experts).toBe(1);
  expect(view?.priorities.map(({ name, verified, inForce }) => [name, verified, inForce])).toEqual([
    ['Less economic harm', true, false],
    ['Exploit the vulnerable', false, false],
    ['Undermine the economy and institutions', false, false],
  ]);
  const publicView = await ask(threatAreaPage, await visitorNow(), { slug: 'fraud' });
  expect(publicView).toMatchObject({ gaps: null, experts: null, items: { counts: { question: 0 } } });
});

test('a term shows what is tagged with it or with its parts', async () => {
  const [whole, part] = [
    await termCalled('enabler', 'emerging-technology'),
    await termCalled('enabler', 'drones'),
  ];
  await makeFinding({ termIds: [part.id] });
  const tagged = await ask(taggedWith, await member(), { id: whole.id });
  expect(tagged?.items.counts['not-appraised']).toBe(1);
});

test('the pages stay within eight statements, with two for who asks', async () => {
  const actor = await member();
  const priority = await makePriority();
  const one = await countingQueries(() => ask(priorityPage, actor, { reference: priority.reference }));
  const two = await countingQueries(() => ask(threatAreaPage, actor, { slug: 'fraud' }));
  const past = await countingQueries(() => ask(threatAreaPage, actor, { slug: 'fraud', on: '2026-10-31' }));
  expect([one.queries, two.queries, past.queries]).toEqual([5, 5, 5]);
});

test.each(['nothing', '', '2345678A'])('no page for %j', async (reference) => {
  expect(await ask(priorityPage, await member(), { reference })).toBeNull();
  expect(await ask(threatAreaPage, await member(), { slug: reference })).toBeNull();
});
