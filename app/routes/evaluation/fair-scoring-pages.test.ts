import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { makeBid, openQuestion } from '../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../tests/support/factories/panels';
import { makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { send, visit } from '../../../tests/support/site';

const store = useDatabase();

const BANDS = ['Nothing at all', '', '', '', '', 'Best we ever saw'];

async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: [
      {
        name: 'Method',
        guidance: '',
        weight: 70,
        minimum: null,
        bands: BANDS,
        reasonWords: 20,
        wordLimit: 333,
      },
      { name: 'Answers', guidance: '', weight: 30, minimum: null, stage: 'interview' },
    ],
    data: {
      ...{ replyWorkingDays: 1, replyWords: 60, interviewMode: 'criteria', interviewPlaces: 1 },
      ...{ awardFormula: 'pricePerPoint', lowPricePercent: 40 },
    },
  });
  const good = await makeBid({ question, pounds: 60_000 });
  const other = await makeBid({ question, pounds: 50_000 });
  const panel = await makePanel(question, { evaluators: 2, declaredAtAward: true });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  return { question, good, other, panel, reference: question.reference };
}

let world: Awaited<ReturnType<typeof arrange>>;
let as: string;
beforeAll(async () => {
  world = await arrange();
  as = world.panel.moderator.id;
});

const day = (name: string, count: number) => {
  const date = new Date(Date.now() + count * 86_400_000);
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
};

