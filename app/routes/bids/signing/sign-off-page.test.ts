import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRows } from '~/domain/curation/same-person/merge-rows.server';
import { standAgainst } from '~/domain/curation/same-person/two-accounts.server';
import { eraseRows } from '~/domain/people/erasure.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel } from '../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();

let question: Awaited<ReturnType<typeof makeQuestion>>;
let bid: Awaited<ReturnType<typeof makeBid>>;
let university: Awaited<ReturnType<typeof makeOrganisation>>;
let dean: Awaited<ReturnType<typeof makePerson>>;
let path: string;

beforeAll(async () => {
  question = await makeQuestion({
    title: 'Who launders through ports?',
    data: { signOffRequired: true },
  });
  university = await makeOrganisation({ name: 'University of Ashby', domain: 'ashby.ac.uk' });
  const leadId = (await makePerson({ expert: true, organisationId: university.id, name: 'Lena Lead' })).id;
  dean = await makePerson({ organisationId: university.id, name: 'Dora Dean' });
  bid = await makeBid({ question, leadId, organisationId: university.id, submitted: false, mark: 'quay' });
  path = paths.bidSignOff(bid.reference);
});

const submit = async (revision = '1') =>
  send(paths.checkBid(bid.reference), { revision }, { as: bid.leadId });
const ask = (approver: string, as = bid.leadId) => send(path, { intent: 'ask', approver }, { as });
const answer = (fields: Record<string, string>, as = dean.id) =>
  send(path, { intent: 'answer', revision: '1', ...fields }, { as });
const revisionNow = async () =>
  String((await database.db.bid.findUniqueOrThrow({ where: { id: bid.id } })).revision);

