import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { bidderOf, scoreFields } from '../../../../tests/support/factories/competitions';
import { makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { declareNothing, makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
const day = (name: string, date: string) => {
  const [year = '', month = '', date_ = ''] = date.split('-');
  return { [`${name}.day`]: date_, [`${name}.month`]: month, [`${name}.year`]: year };
};
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

let question: Awaited<ReturnType<typeof makeQuestion>>;
let bids: Awaited<ReturnType<typeof makeBid>>[];
let [author, moderator, ada, ben, cas] = ['', '', '', '', ''];
let casReference = '';
const ref = (id: string) =>
  database.db.person
    .findUniqueOrThrow({ where: { id }, select: { reference: true } })
    .then((one) => one.reference);
const inForce = () =>
  database.db.assessment.findMany({
    where: { bid: { questionId: question.id }, movedAt: null, refusedAt: null },
    select: { bidId: true, personId: true },
  });
const digestOn = async (moving = 'no') =>
  (await visit(paths.assignment(question.reference, { moving }), { as: moderator })).fields['digest'] ?? '';
const confirm = async (moving = 'no') =>
  send(paths.assignment(question.reference), { digest: await digestOn(moving), moving }, { as: moderator });

beforeAll(async () => {
  question = await makeQuestion({ state: 'closed' });
  bids = [];
  for (const mark of ['firstmark', 'secondmark', 'thirdmark']) bids.push(await makeBid({ question, mark }));
  const panel = await makePanel(question, { declared: false });
  author = panel.author.id;
  moderator = panel.moderator.id;
  [ada, ben] = [panel.evaluators[0].id, panel.evaluators[1].id];
  const invited = await makePerson({ name: 'Cas Castle', expert: true });
  [cas, casReference] = [invited.id, invited.reference];
});

describe('from the plan to the ratings, in one competition', () => {
  test('the team plans that each assessor scores some bids, and is told what does not fit', async () => {
    const address = paths.planAssignment(question.reference);
    const wrong = await send(address, { perBid: '0', mostBids: 'x' }, { as: author });
    expect([wrong.status, wrong.errors]).toEqual([
      422,
      [
        'Enter how many assessors score each bid, from 1 to 10',
        'Enter how many bids an assessor takes at most, from 1 to 200',
        'Say whether bids are shown without who bids',
      ],
    ]);
    const sent = await send(address, { perBid: '2', mostBids: '3', anonymous: 'yes' }, { as: author });
    expect(sent.location).toBe(paths.assessors(question.reference));
    expect((await visit(sent.location ?? '', { as: author })).text).toContain('Each bid is scored by 2');
    expect((await visit(address, { as: ada })).status).toBe(403);
    expect((await visit(address, { as: cas })).status).toBe(404);
  });

  test('an expert is invited, sees the question alone, declines with a reason, and may still accept', async () => {
    const address = paths.assessors(question.reference);
    const invite = (fields: Record<string, string>) => send(address, fields, { as: author });
    const late = await invite({ person: casReference, ...day('answerBy', '2001-01-01') });
    expect(late.messageBeside('answerBy')).toContain('from today');
    expect(
      (await invite({ person: 'nobody@example.org', ...day('answerBy', soon()) })).messageBeside('person'),
    ).toContain('No verified member');
    const sent = await invite({ person: casReference, message: 'Please do.', ...day('answerBy', soon()) });
    expect(sent.banner).toBe('Cas Castle is asked to assess');
    expect(
      (await invite({ person: casReference, ...day('answerBy', soon()) })).messageBeside('person'),
    ).toContain('has been asked');
    const page = await visit(paths.assessing(question.reference), { as: cas });
    expect(page.text).toContain('Please do.');
    expect(page.text).not.toContain('firstmark');
    const answer = (fields: Record<string, string>) =>
      send(paths.assessing(question.reference), fields, { as: cas });
    expect((await answer({ answer: 'decline' })).messageBeside('reason')).toBe('Choose why you decline');
    expect((await answer({ answer: 'decline', reason: 'noTime' })).status).toBe(303);
    expect((await visit(address, { as: author })).text).toContain('Declined: I have no time for it');
    const away = await answer({ answer: 'accept', ...day('awayFrom', '2027-01-02') });
    expect(away.messageBeside('awayUntil')).toContain('when you are back');
    expect((await answer({ answer: 'accept', mostBids: '2' })).status).toBe(303);
    expect((await visit(address, { as: author })).rows.map((row) => row.slice(0, 2))).toContainEqual([
      'Cas Castle',
      '2',
    ]);
    expect((await answer({ answer: 'decline', reason: 'noTime' })).errors).toEqual([
      'You have accepted already. You are on the panel.',
    ]);
    for (const as of [ada, await makePerson().then(({ id }) => id)])
      expect((await visit(paths.assessors(question.reference), { as })).status).toBe(as === ada ? 403 : 404);
  });

  test('before the opening there is nothing to prefer or assign', async () => {
    expect((await visit(paths.preferences(question.reference), { as: ada })).status).toBe(404);
    expect((await visit(paths.assignment(question.reference), { as: moderator })).status).toBe(404);
    await openQuestion(question);
    expect((await visit(paths.preferences(question.reference), { as: ada })).status).toBe(403);
    const all = [author, moderator, ada, ben, cas, question.asking.ownerId, question.asking.budgetHolderId];
    await declareNothing(question.id, all, 'opening');
    await database.db.question.update({
      where: { id: question.id },
      data: { evaluationStartedAt: new Date() },
    });
  });

  test('an assessor sees summaries without who bids, says two things of each, and flags a conflict', async () => {
    const address = paths.preferences(question.reference);
    const page = await visit(address, { as: ada });
    expect(page.text).toContain('firstmark');
    for (const bid of bids) {
      expect(page.text).not.toContain(await bidderOf(bid));
      expect((await visit(paths.scores(bid.reference), { as: ada })).status).toBe(404);
    }
    expect((await visit(address, { as: moderator })).status).toBe(403);
    const order = bids.map(({ reference }) => reference).sort();
    const rows = (over: Record<string, string>) => ({
      ...Object.fromEntries(order.map((reference, at) => [`bids[${at}].bid`, reference])),
      ...over,
    });
    const wordless = await send(address, rows({ 'bids[0].conflict': 'family' }), { as: ada });
    expect([wordless.status, wordless.errors]).toEqual([422, ['Say what the conflict is']]);
    const said = rows({
      'bids[0].conflict': 'family',
      'bids[0].words': 'My sister works there.',
      'bids[1].wish': '2',
      'bids[1].expertise': '3',
      'bids[2].expertise': '0',
    });
    expect((await send(address, said, { as: ada })).status).toBe(303);
    const flagged = await visit(paths.conflicts(question.reference), { as: question.asking.ownerId });
    expect(flagged.text).toContain('Family');
    expect((await visit(address, { as: ada })).fields).toMatchObject({
      'bids[1].wish': '2',
      'bids[2].expertise': '0',
    });
    // Said again without it, the conflict stays for others to decide, and keeps the two apart until then.
    const silent = { ...said, 'bids[0].conflict': '', 'bids[0].words': '' };
    expect((await send(address, silent, { as: ada })).status).toBe(303);
    expect((await send(address, { 'bids[0].bid': casReference }, { as: ben })).status).toBe(409);
  });

  test('the moderator previews, pins, keeps apart and confirms what was shown and nothing else', async () => {
    const address = paths.assignment(question.reference);
    for (const as of [ada, author]) expect((await visit(address, { as })).status).toBe(403);
    expect((await send(paths.matchAssessors(question.reference), {}, { as: moderator })).status).toBe(303);
    const page = await visit(address, { as: moderator });
    expect(page.text).toContain('6 assigned, 0 moved');
    const digest = page.fields['digest'] ?? '';
    const [flagged] = [...bids].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    const place = paths.placesOfBid(flagged?.reference ?? '');
    const pin = await send(place, { person: await ref(cas), rule: 'bar' }, { as: moderator });
    expect(pin.location).toBe(address);
    const stale = await send(address, { digest, moving: 'no' }, { as: moderator });
    expect(stale.status).toBe(409);
    expect((await visit(address, { as: moderator })).text).toContain('Not every place can be filled');
    await send(place, { person: await ref(cas), rule: 'free' }, { as: moderator });
    const apart = { one: await ref(ada), other: await ref(ada), reason: 'They wrote it together.' };
    expect(
      (await send(paths.keepApart(question.reference), apart, { as: moderator })).messageBeside('other'),
    ).toBe('Choose two different people');
    expect((await confirm()).location).toBe(paths.assessments(question.reference));
    const pairs = await inForce();
    expect(pairs).toHaveLength(6);
    expect(pairs).not.toContainEqual({ bidId: flagged?.id, personId: ada });
    expect(pairs.filter(({ personId }) => personId === cas)).toHaveLength(2);
  });

  test('an assessor now reads and scores their own bids, and knows of no other', async () => {
    const own = (await inForce()).filter(({ personId }) => personId === cas).map(({ bidId }) => bidId);
    const page = await visit(paths.evaluation(question.reference), { as: cas });
    for (const bid of bids) {
      const mine = own.includes(bid.id);
      expect((await visit(paths.scores(bid.reference), { as: cas })).status).toBe(mine ? 200 : 404);
      expect(page.text.includes(await bidderOf(bid))).toBe(mine);
      if (!mine) {
        const fields = { intent: 'save', ...scoreFields(question.criteria, '3') };
        expect((await send(paths.scores(bid.reference), fields, { as: cas })).status).toBe(404);
      }
    }
    expect((await visit(paths.preferences(question.reference), { as: cas })).text).toContain(
      'Bids are assigned',
    );
    const mine = bids.find(({ id }) => own.includes(id))?.reference ?? '';
    expect((await visit(paths.scores(mine), { as: cas })).text).toContain('Give this bid back');
  });

  test('a bid given back leaves one place to fill; begun work stays when all is solved again', async () => {
    const [given] = (await inForce()).filter(({ personId }) => personId === cas);
    const bid = bids.find(({ id }) => id === given?.bidId);
    if (!bid) throw new Error('cas has a bid');
    const refuse = paths.refuseAssessment(bid.reference);
    expect((await send(refuse, { reason: 'other' }, { as: cas })).messageBeside('words')).toBe(
      'Say what the reason is',
    );
    expect((await send(refuse, { reason: 'notMyField' }, { as: cas })).location).toBe(
      paths.evaluation(question.reference),
    );
    expect((await visit(paths.scores(bid.reference), { as: cas })).status).toBe(404);
    expect((await send(refuse, { reason: 'noTime' }, { as: cas })).status).toBe(404);
    const pinned = await send(
      paths.placesOfBid(bid.reference),
      { person: await ref(cas), rule: 'pin' },
      { as: moderator },
    );
    expect([pinned.status, pinned.text.includes('gave this bid back')]).toEqual([422, true]);
    const before = await inForce();
    expect(before).toHaveLength(5);
    const begun = before.find(({ personId }) => personId === ada);
    await database.db.score.create({
      data: {
        bidId: begun?.bidId ?? '',
        personId: ada,
        criterionId: question.criteria[0]?.id ?? '',
        savedAt: new Date(),
      },
    });
    const proposal = await visit(paths.assignment(question.reference, { moving: 'yes' }), { as: moderator });
    expect(proposal.text).toContain('(begun)');
    await confirm('yes');
    expect(await inForce()).toContainEqual(begun);
    expect((await inForce()).filter(({ bidId, personId }) => bidId === bid.id && personId === cas)).toEqual(
      [],
    );
  });

  test('who is late is reminded once a day; helpfulness is for the moderator and coordinators', async () => {
    const address = paths.assessments(question.reference);
    const page = await visit(address, { as: moderator });
    expect(page.text).toContain('0 submitted, 1 started');
    expect((await send(address, {}, { as: moderator })).banner).toContain('reminded');
    expect((await send(address, {}, { as: moderator })).errors[0]).toContain('reminded within a day');
    expect((await visit(address, { as: ada })).status).toBe(403);
    const [one] = (await inForce()).filter(({ personId }) => personId === ben);
    const bid = bids.find(({ id }) => id === one?.bidId);
    if (!bid) throw new Error('ben has a bid');
    const rate = paths.assessmentsOfBid(bid.reference);
    const early = await send(rate, { person: await ref(ben), helpfulness: '4' }, { as: moderator });
    expect(early.errors).toEqual(['An assessment is rated once its scores are in.']);
    await makeScores(bid, question, { id: ben }, 4);
    expect((await send(rate, { person: await ref(ben), helpfulness: '4' }, { as: moderator })).status).toBe(
      303,
    );
    expect((await visit(rate, { as: ben })).status).toBe(403);
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    const seen = await visit(address, { as: coordinator });
    expect(seen.text).toContain('4.0 of 1');
    expect(seen.text).not.toContain(await bidderOf(bid));
  });

  test('a wall comes before an assignment', async () => {
    const [one] = (await inForce()).filter(({ personId }) => personId === ben);
    const bid = bids.find(({ id }) => id === one?.bidId);
    await makeWall(question.id, ben, bid?.id ?? null);
    expect((await visit(paths.scores(bid?.reference ?? ''), { as: ben })).status).toBe(404);
    expect((await visit(paths.refuseAssessment(bid?.reference ?? ''), { as: ben })).status).toBe(404);
  });
});