describe('the pages of a competition with every option', () => {
  test('a question shows how bids are ordered, with a worked example', async () => {
    const page = await visit(paths.question(world.reference), {
      as: (await makePerson({ expert: true })).id,
    });
    expect(page.text).toContain('Lowest price for each point of quality');
    expect(page.text).toContain('A worked example');
    expect(page.text).toContain('Best we ever saw');
    expect(page.text).toContain('the best 1 bid by quality');
    expect(page.text).toContain('has 1 working day to reply in 60 words');
  });

  test('an evaluator scores the written criteria alone, by the bands of each, within the limit of words', async () => {
    const { good, question, panel } = world;
    const [one, two] = panel.evaluators;
    const page = await visit(paths.scores(good.reference), { as: one.id });
    expect(page.text).toContain('Best we ever saw');
    expect(page.text).not.toContain('Score for “Answers”');
    const scores = (reason: string) => ({
      ...{ 'scores[0].position': '1', 'scores[0].value': '4', 'scores[0].reason': reason, intent: 'submit' },
    });
    const long = await send(paths.scores(good.reference), scores('word '.repeat(21)), { as: one.id });
    expect([long.status, long.text.includes('Use 20 words or fewer. There are 21')]).toEqual([422, true]);
    const sent = await send(paths.scores(good.reference), scores('Sound, with evidence.'), { as: one.id });
    expect(sent.status).toBe(303);
    const written = { criteria: question.criteria.slice(0, 1) };
    await makeScores(good, written, two, 1);
    for (const evaluator of [one, two]) await makeScores(world.other, written, evaluator, 3);
  });

  test('the moderator reads where scores differ and asks; the one asked is led there and answers', async () => {
    const { good, panel, reference } = world;
    const page = await visit(paths.disagreement(reference), { as });
    expect(page.text).toContain('3 apart');
    expect(page.text).toContain('Too few');
    const asking = paths.askAboutScore(good.reference, 1);
    const empty = await send(asking, {}, { as });
    expect(empty.status).toBe(422);
    const [one] = panel.evaluators;
    expect((await send(asking, { person: one.reference, note: 'Why 4?' }, { as })).status).toBe(303);
    const led = await visit(paths.scores(good.reference), { as: one.id });
    expect(led.text).toContain('The moderator asks you to say more');
    const explaining = paths.explainScore(good.reference, 1);
    expect((await visit(explaining, { as: panel.evaluators[1].id })).status).toBe(404);
    expect((await send(explaining, { answer: 'Section 2.' }, { as: one.id })).status).toBe(303);
    expect((await visit(paths.disagreement(reference), { as })).text).toContain('Answered: Section 2.');
  });

  test('a bidder replies from the page of the bid; the panel reads it beside the consensus', async () => {
    const { good, other, reference } = world;
    expect((await visit(paths.bidReply(good.reference), { as: good.leadId })).status).toBe(404);
    expect((await visit(paths.bid(good.reference), { as: good.leadId })).text).not.toContain(
      'panel’s reasons',
    );
    expect((await send(paths.replies(reference), {}, { as })).status).toBe(303);
    expect((await visit(paths.bid(good.reference), { as: good.leadId })).text).toContain(
      'Read the panel’s reasons',
    );
    const page = await visit(paths.bidReply(good.reference), { as: good.leadId });
    expect(page.text).toContain('Sound, with evidence.');
    expect((await visit(paths.bidReply(good.reference), { as: other.leadId })).status).toBe(404);
    const reply = { revision: '0', intent: 'submit', text: 'We meant section 3.' };
    expect((await send(paths.bidReply(good.reference), reply, { as: good.leadId })).status).toBe(303);
    await moveClock('8 days');
    expect((await visit(paths.consensus(good.reference), { as })).text).toContain('We meant section 3.');
    expect((await visit(paths.replies(reference), { as })).text).toContain('We meant section 3.');
  });

  test('the shortlist is invited, chooses, is recorded and closed; the ranking says what it rests on', async () => {
    const { good, other, panel, reference } = world;
    const consensus = {
      'scores[0].position': '1',
      'scores[0].value': '4',
      'scores[0].reason': 'Agreed after the reply.',
    };
    expect((await send(paths.consensus(good.reference), consensus, { as })).status).toBe(303);
    const meeting = { ...day('heldOn', 0), minutes: 'Held.', present: panel.evaluators[0].reference };
    expect((await send(paths.moderation(reference), meeting, { as })).status).toBe(303);
    expect((await visit(paths.moderation(reference), { as })).text).toContain(
      `Present: ${panel.evaluators[0].name}`,
    );
    const agreed = await send(paths.agreeQuality(reference), {}, { as });
    expect(agreed.location).toBe(paths.interviews(reference));
    const at = new Date(Date.now() + 30 * 86_400_000);
    const slots = `${at.getUTCDate()} ${at.getUTCMonth() + 1} ${at.getUTCFullYear()} 10:00 Room 2`;
    const invited = await send(
      paths.interviews(reference),
      { asks: 'What first?', slots, ...day('chooseBy', 15) },
      { as },
    );
    expect(invited.status).toBe(303);
    expect((await visit(paths.ownInterview(other.reference), { as: other.leadId })).status).toBe(404);
    const own = await visit(paths.ownInterview(good.reference), { as: good.leadId });
    expect(own.text).toContain('What first?');
    const slot = await store.db.interviewSlot.findFirstOrThrow({ where: { bidId: good.id } });
    expect(
      (await send(paths.ownInterview(good.reference), { slot: slot.id }, { as: good.leadId })).status,
    ).toBe(303);
    const record = {
      reason: 'All were there.',
      ...{ 'scores[0].position': '2', 'scores[0].value': '5', 'scores[0].reason': 'Clear answers.' },
    };
    expect((await send(paths.interviewRecord(good.reference), record, { as })).status).toBe(303);
    expect((await send(paths.agreeInterviews(reference), {}, { as })).location).toBe(
      paths.ranking(reference),
    );
    const ranking = await visit(paths.ranking(reference), { as });
    expect(ranking.text).toContain('Not on the shortlist for interviews, so not ranked');
    expect(ranking.text).toContain('How firm the ranking is');
    expect(ranking.text).toContain('The first place stays the same whatever this weight is');
    expect((await visit(paths.withdrawFromInterview(good.reference), { as: good.leadId })).text).toContain(
      'nothing to withdraw',
    );
  });

  test('a bidder is asked about a price and explains it on a page of their own', async () => {
    const { good, other, reference } = world;
    expect((await visit(paths.prices(reference), { as })).text).toContain('more than 40% below the mean');
    const asked = { reason: 'How is it made up?', ...day('answerBy', 20) };
    expect((await send(paths.priceCheck(good.reference), asked, { as })).status).toBe(303);
    expect((await visit(paths.priceQuestion(good.reference), { as: other.leadId })).status).toBe(404);
    const page = await visit(paths.priceQuestion(good.reference), { as: good.leadId });
    expect(page.text).toContain('How is it made up?');
    const explained = await send(
      paths.priceQuestion(good.reference),
      { explanation: 'Two posts are paid.' },
      { as: good.leadId },
    );
    expect(explained.status).toBe(303);
    const decided = await send(
      paths.priceCheck(good.reference),
      { decision: 'accepted', reason: 'Fine.' },
      { as },
    );
    expect(decided.status).toBe(303);
    expect((await visit(paths.prices(reference), { as })).text).toContain('The price may stand. Fine.');
  });
});
