import { beforeAll, describe, expect, test } from 'vitest';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeBid, makeContent, openQuestion } from '../../../tests/support/factories/bids';
import { declareNothing, makePanel, makeScores } from '../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { send, visit } from '../../../tests/support/site';
import { toldOf } from '../../../tests/support/told';

const database = useDatabase();

type Bid = Awaited<ReturnType<typeof makeBid>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let panel: Awaited<ReturnType<typeof makePanel>>;
let coordinator: string;
let first: Bid;
let second: Bid;

const NAMES = ['Quillon Zebedee', 'Zebedee', 'Xanthe Orrery', 'Orrery'];
const ORGANISATIONS = ['Institute of Zymurgy', 'Orlop College'];
const SECRETS = [...NAMES, ...ORGANISATIONS, 'zymurgy.ac.uk', 'orlop.ac.uk'];

async function submitted(name: string, organisation: string, domain: string, pounds: number) {
  const organisationId = (await makeOrganisation({ name: organisation, domain })).id;
  const leadId = (await makePerson({ expert: true, organisationId, name })).id;
  const content = makeContent(question, { pounds });
  const tells = `${name} of ${organisation} (${name.split(' ')[0]}@${domain}) did this.`;
  content.quality.summary = `Ports. ${tells}`;
  for (const { id } of question.criteria) content.quality.answers[id] = `Steps. ${tells}`;
  content.quality.people = [{ name, role: `Lead, ${organisation}`, narrative: tells }];
  content.quality.references = `${name.split(' ')[1]} (2024), Ports. ${organisation}.`;
  content.quality.otherBids = { some: true, details: tells };
  content.price.otherCosts = [{ title: `Travel of ${name}`, amount: 100_000 }];
  return makeBid({ question, leadId, organisationId, content });
}

beforeAll(async () => {
  question = await makeQuestion({
    state: 'closed',
    title: 'What do brokers know?',
    data: { bidsAnonymous: true, lowPricePercent: 30, replyWorkingDays: 5, replyWords: 60 },
  });
  const one = await submitted('Quillon Zebedee', 'Institute of Zymurgy', 'zymurgy.ac.uk', 60_000);
  const other = await submitted('Xanthe Orrery', 'Orlop College', 'orlop.ac.uk', 50_000);
  [first, second] = one.reference < other.reference ? [one, other] : [other, one];
  panel = await makePanel(question, { declaredAtAward: true });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  await declareNothing(question.id, [coordinator], 'opening');
  await openQuestion(question);
  await database.db.question.update({
    where: { id: question.id },
    data: { evaluationStartedAt: new Date() },
  });
});

/** What the moderator can open of an evaluation and of each bid, and the ways round it. */
const EVERY_PAGE = [
  paths.question,
  paths.evaluation,
  paths.panel,
  paths.moderation,
  paths.prices,
  paths.replies,
  paths.disagreement,
  paths.ranking,
  paths.recommendation,
  (of: string) => `/questions/${of}/file`,
];
const OF_BIDS = [paths.scores, paths.consensus, paths.priceCheck, paths.excludeBid];
const PAGES = {
  moderator: { question: EVERY_PAGE, bid: OF_BIDS },
  evaluator: {
    question: [paths.evaluation, paths.preferences, paths.replies, paths.disagreement, paths.ranking],
    bid: [paths.scores],
  },
  owner: {
    question: [
      paths.evaluation,
      paths.assessors,
      paths.assignment,
      paths.assessments,
      paths.ranking,
      paths.decision,
      paths.summaries,
      (of: string) => `/questions/${of}/file`,
    ],
    bid: [paths.placesOfBid, paths.assessmentsOfBid],
  },
};

/** The words that a reader of all those pages finds; a page that is not theirs tells nothing by being so. */
async function leaksTo(reader: keyof typeof PAGES): Promise<string[]> {
  const as = { moderator: panel.moderator.id, evaluator: panel.evaluators[0].id, owner: panel.owner.id }[
    reader
  ];
  const pages = [
    ...PAGES[reader].question.map((path) => path(question.reference)),
    ...PAGES[reader].bid.flatMap((path) => [path(first.reference), path(second.reference)]),
  ];
  const found: string[] = [];
  for (const path of pages) {
    const page = await visit(path, { as });
    for (const secret of SECRETS) if (page.html.includes(secret)) found.push(`${path}: ${secret}`);
  }
  return found;
}

