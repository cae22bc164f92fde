import { beforeAll, describe, expect, test } from 'vitest';
import { confirmEligibility } from '~/domain/bids/commands/confirm-eligibility.server';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { saveBidSection } from '~/domain/bids/commands/save-bid-section.server';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { run } from '~/domain/command.server';
import { ownData } from '~/domain/people/queries/own-data.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let university: { id: string; reference: string };
let force: { id: string; reference: string };
let lead: Awaited<ReturnType<typeof actorFor>>;

const yes = () => ({ organisation: university.reference, condition1: 'yes', condition2: 'yes' });
const address = () => paths.bidEligibility(question.reference);
const start = (organisation: string) =>
  run(startBid, lead, { reference: question.reference, organisation, termsRead: true });

beforeAll(async () => {
  question = await makeQuestion({
    data: { eligibleOrganisations: ['university'] },
    requirements: {
      condition1: 'Your organisation is based in the UK',
      condition2: 'Nobody named is a serving officer',
      essential1: 'Experience in prisons',
      evidence1: 'One study in the last five years',
    },
  });
  university = await makeOrganisation({ kind: 'university' });
  force = await makeOrganisation({ kind: 'police-force' });
  const { id } = await makePerson({ expert: true, organisationId: university.id });
  await database.db.affiliation.create({
    data: {
      id: crypto.randomUUID(),
      personId: id,
      organisationId: force.id,
      verifiedAt: new Date('2026-01-01'),
      startsOn: new Date('2026-01-01'),
    },
  });
  lead = await actorFor(id);
});

