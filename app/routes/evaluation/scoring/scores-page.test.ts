import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeBid, makeContent, openQuestion } from '../../../../tests/support/factories/bids';
import { bidderOf, makeCompetition, scoreFields } from '../../../../tests/support/factories/competitions';
import { makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
type Competition = Awaited<ReturnType<typeof makeCompetition>>;
let shared: Competition;
let declaring: Competition;

beforeAll(async () => {
  shared = await makeCompetition();
  declaring = await makeCompetition({ stage: 'declaring' });
});

const address = ({ first }: Competition) => paths.scores(first.reference);
const score = (competition: Competition, as: string, intent: string, fields: Record<string, string>) =>
  send(address(competition), { intent, ...fields }, { as });

describe('reading a bid', () => {
  test('an evaluator reads all of its quality and none of its price, and the read is recorded', async () => {
    const [evaluator] = shared.panel.evaluators;
    const reads = () => database.db.fact.count({ where: { name: 'BidWasRead', nounId: shared.first.id } });
    const before = await reads();
    const page = await visit(address(shared), { as: evaluator.id });
    expect(page.heading).toBe(await bidderOf(shared.first));
    expect(page.text).toContain('That you read it is recorded');
    for (const word of ['I built the firstmark archive', 'Protocol for firstmark', 'Lindqvist (2024)'])
      expect(page.text).toContain(word);
    for (const { name } of shared.question.criteria)
      expect(page.text).toContain(`On ${name.toLowerCase()}: firstmark evidence`);
    for (const secret of ['60,000', '59,000', '5900000', 'Research fellow firstmark'])
      expect(page.html).not.toContain(secret);
    expect((await visitData(address(shared), { as: evaluator.id })).body).not.toMatch(
      /5900000|dayRate|Research fellow/,
    );
    expect(await reads()).toBe(before + 2);
  });

  test('parts marked confidential are named by their titles', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const content = makeContent(question);
    content.quality.confidential = [
      { section: 'criterion-2', reason: 'Not published yet', until: '2028-01-31' },
    ];
    const bid = await makeBid({ question, content });
    const panel = await makePanel(question);
    await openQuestion(question);
    const page = await visit(paths.scores(bid.reference), { as: panel.moderator.id });
    expect(page.text).toContain(`${question.criteria[1]?.name}, until 31 January 2028: Not published yet`);
  });

  test('is no right of owner, author, budget holder, team or coordinator; bidders and strangers find nothing', async () => {
    const { panel, question, first, second } = shared;
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    for (const as of [
      panel.owner.id,
      panel.author.id,
      panel.budgetHolder.id,
      question.asking.evaluatorId,
      coordinator,
    ]) {
      const page = await visit(address(shared), { as });
      expect([page.status, page.text.includes('Bids are read by the panel of the question alone')]).toEqual([
        403,
        true,
      ]);
      expect(page.html).not.toContain('firstmark');
      expect((await score(shared, as, 'save', scoreFields(question.criteria, '3'))).status).toBe(403);
    }
    for (const as of [first.leadId, second.leadId, (await makePerson({ roles: ['auditor'] })).id])
      expect((await visit(address(shared), { as })).status).toBe(404);
    expect((await visit(address(shared))).location).toContain(paths.signIn());
  });

  test('waits for one’s own declaration, and for opening', async () => {
    const page = await visit(address(declaring), { as: declaring.panel.evaluators[0].id });
    expect([page.status, page.text.includes('Declare your interests first')]).toEqual([403, true]);
    const sealed = await makeCompetition({ stage: 'closed' });
    for (const { id } of [sealed.panel.moderator, sealed.panel.evaluators[0], sealed.panel.owner])
      expect((await visit(address(sealed), { as: id })).status).toBe(404);
  });

  test('a wall around one bid hides that one', async () => {
    const call = await makeCompetition({ routeSlug: 'funding-call' });
    const { id } = call.panel.evaluators[1];
    await makeWall(call.question.id, id, call.first.id);
    expect((await visit(address(call), { as: id })).status).toBe(404);
    expect((await score(call, id, 'save', scoreFields(call.question.criteria, '3'))).status).toBe(404);
    expect((await visit(paths.scores(call.second.reference), { as: id })).status).toBe(200);
  });

  test('an excluded bid, a draft and an unknown one are not there', async () => {
    const { question, panel, first } = await makeCompetition();
    await database.db.bid.update({
      where: { id: first.id },
      data: { excludedAt: new Date(), excludedReason: 'Late' },
    });
    const draft = await makeBid({ question, submitted: false });
    for (const { reference } of [first, draft])
      expect((await visit(paths.scores(reference), { as: panel.evaluators[0].id })).status).toBe(404);
  });
});

