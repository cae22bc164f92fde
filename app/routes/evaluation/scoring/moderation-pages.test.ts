import { beforeEach, describe, expect, test } from 'vitest';
import { isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { bidderOf, makeCompetition, scoreFields } from '../../../../tests/support/factories/competitions';
import { makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
type Competition = Awaited<ReturnType<typeof makeCompetition>>;
let competition: Competition;
let moderator: string;

const moderation = () => paths.moderation(competition.question.reference);
const agree = () => paths.agreeQuality(competition.question.reference);
const consensus = () => paths.consensus(competition.first.reference);
const today = () => {
  const [year = '', month = '', day = ''] = isoDay(ukDay(new Date())).split('-');
  return { 'heldOn.day': day, 'heldOn.month': month, 'heldOn.year': year };
};
const minute = (fields: Record<string, string>, as = moderator) => send(moderation(), fields, { as });

/** Everybody's scores, those of the first criterion of the first bid three apart. */
async function scored() {
  const { panel, question, first, second } = competition;
  const [one, two] = panel.evaluators;
  await makeScores(first, question, one, [5, 4, 4, 4, 4, 4]);
  await makeScores(first, question, two, [2, 4, 4, 4, 4, 4]);
  for (const { id } of [one, two]) await makeScores(second, question, { id }, 3);
}

beforeEach(async () => {
  competition = await makeCompetition();
  moderator = competition.panel.moderator.id;
});

describe('following the moderation', () => {
  test('names whose scores are awaited, and shows none before one’s own are in', async () => {
    const { panel, question, first } = competition;
    const [one, two] = panel.evaluators;
    await makeScores(first, question, one, 5);
    const page = await visit(moderation(), { as: two.id });
    expect(page.text).toContain(`Scores are awaited from ${two.name}`);
    expect(page.text).toContain('You see the scores of the others once your own are in');
    expect(page.rows).toEqual([]);
    expect((await visit(moderation(), { as: one.id })).rows).toHaveLength(question.criteria.length);
    const lead = await visit(moderation(), { as: moderator });
    expect(lead.text).toContain('You see the scores once everybody’s are in');
    expect(lead.rows).toEqual([]);
  });

  test('what quality waits for is the moderator’s to read: it tells of disagreement and of every bid', async () => {
    await scored();
    const { panel, question, first } = competition;
    const lead = await visit(moderation(), { as: moderator });
    expect(lead.text).toContain(`needs a consensus on “${question.criteria[0]?.name}”`);
    expect(lead.text).toContain(await bidderOf(first));
    const { body } = await visitData(moderation(), { as: panel.evaluators[1].id });
    expect(body).not.toMatch(/needs a consensus|are missing from|minutes of the moderation meeting/);
  });

  test('marks where scores lie two or more apart', async () => {
    await scored();
    const row = (await visit(moderation(), { as: moderator })).rows.find((cells) =>
      cells[2]?.includes('apart'),
    );
    expect(row).toEqual([
      competition.question.criteria[0]?.name,
      '20',
      '2, 5 Two or more apart',
      'None',
      '3.5',
    ]);
  });

  test('is for the panel that declared', async () => {
    const { panel, question, first } = competition;
    for (const as of [panel.owner.id, panel.author.id, panel.budgetHolder.id, question.asking.evaluatorId])
      expect((await visit(moderation(), { as })).status).toBe(403);
    for (const as of [first.leadId, (await makePerson()).id])
      expect((await visit(moderation(), { as })).status).toBe(404);
    expect((await visit(moderation())).location).toContain(paths.signIn());
    const early = await makeCompetition({ stage: 'declaring' });
    expect(
      (await visit(paths.moderation(early.question.reference), { as: early.panel.moderator.id })).status,
    ).toBe(403);
  });
});

describe('the minutes', () => {
  test('are recorded by the moderator and read by the panel, lines kept', async () => {
    const minutes = 'All were there.\n\nWe went through <b>each</b> bid.';
    const sent = await minute({ ...today(), minutes });
    expect([sent.location, sent.banner]).toEqual([moderation(), 'The minutes are recorded']);
    const page = await visit(moderation(), { as: competition.panel.evaluators[0].id });
    expect(page.text).toContain('We went through <b>each</b> bid.');
    expect(page.buttons).toEqual([]);
  });

  test.each([
    ['nothing', {}, ['Enter the day of the meeting', 'Write the minutes of the meeting']],
    [
      'a day that is none',
      { 'heldOn.day': '31', 'heldOn.month': '2', 'heldOn.year': '2026', minutes: 'Held.' },
      ['Enter a real date, like 21 11 2026'],
    ],
    [
      'a day to come',
      { 'heldOn.day': '1', 'heldOn.month': '1', 'heldOn.year': '2090', minutes: 'Held.' },
      ['The meeting cannot lie in the future'],
    ],
    ['half a day', { 'heldOn.day': '1', minutes: 'Held.' }, ['Enter a real date, like 21 11 2026']],
    [
      'minutes too long',
      { 'heldOn.day': '1', 'heldOn.month': '1', 'heldOn.year': '2026', minutes: 'x'.repeat(20_001) },
      ['Use 20,000 characters or fewer'],
    ],
  ])('%s is refused beside the field and kept', async (_, fields, messages) => {
    const page = await minute(fields);
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, messages, []]);
    expect(page.fields).toMatchObject(fields);
    expect(
      await database.db.moderationMeeting.count({ where: { questionId: competition.question.id } }),
    ).toBe(0);
  });

  test('are nobody else’s to write', async () => {
    const fields = { ...today(), minutes: 'Mine' };
    for (const { id } of [competition.panel.evaluators[0], competition.panel.owner])
      expect((await minute(fields, id)).status).toBe(403);
    expect((await minute(fields, competition.first.leadId)).status).toBe(404);
  });
});