describe('who may bid', () => {
  test('the question says it, and nobody starts a bid before they confirmed it', async () => {
    const read = await visit(paths.question(question.reference), { as: lead.id });
    expect(read.text).toContain('Who may bid, and what every bid must show');
    expect(read.text).toContain('Your organisation is based in the UK');
    expect(read.text).toContain('Evidence: One study in the last five years');
    const before = await visit(paths.startBid(question.reference), { as: lead.id });
    expect(before.text).toContain('Confirm that you may bid');
    expect(before.buttons).not.toContain('Start a bid');
    expect(await start(university.reference)).toMatchObject({
      refusal: { name: 'EligibilityIsNotConfirmed' },
    });
    await expect(makeBid({ question, leadId: lead.id, organisationId: university.id })).rejects.toThrow(
      'EligibilityIsNotConfirmed',
    );
  });

  test('every condition is answered, for one of one’s own organisations', async () => {
    const half = await send(
      address(),
      { organisation: university.reference, condition1: 'yes' },
      { as: lead.id },
    );
    expect(half.status).toBe(422);
    expect(half.text).toContain('Answer yes or no');
    const other = await makeOrganisation({ kind: 'university' });
    const foreign = await send(address(), { ...yes(), organisation: other.reference }, { as: lead.id });
    expect(foreign.text).toContain('Choose one of your organisations');
    expect(await database.db.eligibilityAnswer.count({ where: { questionId: question.id } })).toBe(0);
  });

  test('an answer that rules a bidder out says why, and where to ask; it starts no bid', async () => {
    const sent = await send(
      address(),
      { organisation: force.reference, condition1: 'no', condition2: 'yes' },
      { as: lead.id },
    );
    expect(sent.location).toBe(address());
    const page = await visit(address(), { as: lead.id });
    expect(page.text).toContain('By what you said, you cannot bid for this question');
    expect(page.text).toContain('Yours is of another: Police force');
    expect(page.text).toContain('You said that this does not hold: Your organisation is based in the UK');
    expect(page.links).toContainEqual({
      text: 'ask the team',
      href: paths.askClarification(question.reference),
    });
    expect(await start(force.reference)).toMatchObject({ kind: 'refused' });
    const told = await visit(paths.startBid(question.reference), { as: lead.id });
    expect(told.text).toContain('See why you cannot bid');
  });

  test('who may, goes on to a bid for that organisation and no other', async () => {
    const sent = await send(address(), yes(), { as: lead.id });
    expect(sent.location).toBe(paths.startBid(question.reference));
    const page = await visit(paths.startBid(question.reference), { as: lead.id });
    expect(page.fields['organisation']).toBe(university.reference);
    expect(page.text).not.toContain('Myself, for no organisation');
    expect(page.text).toContain('Experience in prisons. Evidence asked for: One study');
    for (const other of [force.reference, 'independent'])
      expect(await start(other)).toMatchObject({ refusal: { name: 'EligibilityIsNotConfirmed' } });
    expect(await start(university.reference)).toMatchObject({ kind: 'done' });
  });

  test('each answer is kept with the version it was about, for its person alone, and never changes', async () => {
    const rows = await database.db.eligibilityAnswer.findMany({ orderBy: { answeredAt: 'asc' } });
    expect(rows.map(({ eligible, version }) => [eligible, version])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    const id = rows[0]?.id ?? '';
    await expect(
      database.db.eligibilityAnswer.update({ where: { id }, data: { eligible: true } }),
    ).rejects.toThrow();
    await expect(database.db.eligibilityAnswer.delete({ where: { id } })).rejects.toThrow();
    const mine = await ask(ownData, lead, {});
    expect(mine).toMatchObject({ bidding: { eligibility: [{ eligible: false }, { eligible: true }] } });
    const rival = await visit(address(), { as: (await makeExpert()).id });
    expect(rival.text).not.toContain('cannot bid');
  });

  test('the team and strangers confirm nothing, and a question without conditions has no such page', async () => {
    const input = { reference: question.reference, ...yes() };
    expect(await run(confirmEligibility, await actorFor(question.asking.authorId), input)).toMatchObject({
      kind: 'denied',
    });
    const plain = await makeQuestion();
    expect((await visit(paths.bidEligibility(plain.reference), { as: lead.id })).status).toBe(404);
    const none = { reference: plain.reference, organisation: 'independent' };
    expect(await run(confirmEligibility, lead, none)).toMatchObject({
      refusal: { name: 'EligibilityIsNotAsked' },
    });
  });

  test('what was asked is frozen with the question', async () => {
    const where = { questionId: question.id };
    await expect(database.db.requirement.deleteMany({ where })).rejects.toThrow('PublishedTextIsFrozen');
    await expect(
      database.db.question.update({ where: { id: question.id }, data: { eligibleOrganisations: [] } }),
    ).rejects.toThrow('PublishedTextIsFrozen');
  });
});

describe('evidence in a bid', () => {
  test('is a section of its own, held to its limit, and needed before the bid is complete', async () => {
    const { reference } = await database.db.bid.findFirstOrThrow({ where: { questionId: question.id } });
    const section = await visit(paths.bidSection(reference, 'requirement-1'), { as: lead.id });
    expect(section.heading).toBe('Essential requirement 1');
    expect(section.text).toContain('Write your evidence for essential requirement 1');
    const save = (text: string, revision: number) =>
      run(saveBidSection, lead, { reference, section: 'requirement-1', revision, text });
    doneValue(await save('word '.repeat(101), 1));
    const long = await visit(paths.checkBid(reference), { as: lead.id });
    expect(long.text).toContain('Shorten your evidence for essential requirement 1 by 1 word');
    doneValue(await save('A study of three prisons in 2024.', 2));
    const check = await visit(paths.checkBid(reference), { as: lead.id });
    expect(check.text).toContain('A study of three prisons in 2024.');
    expect(check.text).not.toContain('evidence for essential requirement');
  });

  test('is sent by nobody who has said since that they may not bid', async () => {
    const { reference } = await database.db.bid.findFirstOrThrow({ where: { questionId: question.id } });
    const input = { reference: question.reference, ...yes(), condition1: 'no' };
    doneValue(await run(confirmEligibility, lead, input));
    expect(await run(submitBid, lead, { reference, revision: 3, keep: [], datasetLines: '' })).toMatchObject({
      refusal: { name: 'BidderIsNotEligible' },
    });
  });
});