describe('while the panel scores', () => {
  test.each(['evaluator', 'moderator', 'owner'] as const)(
    'no page of the %s says who bids',
    async (reader) => {
      expect(await leaksTo(reader)).toEqual([]);
    },
  );

  test('bids have the numbers of their order, and texts hold no names', async () => {
    const page = await visit(paths.evaluation(question.reference), { as: panel.evaluators[0].id });
    const links = page.links.filter(({ text }) => /^Bid \d$/.test(text));
    expect(links).toEqual([
      { text: 'Bid 1', href: paths.scores(first.reference) },
      { text: 'Bid 2', href: paths.scores(second.reference) },
    ]);
    const scores = await visit(paths.scores(first.reference), { as: panel.evaluators[0].id });
    expect(scores.text).toContain('Person 1');
    expect(scores.text).toContain('Ports. [hidden] of [hidden] ([hidden]) did this.');
  });

  test('a refusal names the bids by number alone', async () => {
    const page = await send(paths.agreeQuality(question.reference), {}, { as: panel.moderator.id });
    expect(page.status).toBe(422);
    for (const secret of SECRETS) expect(page.html).not.toContain(secret);
  });

  test('a reply that gives its writer away is read without that', async () => {
    const now = new Date();
    const earlier = new Date(now.getTime() - 86_400_000);
    const twoDays = new Date(now.getTime() - 2 * 86_400_000);
    for (const evaluator of panel.evaluators)
      for (const bid of [first, second]) await makeScores(bid, question, evaluator, bid === first ? 4 : 3);
    const by = panel.moderator.id;
    const later = new Date(now.getTime() + 86_400_000);
    const round = { questionId: question.id, openedById: by, openedAt: twoDays };
    await database.db.replyRound.create({ data: { ...round, closesAt: later } });
    const { name } = await database.db.person.findUniqueOrThrow({ where: { id: first.leadId } });
    const text = `We at ${name}’s disagree about step two.`;
    await database.db.bidReply.create({
      data: {
        ...{ bidId: first.id, text, savedById: first.leadId, savedAt: earlier },
        ...{ submittedAt: earlier, submittedById: first.leadId },
      },
    });
    const page = await visit(paths.replies(question.reference), { as: panel.moderator.id });
    expect(page.text).toContain('We at [hidden]’s disagree about step two.');
  });

  test('interests are declared against one list, tied to no bid', async () => {
    const fresh = await makePerson();
    await database.db.panelMembership.create({
      data: {
        ...{ questionId: question.id, personId: fresh.id, role: 'evaluator' },
        ...{ appointedById: panel.author.id, appointedAt: new Date() },
      },
    });
    const page = await visit(paths.declaration(question.reference), { as: fresh.id });
    for (const name of ['Quillon Zebedee', 'Xanthe Orrery', ...ORGANISATIONS])
      expect(page.text).toContain(name);
    for (const bid of [first, second]) expect(page.html).not.toContain(bid.reference);
    expect(page.text).not.toMatch(/Bid \d/);
    await database.db.panelMembership.update({
      where: { questionId_personId: { questionId: question.id, personId: fresh.id } },
      data: { endedAt: new Date() },
    });
  });

  test('those outside the panel look after conflicts, and learn not which bid is whose', async () => {
    const evaluator = panel.evaluators[1].id;
    await database.db.conflict.create({
      data: {
        ...{ id: crypto.randomUUID(), reference: 'CNFLCTAA', questionId: question.id, personId: evaluator },
        ...{ bidId: first.id, kind: 'employer', suspectedAt: new Date() },
      } as never,
    });
    expect((await visit(paths.conflicts(question.reference), { as: panel.moderator.id })).status).toBe(403);
    const rule = noticeRules.find(({ kind }) => kind === 'ConflictsWereSuspected');
    const fact = { id: 'x', position: '1', name: 'ConflictsWereSuspected', actorId: null, noun: 'question' };
    const suspected = { ...fact, nounId: question.id, at: new Date(), data: {} };
    const told = await rule?.tell({ db: database.db, fact: suspected });
    expect(told?.personIds).toContain(coordinator);
    expect(told?.personIds).not.toContain(panel.moderator.id);
    const page = await visit(paths.conflicts(question.reference), { as: coordinator });
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(first.reference);
    expect(page.text).not.toMatch(/Bid \d/);
  });
});