describe('a consensus', () => {
  beforeEach(scored);
  const record = (fields: Record<string, string>, as = moderator) => send(consensus(), fields, { as });
  const criteria = () => competition.question.criteria;

  test('is written beside the independent scores with names and reasons', async () => {
    const page = await visit(consensus(), { as: moderator });
    const [one, two] = competition.panel.evaluators;
    expect(page.text).toContain(`${one.name}: 5`);
    expect(page.text).toContain(`${two.name}: 2`);
    expect(page.text).toContain('Evidence in section 1.');
    expect(page.text).toContain('Independent scores are never changed');
    expect(page.fields).toMatchObject({ 'scores[0].position': '1', 'scores[0].value': '' });
  });

  test('takes the place of the mean and leaves the scores', async () => {
    const fields = {
      ...scoreFields(criteria(), ''),
      'scores[0].value': '4',
      'scores[0].reason': 'Agreed <i>after</i> talk.',
    };
    const sent = await record(fields);
    expect([sent.location, sent.banner]).toEqual([moderation(), 'The consensus is recorded']);
    const row = (await visit(moderation(), { as: moderator })).rows.find((cells) =>
      cells[2]?.includes('apart'),
    );
    expect(row?.slice(2)).toEqual(['2, 5 Two or more apart', '4', '4']);
    expect((await visit(consensus(), { as: moderator })).fields).toMatchObject({
      'scores[0].value': '4',
      'scores[0].reason': 'Agreed <i>after</i> talk.',
    });
    expect(await database.db.score.count({ where: { bidId: competition.first.id, value: 2 } })).toBe(1);
  });

  test.each([
    ['nothing at all', {}, ['Choose a score and write a rationale for at least one criterion.'], undefined],
    [
      'a score without a rationale',
      { 'scores[0].value': '4' },
      ['Give the reason for the score for “Understanding of the problem and policy use”'],
      'scores[0].reason',
    ],
    [
      'a rationale without a score',
      { 'scores[0].reason': 'Because' },
      ['Choose a score for “Understanding of the problem and policy use”'],
      'scores[0].value',
    ],
    [
      'a rationale too long',
      { 'scores[0].value': '4', 'scores[0].reason': 'x'.repeat(4001) },
      ['Use 4,000 characters or fewer'],
      'scores[0].reason',
    ],
  ])('%s is refused, and what was typed is kept', async (_, over, messages, name) => {
    const page = await record({ ...scoreFields(criteria(), ''), ...over });
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, messages, []]);
    if (name) expect(page.messageBeside(name)).toBe(messages[0]);
    expect(page.fields).toMatchObject(over);
  });

  test('waits until every evaluator has scored', async () => {
    competition = await makeCompetition();
    moderator = competition.panel.moderator.id;
    await makeScores(competition.first, competition.question, competition.panel.evaluators[1], 4);
    const page = await visit(consensus(), { as: moderator });
    expect(page.text).toContain('A consensus is recorded once every evaluator has submitted scores');
    expect(page.html).not.toContain('Evidence in section');
    const early = await record({ ...scoreFields(criteria(), '3') });
    expect([early.status, early.errors]).toEqual([
      422,
      ['Every evaluator has to submit independent scores for this bid first.'],
    ]);
  });

  test('is the moderator’s alone, and not of a bid behind a wall', async () => {
    const { panel, first } = competition;
    for (const { id } of [panel.evaluators[0], panel.owner, panel.author]) {
      expect((await visit(consensus(), { as: id })).status).toBe(403);
      expect((await record(scoreFields(criteria(), '3'), id)).status).toBe(403);
    }
    expect((await visit(consensus(), { as: first.leadId })).status).toBe(404);
    await makeWall(competition.question.id, moderator, first.id);
    expect((await visit(consensus(), { as: moderator })).status).toBe(404);
  });
});

