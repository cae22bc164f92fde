import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { bidderOf } from '../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
type Evaluated = Awaited<ReturnType<typeof makeEvaluated>>;
let coordinator: string;
let auditor: string;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

const decision = ({ question }: Evaluated) => paths.decision(question.reference);
const summaries = ({ question }: Evaluated) => paths.summaries(question.reference);
const notice = ({ question }: Evaluated) => paths.giveNotice(question.reference);
const approve = (of: Evaluated, as = of.panel.owner.id) => send(decision(of), {}, { as });
const tellBidders = (of: Evaluated, as = of.panel.author.id) => send(summaries(of), {}, { as });
const giveNotice = (of: Evaluated, as = of.panel.author.id) => send(notice(of), {}, { as });

async function recommended(over: { routeSlug?: 'competition' | 'funding-call'; outcome?: string } = {}) {
  const made = await makeEvaluated(over.routeSlug ? { routeSlug: over.routeSlug } : {});
  if (over.routeSlug === 'competition')
    throw new Error('prices of a competition are opened by agreeing on quality');
  const outcome = over.outcome ?? 'awarded';
  const fields = {
    outcome,
    text: 'The better bid.',
    ...(outcome === 'awarded' ? { bids: made.first.reference } : {}),
  };
  const sent = await send(paths.recommendation(made.question.reference), fields, {
    as: made.panel.moderator.id,
  });
  if (sent.status !== 303) throw new Error(sent.errors.join(' '));
  return made;
}

describe('deciding', () => {
  test('the owner reads recommendation and ranking, approves, and is led to the next step', async () => {
    const made = await recommended();
    const page = await visit(decision(made), { as: made.panel.owner.id });
    expect(page.heading).toBe('Decide on the recommendation');
    expect(page.text).toContain(`Award: ${await bidderOf(made.first)}`);
    expect(page.rows).toHaveLength(2);
    expect(page.buttons).toEqual(['Approve']);
    expect(page.links).toContainEqual({
      text: 'return the recommendation',
      href: paths.returnRecommendation(made.question.reference),
    });
    const sent = await approve(made);
    expect([sent.location, sent.banner]).toEqual([
      summaries(made),
      'The question is decided. Next, send every bidder their summary.',
    ]);
    const after = await visit(decision(made), { as: made.panel.owner.id });
    expect([after.heading, after.buttons]).toEqual(['Recommendation and decision', []]);
    expect(after.text).toMatch(/Approved on .* by /);
    expect((await approve(made)).status).toBe(404);
  });

  test('waits for every declaration at award, and names who is awaited', async () => {
    const made = await recommended();
    const interest = { stage: 'award', hasInterest: 'yes', details: 'My sister works there.' };
    await send(paths.declaration(made.question.reference), interest, { as: coordinator });
    const { name } = await database.db.person.findUniqueOrThrow({ where: { id: coordinator } });
    const page = await visit(decision(made), { as: made.panel.owner.id });
    expect(page.text).toContain(`Declarations of interest at award are awaited from ${name}`);
    const refused = await approve(made);
    expect([refused.status, refused.errors]).toEqual([
      422,
      [`Declarations of interest at award are awaited from ${name}.`],
    ]);
    expect(await database.db.award.count({ where: { questionId: made.question.id } })).toBe(0);
  });

  test('is never the author’s, the recommender’s or anybody else’s', async () => {
    const made = await recommended();
    const { panel, first } = made;
    for (const { id } of [panel.author, panel.budgetHolder]) {
      expect((await visit(decision(made), { as: id })).status).toBe(403);
      expect((await approve(made, id)).status).toBe(403);
    }
    for (const { id } of [panel.moderator, panel.evaluators[0]]) {
      expect((await visit(decision(made), { as: id })).buttons).toEqual([]);
      expect((await approve(made, id)).status).toBe(403);
    }
    expect((await visit(decision(made), { as: first.leadId })).status).toBe(404);
    expect((await approve(made, first.leadId)).status).toBe(404);
    expect((await visit(decision(made))).location).toContain(paths.signIn());
  });

  test('an owner with a conflict about one of the bids decides nothing, and is not offered to', async () => {
    const made = await recommended({ routeSlug: 'funding-call' });
    await makeWall(made.question.id, made.panel.owner.id, made.second.id);
    const page = await visit(decision(made), { as: made.panel.owner.id });
    expect([page.status, page.buttons]).toEqual([403, []]);
    expect(page.html).not.toContain(await bidderOf(made.second));
    expect((await approve(made)).status).toBe(403);
    const steps = await visit(paths.evaluation(made.question.reference), { as: made.panel.owner.id });
    expect(steps.text).not.toContain('Decide on the recommendation');
  });

  test.each([
    ['noneSuitable', 'No bid is suitable', 'No bid was found suitable'],
    ['cancelled', 'Cancel without an award', 'The competition was cancelled without an award'],
  ])('“%s” ends without an award, and bidders read why', async (outcome, shown, told) => {
    const made = await recommended({ outcome });
    expect((await visit(decision(made), { as: made.panel.owner.id })).text).toContain(shown);
    expect((await approve(made)).status).toBe(303);
    expect((await tellBidders(made)).status).toBe(303);
    expect((await visit(notice(made), { as: made.panel.author.id })).status).toBe(403);
    const none = await giveNotice(made);
    expect([none.status, none.text.includes('There is no award that waits for its notice')]).toEqual([
      422,
      true,
    ]);
    const own = await visit(paths.bidSummary(made.first.reference), { as: made.first.leadId });
    expect(own.text).toContain(told);
    expect(own.text).toContain('No award was made.');
  });
});

