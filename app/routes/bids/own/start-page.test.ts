import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
const address = () => paths.startBid(question.reference);
const yes = { organisation: 'independent', termsRead: 'on' };

beforeAll(async () => {
  question = await makeQuestion({
    title: 'How do brokers find buyers?',
    data: {
      contractTerms: {
        ownership: 'experts',
        licenceBack: 'yes',
        publication: 'afterReview',
        reviewDays: '28',
        openLicence: 'ogl',
        contract: 'shortForm',
        fee: 'bid',
        effort: 'About 60 days',
      },
    },
  });
});

describe('before the first word', () => {
  test('an expert reads terms, weights, word limits and the deadline, then can start', async () => {
    const page = await visit(address(), { as: (await makeExpert()).id });
    expect(page.heading).toBe('Before you start a bid');
    expect(page.text).toContain('Bids close on');
    expect(page.text).toContain('Equal time is late');
    expect(page.text).toContain('About 60 days');
    expect(page.text).toContain('Quality counts 70% and price 30%');
    for (const { name, weight } of question.criteria) {
      expect(page.text).toContain(name);
      expect(page.text).toContain(`${weight}% of quality, up to `);
    }
    expect(page.buttons).toContain('Start a bid');
  });

  test('what they may publish, and when, is said there, before there is anything to write in', async () => {
    const page = await visit(address(), { as: (await makeExpert()).id });
    expect(page.text).toContain('May the experts publish?Yes, after 28 days’ sight');
    expect(page.text).toContain('Licence of what is published');
    expect(page.text.indexOf('May the experts publish?')).toBeLessThan(page.text.indexOf('Start a bid'));
    expect(page.text).not.toContain('clearance');
  });

  test('a clearance that they do not declare is said there too; nobody is kept from starting', async () => {
    const cleared = await makeQuestion({ data: { dataProtection: { vetting: 'ctc' } } });
    const said = async (clearanceLevel: string | null, clearanceExpires: Date | null = null) => {
      const expert = await makeExpert();
      const where = { personId: expert.id };
      await database.db.expertProfile.update({ where, data: { clearanceLevel, clearanceExpires } });
      const page = await visit(paths.startBid(cleared.reference), { as: expert.id });
      expect(page.text).toContain('Those who do the work need this clearance: Counter-terrorist check (CTC)');
      expect(page.buttons).toContain('Start a bid');
      return page.text;
    };
    expect(await said('SC')).toContain('Your profile declares enough');
    expect(await said('BPSS')).toContain('Your profile declares less, so you cannot be awarded it');
    expect(await said('SC', new Date('2020-01-01'))).toContain('has expired, so you cannot be awarded it');
    expect(await said(null)).toContain('Your profile declares none');
  });

  test('the choice is between one’s own organisations and none, and nothing is chosen beforehand', async () => {
    const expert = await makeExpert();
    const page = await visit(address(), { as: expert.id });
    const organisation = await database.db.organisation.findFirstOrThrow({
      where: { id: expert.organisationIds[0] ?? '' },
    });
    expect(page.text).toContain(organisation.name);
    expect(page.text).toContain('Myself, for no organisation');
    expect(page.fields).toMatchObject({ organisation: '', termsRead: [] });
  });

  test('an expert without an organisation finds the only answer chosen', async () => {
    const alone = await makePerson({ expert: true });
    expect((await visit(address(), { as: alone.id })).fields['organisation']).toBe('independent');
  });

  test('a route that keeps the price for later says so', async () => {
    const competition = await makeQuestion({ routeSlug: 'competition' });
    const page = await visit(paths.startBid(competition.reference), { as: (await makeExpert()).id });
    expect(page.text).toContain('Prices stay sealed until the panel has agreed on quality');
  });

  test('the odds show from three decided questions of the route on, never from fewer', async () => {
    const expert = (await makeExpert()).id;
    const call = await makeQuestion({ routeSlug: 'rapid-evidence-assessment' });
    const told = async () => (await visit(paths.startBid(call.reference), { as: expert })).text;
    for (let i = 0; i < 2; i += 1)
      await makeAward({ routeSlug: 'rapid-evidence-assessment', state: 'standstill' });
    expect(await told()).not.toContain('So far');
    await makeAward({ routeSlug: 'rapid-evidence-assessment', state: 'standstill' });
    expect(await told()).toContain('So far 3 of 6 bids on this route were awarded, over 3 questions');
  });
});