describe('the signature of the organisation', () => {
  test('is said before the first word, and nobody bids for no organisation', async () => {
    const expert = await makePerson({ expert: true });
    const start = await visit(paths.startBid(question.reference), { as: expert.id });
    expect(start.text).toContain('somebody of the organisation who is not in the bid reads and signs it');
    const fields = { organisation: 'independent', termsRead: 'on' };
    const refused = await send(paths.startBid(question.reference), fields, { as: expert.id });
    expect(refused.status).toBe(422);
    expect(refused.messageBeside('organisation')).toContain('choose the one you bid for');
  });

  test('without it a bid is not taken, and the page says what to do', async () => {
    const check = await visit(paths.checkBid(bid.reference), { as: bid.leadId });
    expect(check.text).toContain('Your organisation has to sign this bid first. Ask somebody to sign it.');
    expect(check.links).toContainEqual({ text: 'Have the bid signed', href: path });
    const refused = await submit();
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'Your organisation has to sign this bid first. Ask somebody to sign it. Nothing was submitted.',
    ]);
  });

  test('is asked of a member of the organisation by the lead alone, never of those who make the bid', async () => {
    const editor = await joinBid(bid.id);
    const stranger = await makePerson();
    expect((await ask(dean.reference, editor)).status).toBe(403);
    expect((await ask(dean.reference, stranger.id)).status).toBe(404);
    const lead = await database.db.person.findUniqueOrThrow({ where: { id: bid.leadId } });
    for (const approver of [stranger.reference, 'dean@elsewhere.org', lead.reference, '', 'x'.repeat(300)])
      expect((await ask(approver)).status).toBe(422);
    expect(await database.db.bidSignOff.count()).toBe(0);
    const found = await visit(`${path}?person=dora`, { as: bid.leadId });
    expect(found.buttons).toContain('Ask to sign Dora Dean');
    expect((await visit(`${path}?person=dora`, { as: editor })).text).not.toContain('Dora Dean');
    expect((await visit(path, { as: dean.id })).status).toBe(404);
    expect((await ask(dean.reference)).status).toBe(303);
  });

  test('whoever is asked reads the whole bid with its price, and nothing else of it', async () => {
    expect(await toldOf('BidSignOffWasAskedFor', bid.id)).toEqual({
      people: [dean.id],
      subjects: ['Sign a bid: Who launders through ports?'],
      paths: [path],
    });
    const own = await visit(paths.bids(), { as: dean.id });
    expect(own.links).toContainEqual({ text: 'Who launders through ports?', href: path });
    const page = await visit(path, { as: dean.id });
    expect(page.heading).toBe('Lena Lead asks you to sign a bid for University of Ashby');
    for (const words of ['quay', '£53,200']) expect(page.text).toContain(words);
    expect(page.buttons).toEqual(expect.arrayContaining(['Sign the bid', 'Return it unsigned']));
    for (const other of [paths.bid, paths.checkBid, paths.bidTeam, paths.bidReceipt])
      expect((await visit(other(bid.reference), { as: dean.id })).status).toBe(404);
    const links = page.links.map(({ href }) => href);
    expect(links).not.toContain(paths.bid(bid.reference));
    const section = { section: 'summary', revision: '1', text: 'Mine' };
    expect((await send(paths.bidSection(bid.reference, 'summary'), section, { as: dean.id })).status).toBe(
      404,
    );
  });

  test('returning it takes a reason, which the makers read; then the lead asks again', async () => {
    expect((await answer({ answer: 'return', reason: ' ' })).messageBeside('reason')).toBe(
      'Say what has to change before you sign',
    );
    expect((await answer({ answer: 'return', reason: 'The overheads are not ours.' })).status).toBe(303);
    const page = await visit(path, { as: bid.leadId });
    expect(page.text).toContain('The overheads are not ours.');
    expect((await toldOf('BidSignOffWasReturned', bid.id)).people).toContain(bid.leadId);
    expect((await submit()).errors[0]).toContain('Dora Dean returned the bid unsigned');
    expect((await answer({ answer: 'sign' })).status).toBe(409);
    expect((await ask(dean.reference)).status).toBe(303);
  });

  test('an old page signs nothing; the text that was read is signed, and then submitted with its signer', async () => {
    expect((await answer({ answer: 'sign', revision: '7' })).status).toBe(409);
    expect((await answer({ answer: 'sign' }, bid.leadId)).status).toBe(404);
    expect((await answer({ answer: 'sign' })).status).toBe(303);
    expect((await answer({ answer: 'sign' })).status).toBe(409);
    expect((await submit()).status).toBe(303);
    const receipt = await visit(paths.bidReceipt(bid.reference), { as: bid.leadId });
    expect(receipt.text).toContain('University of Ashby, by Dora Dean on');
  });

  test('a change of the text voids it, says so, asks again, and leaves what was submitted as it was', async () => {
    const fields = { section: 'summary', revision: '1', text: 'Another summary altogether' };
    await send(paths.bidSection(bid.reference, 'summary'), fields, { as: bid.leadId });
    expect((await submit(await revisionNow())).errors[0]).toContain(
      'The bid changed after it was signed, so the signature is void. Dora Dean has been asked again.',
    );
    const told = await toldOf('BidSignatureWasVoided', bid.id);
    expect(told.people).toEqual(expect.arrayContaining([dean.id, bid.leadId]));
    expect(told.subjects).toContain('Sign a bid again: Who launders through ports?');
    const page = await visit(path, { as: dean.id });
    expect(page.text).toContain('so that signature is void');
    expect(page.text).toContain('Signed by Dora Dean');
    expect(page.text).toContain('Another summary altogether');
    const rows = await database.db.bidSignOff.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ voidedAt, again }) => [voidedAt !== null, again])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect((await answer({ answer: 'sign', revision: await revisionNow() })).status).toBe(303);
    expect((await submit(await revisionNow())).status).toBe(303);
    const live = await database.db.bidSubmission.findFirstOrThrow({
      where: { bidId: bid.id, replacedAt: null },
    });
    expect(live.signOffId).toBe(rows.length === 3 ? rows[2]?.id : null);
  });

  test('the database keeps what was signed, and takes no submission without', async () => {
    const signed = await database.db.bidSignOff.findFirstOrThrow({
      where: { endedAt: null, signedAt: { not: null } },
    });
    const change = { where: { id: signed.id }, data: { contentHash: new Uint8Array(32).fill(7) } };
    await expect(database.db.bidSignOff.updateMany(change)).rejects.toThrow(/kept as it was/);
    const { id: _id, ...last } = await database.db.bidSubmission.findFirstOrThrow({
      where: { bidId: bid.id, replacedAt: null },
    });
    await expect(
      database.db.bidSubmission.create({
        data: { ...last, id: crypto.randomUUID(), number: 9, signOffId: null, replacedAt: new Date() },
      }),
    ).rejects.toThrow(/signed for their organisation/);
  });
});