describe('telling bidders', () => {
  test('shows before sending what each will read, without the names of evaluators', async () => {
    const made = await recommended();
    await approve(made);
    const page = await visit(summaries(made), { as: made.panel.author.id });
    expect(page.text).toContain(`${await bidderOf(made.first)}: not sent yet`);
    expect(page.text).toContain('This bid was chosen for an award.');
    expect(page.text).toContain('This bid was not chosen.');
    expect(page.html).not.toContain(made.panel.evaluators[0].name);
    expect(page.buttons).toContain('Send all summaries');
    expect(page.links.map(({ href }) => href)).not.toContain(notice(made));
    const early = await giveNotice(made);
    expect([early.status, early.text.includes('Send every bidder their assessment summary first')]).toEqual([
      422,
      true,
    ]);
    const sent = await tellBidders(made);
    expect([sent.location, sent.banner]).toEqual([
      summaries(made),
      'Every bidder can now read the summary of their own bid',
    ]);
    const again = await tellBidders(made);
    expect([again.status, again.errors]).toEqual([422, ['Every summary has been sent already.']]);
  });

  test('before the decision the page says so, and nothing can be sent', async () => {
    const made = await recommended();
    const page = await visit(summaries(made), { as: made.panel.author.id });
    expect([page.buttons, page.text.includes('This question is not decided yet')]).toEqual([[], true]);
    const refused = await tellBidders(made);
    expect([refused.status, refused.errors]).toEqual([
      422,
      ['Summaries are sent once the question is decided.'],
    ]);
  });

  test('is for author and owner; the asking side is denied, everybody else finds nothing', async () => {
    const made = await makeAward({ state: 'decided' });
    const { panel, first } = made;
    expect((await visit(summaries(made), { as: panel.owner.id })).status).toBe(200);
    for (const { id } of [panel.budgetHolder, panel.moderator, { id: coordinator }, { id: auditor }]) {
      const page = await visit(summaries(made), { as: id });
      expect(page.status).toBe(403);
      expect((await tellBidders(made, id)).status).toBe(403);
      expect((await giveNotice(made, id)).status).toBe(403);
    }
    for (const as of [first.leadId, (await makeExpert()).id]) {
      expect((await visit(summaries(made), { as })).status).toBe(404);
      expect((await giveNotice(made, as)).status).toBe(404);
    }
    expect((await visit(notice(made))).location).toContain(paths.signIn());
  });

  test('a wall around one bid keeps its summary from whoever runs the award', async () => {
    const made = await makeAward({ state: 'decided', routeSlug: 'funding-call' });
    await makeWall(made.question.id, made.panel.author.id, made.second.id);
    const [page, { body }] = [
      await visit(summaries(made), { as: made.panel.author.id }),
      await visitData(summaries(made), { as: made.panel.author.id }),
    ];
    expect(page.text).toContain(await bidderOf(made.first));
    for (const word of [await bidderOf(made.second), made.second.reference]) {
      expect(page.html).not.toContain(word);
      expect(body).not.toContain(word);
    }
  });
});

