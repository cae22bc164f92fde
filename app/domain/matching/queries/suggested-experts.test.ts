import { expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { ask } from '../../query.server';
import { suggestedExperts } from './suggested-experts.server';

const store = useDatabase();

async function expertOn(slugs: string[], profile: { summary?: string; availability?: 'unavailable' } = {}) {
  const person = await makePerson({ expert: true });
  const terms = await store.db.term.findMany({ where: { slug: { in: slugs } } });
  await store.db.expertTerm.createMany({
    data: terms.map(({ id }) => ({ personId: person.id, termId: id })),
  });
  await store.db.expertProfile.update({ where: { personId: person.id }, data: profile });
  return person;
}

const drugs = [{ scheme: 'threatArea' as const, slug: 'illegal-drugs' }];

test('shared threat areas, methods and words are reasons; what stands in the way is said', async () => {
  const question = await makeQuestion({
    title: 'Insiders at ports: a network analysis of recruiters',
    terms: drugs,
  });
  const fit = await expertOn(['illegal-drugs', 'network-analysis'], { summary: 'Corrupt insiders in ports' });
  const worded = await expertOn([], { summary: 'Recruiters of all kinds' });
  const away = await expertOn(['illegal-drugs'], { availability: 'unavailable' });
  const walled = await expertOn(['illegal-drugs']);
  await store.db.wall.create({
    data: {
      id: newId(),
      questionId: question.id,
      personId: walled.id,
      reason: 'Former employer',
      raisedAt: new Date(),
    },
  });
  const other = await expertOn(['cyber-crime']);
  const author = await actorFor(question.asking.authorId);
  const view = await ask(suggestedExperts, author, { reference: question.reference });
  const people = view?.people ?? [];
  const named = (person: { reference: string }) =>
    people.find(({ reference }) => reference === person.reference);
  expect(people[0]?.reference).toBe(fit.reference);
  expect(named(fit)?.reasons).toEqual([
    'Threat area: Illegal drugs',
    'Method: Network analysis',
    expect.stringMatching(/^Words in common: .*insiders/),
  ]);
  expect(named(worded)?.reasons).toEqual(['Words in common: recruiters']);
  expect(named(away)?.ruledOut).toEqual(['Not available']);
  expect(named(walled)?.ruledOut).toEqual(['A conflict of interest is confirmed for this question']);
  expect(named(other)).toBeUndefined();
  expect(people.findIndex(({ ruledOut }) => ruledOut.length > 0)).toBe(people.length - 2);
});

test('who declares less clearance than the work needs comes last, for those who may see what is declared', async () => {
  const question = await makeQuestion({ terms: drugs, data: { dataProtection: { vetting: 'sc' } } });
  const declaring = async (clearanceLevel: string | null, clearanceExpires: Date | null = null) => {
    const person = await expertOn(['illegal-drugs']);
    await store.db.expertProfile.update({
      where: { personId: person.id },
      data: { clearanceLevel, clearanceExpires },
    });
    return person.reference;
  };
  const enough = await declaring('DV');
  const unstated = await declaring(null);
  const low = await declaring('BPSS');
  const past = await declaring('SC', new Date('2020-01-01'));
  const short = ['Declares less clearance than the work needs, Security check (SC)'];
  const ruledOutFor = async (personId: string) => {
    const view = await ask(suggestedExperts, await actorFor(personId), { reference: question.reference });
    const found = new Map(view?.people.map(({ reference, ruledOut }) => [reference, ruledOut]));
    return [enough, unstated, low, past].map((reference) => found.get(reference));
  };
  expect(await ruledOutFor(question.asking.authorId)).toEqual([[], [], short, short]);
  const coordinator = await makePerson({ roles: ['coordinator'] });
  expect(await ruledOutFor(coordinator.id)).toEqual([[], [], [], []]);
});

test('those already invited are shown as such', async () => {
  const person = await expertOn(['illegal-drugs']);
  const question = await makeQuestion({ terms: drugs, invited: [{ personId: person.id }] });
  const view = await ask(suggestedExperts, await actorFor(question.asking.authorId), {
    reference: question.reference,
  });
  expect(view?.people.find(({ reference }) => reference === person.reference)?.invited).toBe(true);
});

test('suggestions are for those who run the question and for coordinators', async () => {
  const question = await makeQuestion({ terms: drugs });
  const asked = { reference: question.reference };
  expect(
    await ask(suggestedExperts, await actorFor((await makePerson({ expert: true })).id), asked),
  ).toBeNull();
  expect(await ask(suggestedExperts, await actorFor(question.asking.evaluatorId), asked)).toBeNull();
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  expect(await ask(suggestedExperts, coordinator, asked)).not.toBeNull();
});