describe('once the scores are agreed', () => {
  beforeAll(async () => {
    await database.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: new Date() } });
  });

  test.each(['moderator', 'owner'] as const)(
    'the ranking and its file still hide them from the %s',
    async (reader) => {
      expect(await leaksTo(reader)).toEqual([]);
    },
  );

  test('nobody can be recommended, nor awarded, without a name', async () => {
    const page = await visit(paths.ranking(question.reference), { as: panel.moderator.id });
    expect(page.text).toContain('Bid 1');
    expect(page.buttons).toContain('Show the names of the bidders');
    const recommend = { outcome: 'awarded', bids: first.reference, text: 'The best of two.' };
    const refused = await send(paths.recommendation(question.reference), recommend, {
      as: panel.moderator.id,
    });
    expect(refused.status).toBe(422);
    expect(refused.errors.join(' ')).toContain('The bidders are still hidden');
    const award = {
      ...{ id: crypto.randomUUID(), reference: 'AWARDHID', questionId: question.id, bidId: first.id },
      ...{ amount: 1, decidedAt: new Date(), decidedById: panel.owner.id },
    };
    await expect(database.db.award.create({ data: award })).rejects.toThrow(/still hidden/);
  });

  test('the moderator alone shows the names, once, and the panel is told', async () => {
    const reveal = (as: string) => send(paths.ranking(question.reference), {}, { as });
    for (const as of [panel.evaluators[0].id, panel.owner.id, panel.author.id])
      expect((await reveal(as)).status).toBe(403);
    expect((await reveal((await makePerson()).id)).status).toBe(404);
    expect((await reveal(panel.moderator.id)).status).toBe(303);
    expect((await reveal(panel.moderator.id)).status).toBe(409);
    const fact = await database.db.fact.findFirstOrThrow({ where: { name: 'BiddersWereRevealed' } });
    expect(fact.actorId).toBe(panel.moderator.id);
    const told = await toldOf('BiddersWereRevealed', question.id);
    expect(told.people).toEqual(expect.arrayContaining(panel.evaluators.map(({ id }) => id)));
    for (const secret of SECRETS) expect(told.subjects.join(' ')).not.toContain(secret);
    const page = await visit(paths.ranking(question.reference), { as: panel.evaluators[0].id });
    expect(page.text).toContain('Institute of Zymurgy, Quillon Zebedee');
    const scores = await visit(paths.scores(first.reference), { as: panel.evaluators[0].id });
    expect(scores.text).not.toContain('[hidden]');
    await expect(database.db.bidderReveal.deleteMany()).rejects.toThrow(/stays on record/);
  });
});

test('before submitting, a bidder reads what of the text would tell, and where; others read no such thing', async () => {
  const open = await makeQuestion({ data: { bidsAnonymous: true } });
  const organisationId = (await makeOrganisation({ name: 'Orlop Annexe' })).id;
  const leadId = (await makePerson({ expert: true, organisationId, name: 'Wilf Umberto' })).id;
  const content = makeContent(open);
  content.quality.summary = 'Umberto leads this for the Orlop Annexe.';
  const bid = await makeBid({ question: open, leadId, organisationId, content, submitted: false });
  expect(
    (await visit(paths.startBid(open.reference), { as: (await makePerson({ expert: true })).id })).text,
  ).toContain('The panel does not see who bids until its scores are agreed.');
  const page = await visit(paths.checkBid(bid.reference), { as: leadId });
  expect(page.text).toContain('Summary: Umberto, Orlop Annexe');
  expect(page.links).toContainEqual({ text: 'Summary', href: paths.bidSection(bid.reference, 'summary') });
  expect((await send(paths.checkBid(bid.reference), { revision: '1' }, { as: leadId })).status).toBe(303);
  const plain = await makeBid({ question: await makeQuestion(), submitted: false });
  const other = await visit(paths.checkBid(plain.reference), { as: plain.leadId });
  expect(other.text).not.toContain('The panel does not see who bids');
});