describe('scoring', () => {
  let competition: Competition;
  let evaluator: string;
  beforeEach(async () => {
    competition = await makeCompetition();
    evaluator = competition.panel.evaluators[0].id;
  });

  test('asks for a score and a reason by criterion, beside what the bid says', async () => {
    const page = await visit(address(competition), { as: evaluator });
    const [criterion] = competition.question.criteria;
    expect(page.buttons).toEqual(['Submit your scores', 'Save and come back']);
    expect(page.text).toContain(`1. ${criterion?.name}`);
    expect(page.text).toContain(`Weight ${criterion?.weight} of 100`);
    expect(page.fields).toMatchObject({
      'scores[0].position': '1',
      'scores[0].value': '',
      'scores[0].reason': '',
    });
    expect(page.text).toContain('Your reason, which the bidder may read without your name');
  });

  test('is saved in part, comes back as typed, and is nobody else’s to see', async () => {
    const reason = 'Sound <b>method</b> 🦈\nBut late.';
    const fields = {
      ...scoreFields(competition.question.criteria, ''),
      'scores[0].value': '4',
      'scores[0].reason': reason,
    };
    const sent = await score(competition, evaluator, 'save', fields);
    expect([sent.location, sent.banner]).toEqual([
      paths.evaluation(competition.question.reference),
      'Your scores are saved, not submitted yet',
    ]);
    const page = await visit(address(competition), { as: evaluator });
    expect(page.fields).toMatchObject({
      'scores[0].value': '4',
      'scores[0].reason': reason,
      'scores[1].value': '',
    });
    for (const { id } of [competition.panel.evaluators[1], competition.panel.moderator])
      expect((await visitData(address(competition), { as: id })).body).not.toContain('Sound <b>method');
    expect((await visit(paths.evaluation(competition.question.reference), { as: evaluator })).text).toContain(
      'You have started',
    );
  });

  test('submitting with gaps names each of them beside its field, and keeps the rest', async () => {
    const fields: Record<string, string> = {
      ...scoreFields(competition.question.criteria, '3'),
      'scores[1].value': '',
      'scores[2].reason': ' ',
    };
    const page = await score(competition, evaluator, 'submit', fields);
    const [, second, third] = competition.question.criteria;
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([
      `Choose a score for “${second?.name}”`,
      `Give the reason for the score for “${third?.name}”`,
    ]);
    expect(page.messageBeside('scores[1].value')).toBe(page.errors[0]);
    expect(page.messageBeside('scores[2].reason')).toBe(page.errors[1]);
    expect(page.fields).toMatchObject({
      'scores[0].value': '3',
      'scores[1].reason': fields['scores[1].reason'],
    });
    expect(page.lostErrors).toEqual([]);
  });

  test.each([
    [
      'a reason too long',
      { 'scores[0].reason': 'x'.repeat(4001) },
      'scores[0].reason',
      'Use 4,000 characters or fewer',
    ],
    ['a score off the scale', { 'scores[0].value': '6' }, 'scores[0].value', 'Choose a score from 0 to 5'],
    ['half a score', { 'scores[0].value': '2.5' }, 'scores[0].value', 'Choose a score from 0 to 5'],
    ['a word for a score', { 'scores[0].value': 'good' }, 'scores[0].value', 'Choose a score from 0 to 5'],
  ])('%s is refused beside its field', async (_, over, name, message) => {
    const fields = { ...scoreFields(competition.question.criteria, '3'), ...over } as Record<string, string>;
    const page = await score(competition, evaluator, 'submit', fields);
    expect([page.status, page.messageBeside(name), page.lostErrors]).toEqual([422, message, []]);
    expect(page.fields['scores[1].value']).toBe('3');
    expect(await database.db.score.count({ where: { bidId: competition.first.id } })).toBe(0);
  });

  test('criteria of another question, or one twice, are refused in words', async () => {
    const fields = scoreFields(competition.question.criteria, '3');
    for (const position of ['99', '2']) {
      const page = await score(competition, evaluator, 'save', { ...fields, 'scores[0].position': position });
      expect([page.status, page.errors]).toEqual([422, ['These are not the criteria of this question.']]);
    }
    const short = await score(
      competition,
      evaluator,
      'submit',
      scoreFields(competition.question.criteria.slice(1), '3'),
    );
    expect([short.status, short.errors]).toEqual([422, ['Every criterion needs a score and a reason.']]);
  });

  test('once submitted they stand, and only then those of the others show', async () => {
    await makeScores(competition.first, competition.question, competition.panel.evaluators[1], 1);
    expect((await visitData(address(competition), { as: evaluator })).body).not.toContain(
      'Evidence in section',
    );
    const fields = scoreFields(competition.question.criteria, '5', 'Mine alone.');
    const sent = await score(competition, evaluator, 'submit', fields);
    expect(sent.banner).toBe('Your scores are submitted');
    const page = await visit(address(competition), { as: evaluator });
    expect(page.buttons).toEqual([]);
    expect(page.text).toContain('5 – Exceeds, with evidence');
    expect(page.text).toContain(competition.panel.evaluators[1].name);
    expect(page.text).toContain('1 – Major concerns');
    const again = await score(
      competition,
      evaluator,
      'submit',
      scoreFields(competition.question.criteria, '0'),
    );
    expect([again.status, again.errors]).toEqual([
      422,
      ['You have submitted your scores for this bid, so they can no longer be changed.'],
    ]);
    expect((await visit(paths.evaluation(competition.question.reference), { as: evaluator })).text).toContain(
      'All scores are in',
    );
  });

  test('the moderator reads and does not score', async () => {
    const { id } = competition.panel.moderator;
    const page = await visit(address(competition), { as: id });
    expect([page.status, page.buttons]).toEqual([200, []]);
    expect(page.text).toContain('firstmark evidence');
    const denied = await score(competition, id, 'save', scoreFields(competition.question.criteria, '3'));
    expect([denied.status, denied.text.includes('Only evaluators score')]).toEqual([403, true]);
  });
});

describe('outside scoring', () => {
  test('before everybody has declared there is nothing to fill in, and a form is refused', async () => {
    const early = await makeCompetition({ stage: 'declaring' });
    const { id } = early.panel.evaluators[0];
    await send(
      paths.declaration(early.question.reference),
      { stage: 'opening', hasInterest: 'no' },
      { as: id },
    );
    const page = await visit(address(early), { as: id });
    expect(page.text).toContain('Scoring starts when everybody on the panel has declared');
    expect(page.buttons).toEqual([]);
    const refused = await score(early, id, 'save', scoreFields(early.question.criteria, '3'));
    expect([refused.status, refused.errors]).toEqual([
      422,
      ['Scoring starts when everybody on the panel has declared.'],
    ]);
  });

  test('once quality is agreed scores cannot change', async () => {
    const ranked = await makeEvaluated();
    const { id } = ranked.panel.evaluators[0];
    const late = await score(ranked, id, 'save', scoreFields(ranked.question.criteria, '0'));
    expect([late.status, late.errors]).toEqual([
      422,
      ['Quality is agreed for this question, so scores can no longer be changed.'],
    ]);
    expect((await visit(address(ranked), { as: id })).text).toContain('4 – Meets with added confidence');
  });
});