describe('the award notice', () => {
  test('says what follows from it, and starts the standstill of the route', async () => {
    const made = await makeAward({ state: 'decided', routeSlug: 'competition' });
    await tellBidders(made);
    const page = await visit(notice(made), { as: made.panel.author.id });
    expect(page.text).toContain(`${await bidderOf(made.first)}, £60,000`);
    expect(page.text).toContain('A standstill of 8 working days starts');
    expect(page.text).toContain('Soundings is not the statutory tender system');
    const sent = await giveNotice(made);
    expect([sent.location, sent.banner]).toEqual([summaries(made), 'The award notice is out']);
    expect((await visit(summaries(made), { as: made.panel.author.id })).rows[0]?.[2]).toBe('Standstill');
    const again = await giveNotice(made);
    expect([again.status, again.text.includes('There is no award that waits for its notice')]).toEqual([
      422,
      true,
    ]);
  });

  test('on a route without a standstill the contract can follow at once', async () => {
    const made = await makeAward({ state: 'decided', routeSlug: 'funding-call' });
    await tellBidders(made);
    expect((await visit(notice(made), { as: made.panel.owner.id })).text).toContain(
      'This route has no standstill',
    );
    await giveNotice(made);
    expect((await visit(paths.award(made.award.reference), { as: made.panel.author.id })).text).toContain(
      'None on this route',
    );
    expect((await visit(paths.signContract(made.award.reference), { as: made.panel.author.id })).status).toBe(
      200,
    );
  });
});

describe('a bidder’s summary', () => {
  const summary = ({ reference }: { reference: string }, as: string) =>
    visit(paths.bidSummary(reference), { as });

  test('is not there before it is sent; then it is their own alone', async () => {
    const made = await recommended();
    await approve(made);
    expect((await summary(made.second, made.second.leadId)).status).toBe(404);
    await tellBidders(made);
    const page = await summary(made.second, made.second.leadId);
    expect(page.text).toContain('This bid was not chosen.');
    expect(page.text).toContain('Rank2 of 2 ranked');
    expect(page.text).toContain('Evidence in section 1.');
    for (const { name } of made.panel.evaluators) expect(page.html).not.toContain(name);
    const others = [
      made.first.leadId,
      made.panel.author.id,
      made.panel.owner.id,
      made.panel.moderator.id,
      auditor,
    ];
    for (const as of others) expect((await summary(made.second, as)).status).toBe(404);
    expect((await visit(paths.bidSummary(made.second.reference))).location).toContain(paths.signIn());
  });

  test('names no winner before the notice; from then on who won, their scores, none of their reasons', async () => {
    const made = await recommended();
    await approve(made);
    await tellBidders(made);
    const before = await summary(made.second, made.second.leadId);
    expect(before.text).toContain('The award notice is not out yet');
    expect(
      (await visitData(paths.bidSummary(made.second.reference), { as: made.second.leadId })).body,
    ).not.toContain(await bidderOf(made.first));
    await giveNotice(made);
    const after = await summary(made.second, made.second.leadId);
    expect(after.text).toContain(await bidderOf(made.first));
    const total = after.rows.at(-1);
    expect(total).toEqual(['Total of 100', '58', '81']);
    const link = after.links.find(({ text }) => text.includes(','))?.href ?? '';
    expect((await visit(link, { as: made.second.leadId })).status).toBe(200);
    expect((await visit(paths.bids(), { as: made.second.leadId })).rows[0]?.[3]).toBe('Not awarded');
  });
});