describe('asked by e-mail address', () => {
  test('the letter goes to the address, the page tells no more of it, and joining with it opens the bid', async () => {
    expect((await send(path, { intent: 'takeBack' }, { as: bid.leadId })).status).toBe(303);
    expect((await visit(path, { as: dean.id })).status).toBe(404);
    const sent = await send(
      path,
      { intent: 'askAddress', approver: 'Provost@law.ashby.ac.uk' },
      { as: bid.leadId },
    );
    expect(sent.status).toBe(303);
    const letters = await database.db.$queryRaw<{ text: string }[]>`
      SELECT text FROM mail WHERE to_address = 'provost@law.ashby.ac.uk'`;
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(`/bids/${showReference(bid.reference)}/sign-off`);
    expect(letters[0]?.text).not.toContain('launders');
    const provost = await makePerson({ name: 'Paul Provost', organisationId: university.id });
    expect((await visit(path, { as: provost.id })).status).toBe(404);
    await database.db.personEmail.create({
      data: { address: 'provost@law.ashby.ac.uk', personId: provost.id, verifiedAt: new Date() },
    });
    expect((await visit(path, { as: provost.id })).text).toContain('quay');
    const waits = await visit(path, { as: bid.leadId });
    expect(waits.text).toContain('provost@law.ashby.ac.uk');
    expect(waits.text).not.toContain('Paul Provost');
    await answer({ answer: 'sign', revision: await revisionNow() }, provost.id);
    expect((await visit(path, { as: bid.leadId })).text).toContain('Paul Provost');
  });

  test('nobody of those who ask or judge is told, sees the bid or gets a letter, even when asked', async () => {
    const panel = await makePanel(question, { declared: false });
    const inside = panel.evaluators[0].id;
    await database.db.affiliation.create({
      data: {
        ...{ id: crypto.randomUUID(), personId: inside, organisationId: university.id },
        ...{ startsOn: new Date('2020-01-01'), verifiedAt: new Date() },
      },
    });
    await database.db.personEmail.create({
      data: { address: 'inside@ashby.ac.uk', personId: inside, verifiedAt: new Date() },
    });
    const judge = await database.db.person.findUniqueOrThrow({ where: { id: inside } });
    const asks = [
      { intent: 'ask', approver: judge.reference },
      { intent: 'askAddress', approver: 'inside@ashby.ac.uk' },
    ];
    for (const fields of asks) {
      expect((await send(path, fields, { as: bid.leadId })).status).toBe(303);
      expect((await visit(path, { as: inside })).status).toBe(404);
      expect((await answer({ answer: 'sign', revision: await revisionNow() }, inside)).status).toBe(404);
      expect((await toldOf('BidSignOffWasAskedFor', bid.id)).people).toEqual([]);
      expect((await visit(paths.bids(), { as: inside })).text).not.toContain('wait for your signature');
    }
    const letters = await database.db.$queryRaw<
      object[]
    >`SELECT 1 FROM mail WHERE to_address = 'inside@ashby.ac.uk'`;
    expect(letters).toEqual([]);
    for (const as of [question.asking.ownerId, question.asking.authorId, panel.moderator.id])
      expect((await visit(path, { as })).status).toBe(404);
  });
});

test('an address goes with whoever is erased; what they signed stays as theirs', async () => {
  const held = { address: 'provost@law.ashby.ac.uk' };
  const { approverId } = await database.db.bidSignOff.findFirstOrThrow({ where: held });
  await database.db.$transaction((tx) => eraseRows(tx, approverId ?? '', new Date(), new Date()));
  expect(await database.db.bidSignOff.count({ where: held })).toBe(0);
  const rows = await database.db.bidSignOff.findMany({ where: { approverId } });
  expect(rows.map(({ address, signedAt }) => [address, signedAt !== null])).toEqual([['', true]]);
  const back = { where: { approverId }, data: { address: 'somebody@else.org' } };
  await expect(database.db.bidSignOff.updateMany(back)).rejects.toThrow(/kept as it was/);
});

test('whoever is asked under two accounts is asked under the one that is kept', async () => {
  const twin = await makePerson({ organisationId: university.id });
  expect((await ask(dean.reference)).status).toBe(303);
  expect(await standAgainst(database.db, dean.id, question.asking.authorId)).toBe(true);
  expect(await standAgainst(database.db, twin.id, question.asking.authorId)).toBe(false);
  await database.db.$transaction((tx) =>
    mergeRows(tx, { keptId: twin.id, mergedId: dean.id, now: new Date() }),
  );
  const open = await database.db.bidSignOff.findFirstOrThrow({ where: { bidId: bid.id, endedAt: null } });
  expect(open.approverId).toBe(twin.id);
  const given = await database.db.bidSignOff.count({
    where: { approverId: dean.id, signedAt: { not: null } },
  });
  expect(given).toBeGreaterThan(0);
});

test('after closing nobody is asked and nobody signs; a signer of a bid cannot judge it', async () => {
  const other = await makeQuestion({ closesInDays: 1 });
  const signer = await makePerson({ organisationId: university.id });
  const late = await makeBid({ question: other, organisationId: university.id, submitted: false });
  const there = paths.bidSignOff(late.reference);
  expect((await visit(paths.checkBid(late.reference), { as: late.leadId })).text).toContain(
    'If your organisation wants to sign the bid first',
  );
  await send(there, { intent: 'ask', approver: signer.reference }, { as: late.leadId });
  await send(there, { intent: 'answer', answer: 'sign', revision: '1' }, { as: signer.id });
  await send(paths.checkBid(late.reference), { revision: '1' }, { as: late.leadId });
  await moveClock('2 days');
  const closed = await send(there, { intent: 'ask', approver: signer.reference }, { as: late.leadId });
  expect([closed.status, closed.errors[0]]).toEqual([
    422,
    expect.stringMatching(/bids for this question closed/),
  ]);
  expect((await visit(there, { as: signer.id })).buttons).not.toContain('Sign the bid');
  await openQuestion(other);
  const fields = { person: signer.reference, role: 'evaluator' };
  const appointed = await send(paths.panel(other.reference), fields, { as: other.asking.ownerId });
  expect(appointed.status).toBe(422);
});