describe('starting', () => {
  test('makes a draft that stands on the list of its lead, and nobody else’s', async () => {
    const expert = await makeExpert();
    const [organisation] = await database.db.organisation.findMany({
      where: { id: { in: expert.organisationIds } },
    });
    const fields = { organisation: organisation?.reference ?? '', termsRead: 'on' };
    const sent = await send(address(), fields, { as: expert.id });
    expect(sent.status).toBe(303);
    expect(sent.banner).toBe('Your bid is started. Only the people you invite can see it.');
    const bid = await database.db.bid.findFirstOrThrow({ where: { leadId: expert.id } });
    expect(sent.location).toBe(paths.bid(bid.reference));
    expect(bid.organisationId).toBe(organisation?.id);
    const page = await visit(paths.bid(bid.reference), { as: expert.id });
    expect(page.text).toContain(organisation?.name ?? '');
    expect((await visit(paths.bids(), { as: expert.id })).rows).toHaveLength(1);
    expect((await visit(paths.bids(), { as: question.asking.authorId })).rows).toEqual([]);
  });

  test.each([
    [
      'nothing',
      {},
      { organisation: 'Choose who you bid for', termsRead: 'Confirm that you have read the terms' },
    ],
    [
      'terms not read',
      { organisation: 'independent' },
      { termsRead: 'Confirm that you have read the terms' },
    ],
    [
      'an organisation that is not one’s own',
      { organisation: 'ffff-ffff', termsRead: 'on' },
      { organisation: 'Choose one of your organisations' },
    ],
    [
      'markup for an organisation',
      { organisation: '<script>alert(1)', termsRead: 'on' },
      { organisation: 'Choose one of your organisations' },
    ],
  ])('%s is refused beside the field', async (_, fields, messages) => {
    const expert = (await makeExpert()).id;
    const page = await send(address(), fields, { as: expert });
    expect(page.status).toBe(422);
    for (const [name, message] of Object.entries(messages)) expect(page.messageBeside(name)).toBe(message);
    expect(page.errors).toEqual(Object.values(messages));
    expect(await database.db.bid.count({ where: { leadId: expert } })).toBe(0);
  });

  test('what was chosen stays chosen when the rest is refused', async () => {
    const page = await send(address(), { organisation: 'independent' }, { as: (await makeExpert()).id });
    expect(page.fields['organisation']).toBe('independent');
  });

  test('a second bid is refused with the reason, and the page leads to the first', async () => {
    const { leadId, reference } = await makeBid({ question, submitted: false });
    const page = await visit(address(), { as: leadId });
    expect(page.links).toContainEqual({ text: 'Go to your bid', href: paths.bid(reference) });
    expect(page.buttons).not.toContain('Start a bid');
    const again = await send(address(), yes, { as: leadId });
    expect(again.status).toBe(422);
    expect(again.errors).toEqual(['You lead a bid for this question already. Find it under your bids.']);
    expect(await database.db.bid.count({ where: { leadId } })).toBe(1);
  });
});

describe('who may not start', () => {
  const kinds: [string, () => Promise<string>, string][] = [
    ['the author', async () => question.asking.authorId, 'neither of the asking team nor on the panel'],
    ['an evaluator of the team', async () => question.asking.evaluatorId, 'neither of the asking team'],
    ['a member without an expert profile', async () => (await makePerson()).id, 'verified experts'],
    [
      'an expert who is not verified',
      async () => (await makePerson({ expert: true, verified: false })).id,
      '',
    ],
  ];

  test.each(kinds)('%s gets no form, and is denied when sending it all the same', async (_, who, why) => {
    const as = await who();
    const page = await visit(address(), { as });
    if (why === '') {
      expect(page.status).toBe(404);
      expect((await send(address(), yes, { as })).status).toBe(404);
      return;
    }
    expect(page.text).toContain(why);
    expect(page.buttons).not.toContain('Start a bid');
    expect((await send(address(), yes, { as })).status).toBe(403);
  });

  test('somebody with a confirmed conflict', async () => {
    const { id } = await makeExpert();
    await makeWall(question.id, id);
    expect((await visit(address(), { as: id })).text).toContain('A confirmed conflict of interest keeps you');
    expect((await send(address(), yes, { as: id })).status).toBe(403);
  });

  test('an expert who was not invited cannot know of the question; one whose body was invited bids', async () => {
    const organisation = await makeOrganisation();
    const hidden = await makeQuestion({
      visibility: 'invited',
      invited: [{ organisationId: organisation.id }],
    });
    const path = paths.startBid(hidden.reference);
    expect((await visit(path, { as: (await makeExpert()).id })).status).toBe(404);
    const invited = await makePerson({ expert: true, organisationId: organisation.id });
    expect((await visit(path, { as: invited.id })).buttons).toContain('Start a bid');
  });

  test('a visitor is sent to sign in and back', async () => {
    const page = await visit(address());
    expect(page.location).toBe(`${paths.signIn()}?from=${encodeURIComponent(address())}`);
    expect((await send(address(), yes)).location).toContain(paths.signIn());
  });

  test.each([
    ['closed', { state: 'closed' as const }, 'This question takes no more bids'],
    ['withdrawn', { state: 'withdrawn' as const }, 'This question takes no more bids'],
    [
      'an area of research interest',
      { routeSlug: 'area-of-research-interest' as const },
      'This route takes no bids',
    ],
  ])('anybody for a question that is %s', async (_, over, why) => {
    const other = await makeQuestion(over);
    const page = await visit(paths.startBid(other.reference), { as: (await makeExpert()).id });
    expect(page.text).toContain(why);
    expect(page.buttons).not.toContain('Start a bid');
  });

  test('a form that comes after closing is refused by how much it was late', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const page = await send(paths.startBid(closed.reference), yes, { as: (await makeExpert()).id });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toMatch(
      /^You were 5 days .*late: bids for this question closed on .*No bid was started\.$/,
    );
  });
});
