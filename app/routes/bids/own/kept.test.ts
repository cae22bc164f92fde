import { beforeAll, describe, expect, test } from 'vitest';
import { keepOfLosingBids } from '~/domain/bids/keeping/keep-of-losing-bids.server';
import { giveNotice } from '~/domain/awards/commands/give-notice.server';
import { run } from '~/domain/command.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeBid, makeContent, openQuestion } from '../../../../tests/support/factories/bids';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();

type Made = Awaited<ReturnType<typeof makeBid>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bids: Record<'winner' | 'open' | 'silent' | 'regrets' | 'contact', Made>;
let coordinator: string;

const ALL = { keep: ['references', 'datasets', 'contact'], datasetLines: 'Port calls: ships and days' };
const submit = (bid: Made, fields: Record<string, string | string[]>) =>
  send(paths.checkBid(bid.reference), { revision: '1', ...fields }, { as: bid.leadId });

async function draft(name: string) {
  const organisationId = (await makeOrganisation({ name: `Institute of ${name}` })).id;
  const leadId = (await makePerson({ expert: true, organisationId, name: `Lead of ${name}` })).id;
  const content = makeContent(question, { mark: name });
  content.quality.references = `${name} cited, https://doi.org/10.1000/${name}\n${name} without a number`;
  return makeBid({ question, leadId, organisationId, content, submitted: false });
}

beforeAll(async () => {
  question = await makeQuestion({ title: 'What do couriers earn?', closesInDays: 1 });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  const made: Made[] = [];
  for (const name of ['winner', 'open', 'silent', 'regrets', 'contact']) made.push(await draft(name));
  const [winner, open, silent, regrets, contact] = made;
  if (!winner || !open || !silent || !regrets || !contact) throw new Error('a bid is missing');
  bids = { winner, open, silent, regrets, contact };
});

const leads = async () =>
  (await database.db.referenceLead.findMany({ orderBy: { title: 'asc' } })).map(({ title }) => title);
const kept = (bid: Made, as = bid.leadId) => visit(paths.bidKeeping(bid.reference), { as });

describe('before the award notice', () => {
  test('nothing is ticked to begin with, and what is ticked is the lead’s to see and to take back', async () => {
    const check = await visit(paths.checkBid(bids.open.reference), { as: bids.open.leadId });
    expect(check.text).toContain('If this bid does not win, what may be kept?');
    expect(check.fields['keep']).toEqual([]);
    expect((await submit(bids.silent, {})).status).toBe(303);
    for (const bid of [bids.winner, bids.open, bids.regrets])
      expect((await submit(bid, ALL)).status).toBe(303);
    expect((await submit(bids.contact, { keep: ['contact'], datasetLines: 'Not ticked' })).status).toBe(303);
    expect((await submit(bids.contact, { keep: ['everything'] })).status).toBe(422);
    expect((await kept(bids.open)).text).toContain('Port calls: ships and days');
    expect((await kept(bids.contact)).text).not.toContain('Not ticked');
    expect((await kept(bids.silent)).text).toContain('You choose on the page on which you submit');
    for (const as of [question.asking.ownerId, question.asking.authorId, coordinator, bids.silent.leadId])
      expect((await kept(bids.open, as)).status).toBe(404);
    const took = await send(paths.bidKeeping(bids.regrets.reference), {}, { as: bids.regrets.leadId });
    expect(took.status).toBe(303);
    expect((await kept(bids.regrets)).text).toContain('Nothing is kept.');
    expect(
      (await send(paths.bidKeeping(bids.regrets.reference), {}, { as: bids.regrets.leadId })).status,
    ).toBe(409);
    expect((await send(paths.bidKeeping(bids.silent.reference), {}, { as: bids.silent.leadId })).status).toBe(
      409,
    );
  });

  test('the database lets nothing of a bid move before the notice', async () => {
    const row = { id: crypto.randomUUID(), reference: 'QQQQQQ1', title: 'Too early', keptAt: new Date() };
    for (const { id } of [bids.open, bids.silent])
      await expect(database.db.referenceLead.create({ data: { ...row, bidId: id } })).rejects.toThrow(
        /Nothing of this bid may be kept/,
      );
  });
});

