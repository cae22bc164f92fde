import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { packageSchema } from '../../../tests/support/open-contracting-schema';
import { useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { makeWall } from '../../../tests/support/factories/panels';
import { makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { visit } from '../../../tests/support/site';

const data = useDatabase();
let outsiders: Outsiders;
beforeAll(async () => {
  outsiders = await makeOutsiders();
});

const asked = (reference: string, as?: string) => visit(paths.questionOpenContracting(reference), { as });

async function told(reference: string, as?: string) {
  const { status, html: text } = await asked(reference, as);
  expect(status).toBe(200);
  const [release] = packageSchema.parse(JSON.parse(text)).releases;
  if (!release) throw new Error('nothing is released');
  return { release, text };
}

const bidderOf = async (reference: string) => {
  const { lead, organisation } = await data.db.bid.findFirstOrThrow({
    where: { reference },
    select: { lead: { select: { name: true } }, organisation: { select: { name: true } } },
  });
  return organisation?.name ?? lead.name;
};

test('an open question is told of to whoever may know of it, and to nobody else', async () => {
  const { reference } = await makeQuestion({
    state: 'open',
    title: 'Who brings the pills?',
    data: { procurement: { basis: 'direct', justification: 'Nobody else can.', document: 'File 7' } },
  });
  const { release } = await told(reference, outsiders.expert);
  expect(release.tender).toMatchObject({ title: 'Who brings the pills?', status: 'active' });
  expect(release.awards).toBeUndefined();
  expect(release.tender).toMatchObject({
    procurementMethod: 'direct',
    procurementMethodDetails: 'Commissioned study; Direct award',
  });
  expect((await asked(reference)).status).toBe(404);
  const inside = await makeQuestion({ state: 'open', visibility: 'team' });
  expect((await asked(inside.reference, outsiders.expert)).status).toBe(404);
  const released = await makeQuestion({ state: 'open', released: true });
  expect((await asked(released.reference)).status).toBe(200);
});

test('a draft and what takes no bids are no process', async () => {
  const draft = await makeQuestion({ state: 'draft' });
  expect((await asked(draft.reference, draft.asking.authorId)).status).toBe(404);
  const advice = await makeQuestion({ state: 'open', routeSlug: 'expert-advice-request' });
  expect((await asked(advice.reference, advice.asking.authorId)).status).toBe(404);
});

test('an award is told of with its notice, to the team itself no sooner; who lost never', async () => {
  const { question, first, second } = await makeAward({ state: 'decided' });
  for (const reader of [outsiders.expert, question.asking.authorId]) {
    const { release, text } = await told(question.reference, reader);
    expect(release.tender.status).toBe('active');
    expect(release.awards).toBeUndefined();
    expect(text).not.toContain(await bidderOf(first.reference));
  }
  const noticed = await makeAward({ state: 'standstill' });
  const { release, text } = await told(noticed.question.reference, outsiders.expert);
  expect(release.tender.status).toBe('complete');
  expect(release.awards).toEqual([
    expect.objectContaining({ id: noticed.award.reference, status: 'pending' }),
  ]);
  expect(text).toContain(await bidderOf(noticed.first.reference));
  expect(text).not.toContain(await bidderOf(noticed.second.reference));
  expect(second.reference).not.toBe(first.reference);
});

test('whom a wall keeps from a bid learns of no award', async () => {
  const { question, first } = await makeAward({ state: 'inDelivery' });
  expect((await told(question.reference, outsiders.expert)).release.contracts).toHaveLength(1);
  await makeWall(question.id, outsiders.expert, first.id);
  const { release, text } = await told(question.reference, outsiders.expert);
  expect([release.awards, release.contracts]).toEqual([undefined, undefined]);
  expect(text).not.toContain(await bidderOf(first.reference));
});

test('the question’s page leads to it', async () => {
  const { reference } = await makeQuestion({ state: 'open' });
  const page = await visit(paths.question(reference), { as: outsiders.expert });
  expect(page.$(`a[href="${paths.questionOpenContracting(reference)}"]`)).toHaveLength(1);
});