describe('agreeing quality', () => {
  test('waits for scores, consensus and minutes, which the page and the refusal name', async () => {
    await scored();
    const page = await visit(agree(), { as: moderator });
    expect(page.text).toContain('needs a consensus on');
    const refused = await send(agree(), {}, { as: moderator });
    expect(refused.status).toBe(422);
    expect(refused.errors[0]).toContain('The minutes of the moderation meeting are not recorded.');
    expect((await visit(moderation(), { as: moderator })).links.map(({ href }) => href)).not.toContain(
      agree(),
    );
  });

  test('freezes the scores and leads to the ranking; twice is told', async () => {
    await scored();
    await minute({ ...today(), minutes: 'Held.' });
    const fields = {
      ...scoreFields(competition.question.criteria, ''),
      'scores[0].value': '4',
      'scores[0].reason': 'Agreed.',
    };
    await send(consensus(), fields, { as: moderator });
    const ready = await visit(moderation(), { as: moderator });
    expect(ready.links).toContainEqual({ text: 'Agree quality', href: agree() });
    const sent = await send(agree(), {}, { as: moderator });
    expect([sent.location, sent.banner]).toEqual([
      paths.ranking(competition.question.reference),
      'Quality is agreed. This is the ranking.',
    ]);
    expect((await visit(agree(), { as: moderator })).status).toBe(403);
    const again = await send(agree(), {}, { as: moderator });
    expect([again.status, again.text.includes('Quality is agreed once, after scoring has started.')]).toEqual(
      [422, true],
    );
    const late = await minute({ ...today(), minutes: 'Typed too late' });
    expect([late.status, late.errors.length]).toEqual([422, 1]);
    const frozen = await send(consensus(), fields, { as: moderator });
    expect([frozen.status, frozen.errors.length]).toEqual([422, 1]);
  });

  test('opens the prices where the route kept them for this moment', async () => {
    const sealed = await makeEvaluated({ routeSlug: 'competition', agreed: false });
    const { id } = sealed.panel.moderator;
    const priced = async () =>
      database.db.sealKey.count({
        where: { questionId: sealed.question.id, part: 'price', openedAt: { not: null } },
      });
    await send(paths.moderation(sealed.question.reference), { ...today(), minutes: 'Held.' }, { as: id });
    expect(await priced()).toBe(0);
    expect((await visitData(paths.moderation(sealed.question.reference), { as: id })).body).not.toMatch(
      /6000000|60,000/,
    );
    expect((await send(paths.agreeQuality(sealed.question.reference), {}, { as: id })).status).toBe(303);
    expect(await priced()).toBe(1);
    expect((await visit(paths.ranking(sealed.question.reference), { as: id })).text).toContain('£60,000');
  });

  test('is the moderator’s alone, and not of one who has a conflict about a bid', async () => {
    const { panel, question } = competition;
    expect((await visit(agree(), { as: panel.evaluators[0].id })).status).toBe(403);
    for (const { id } of [panel.evaluators[0], panel.owner])
      expect((await send(agree(), {}, { as: id })).status).toBe(403);
    await makeWall(question.id, moderator, competition.second.id);
    const denied = await send(agree(), {}, { as: moderator });
    expect([denied.status, denied.text.includes('keeps you from settling them all')]).toEqual([403, true]);
    expect((await visit(agree(), { as: moderator })).status).toBe(403);
  });
});