describe('with the award notice', () => {
  beforeAll(async () => {
    await moveClock('2 days');
    await openQuestion(question, { pricesToo: true });
    const now = new Date();
    await database.db.question.update({
      where: { id: question.id },
      data: { evaluationStartedAt: now, qualityAgreedAt: now, decidedAt: now, outcome: 'awarded' },
    });
    await database.db.award.create({
      data: {
        ...{ id: crypto.randomUUID(), reference: 'AWRDKEPT', questionId: question.id },
        ...{ bidId: bids.winner.id, amount: 5_320_000, decidedAt: now, decidedById: question.asking.ownerId },
      } as never,
    });
    await database.db.assessmentSummary.create({
      data: { bidId: bids.winner.id, content: {}, preparedAt: now, sentAt: now },
    });
    const noticed = await run(giveNotice, await actorFor(question.asking.ownerId), {
      reference: question.reference,
    });
    expect(noticed.kind).toBe('done');
  });

  test('what the losing bids agreed to goes over, and nothing of any other', async () => {
    expect(await leads()).toEqual(['open cited, https://doi.org/10.1000/open', 'open without a number']);
    const datasets = await database.db.dataset.findMany({ include: { organisation: true } });
    expect(datasets.map(({ name, holds, confirmedAt }) => [name, holds, confirmedAt])).toEqual([
      ['Port calls', 'ships and days', null],
    ]);
    expect(datasets[0]?.organisation.name).toBe('Institute of open');
    expect((await kept(bids.open)).text).toContain('with the award notice');
    expect((await toldOf('PartsOfBidWereKept', bids.open.id)).people).toEqual([bids.open.leadId]);
  });

  test('it moves once', async () => {
    await database.db.$transaction((tx) =>
      keepOfLosingBids(
        {
          ...{ tx, now: new Date(), actor: { kind: 'visitor', asOf: new Date() }, record: () => undefined },
          ...{ newId: () => crypto.randomUUID(), newReference: () => 'NEVERUSED' },
        },
        question.id,
      ),
    );
    expect(await leads()).toHaveLength(2);
  });

  test('curators find the works on their desk, without the bid, its people or its question', async () => {
    const desk = await visit(paths.deskQueue('referenceLeads'), { as: coordinator });
    expect(desk.text).toContain('open cited');
    expect(desk.text).toContain('DOI 10.1000/open');
    const { reference } = await database.db.referenceLead.findFirstOrThrow({ where: { doi: { not: null } } });
    const item = await visit(paths.deskItem('referenceLeads', reference), { as: coordinator });
    expect(item.text).toContain('A bid that did not win');
    for (const page of [desk, item])
      for (const secret of [
        'Institute of open',
        'Lead of open',
        'What do couriers earn?',
        bids.open.reference,
      ])
        expect(page.html).not.toContain(secret);
    expect((await visit(paths.deskQueue('referenceLeads'), { as: question.asking.ownerId })).status).toBe(
      403,
    );
  });

  test('coordinators see who may be asked, unless they stand behind a wall; nobody else does', async () => {
    const person = async (id: string) =>
      paths.expert((await database.db.person.findUniqueOrThrow({ where: { id } })).reference);
    const willing = await person(bids.contact.leadId);
    expect((await visit(willing, { as: coordinator })).text).toContain('May be asked');
    expect((await visit(await person(bids.silent.leadId), { as: coordinator })).text).not.toContain(
      'May be asked',
    );
    expect((await visit(await person(bids.winner.leadId), { as: coordinator })).text).not.toContain(
      'May be asked',
    );
    expect((await visit(willing, { as: question.asking.ownerId })).text).not.toContain('May be asked');
    const walled = (await makePerson({ roles: ['coordinator'] })).id;
    await makeWall(question.id, walled);
    expect((await visit(willing, { as: walled })).text).not.toContain('May be asked');
  });

  test('its removal takes what nobody took up, and asks for the rest', async () => {
    const taken = await database.db.referenceLead.findFirstOrThrow({ where: { doi: '10.1000/open' } });
    await database.db.referenceLead.update({ where: { id: taken.id }, data: { takenUpAt: new Date() } });
    const path = paths.bidKeeping(bids.open.reference);
    expect((await send(path, {}, { as: bids.silent.leadId })).status).toBe(404);
    expect((await send(path, {}, { as: bids.open.leadId })).status).toBe(303);
    expect(await leads()).toEqual(['open cited, https://doi.org/10.1000/open']);
    expect(await database.db.dataset.count()).toBe(0);
    expect((await toldOf('RemovalOfKeptPartsWasAskedFor', bids.open.id)).people).toContain(coordinator);
    expect((await send(path, {}, { as: bids.open.leadId })).status).toBe(409);
    const page = await visit(await expertPath(bids.open.leadId), { as: coordinator });
    expect(page.text).not.toContain('May be asked');
  });
});

const expertPath = async (id: string) =>
  paths.expert((await database.db.person.findUniqueOrThrow({ where: { id } })).reference);
