import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import {
  joinBid,
  makeBid,
  makeEmptyBid,
  makeExpert,
  openQuestion,
} from '../../../../tests/support/factories/bids';
import { makePanel } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bid: Awaited<ReturnType<typeof makeBid>>;
let editor: string;
let partner: string;
let asked: string;

beforeAll(async () => {
  question = await makeQuestion({ title: 'How do insiders get recruited?' });
  bid = await makeBid({ question, submitted: false, pounds: 61_000 });
  editor = await joinBid(bid.id);
  partner = await joinBid(bid.id, { role: 'partner' });
  asked = await joinBid(bid.id, { answer: 'asked' });
});

describe('the list of own bids', () => {
  test('teaches who has none', async () => {
    const page = await visit(paths.bids(), { as: (await makePerson()).id });
    expect(page.heading).toBe('Your bids');
    expect(page.text).toContain('You have no bids yet');
    expect(page.links).toContainEqual({ text: 'Find a question', href: paths.questions() });
  });

  test('names part and state, and leads the invited to the invitation alone', async () => {
    const [lead] = (await visit(paths.bids(), { as: bid.leadId })).rows;
    expect(lead?.slice(0, 4)).toEqual([
      'How do insiders get recruited?',
      expect.stringMatching(/^Team/),
      'Lead',
      'Draft',
    ]);
    expect((await visit(paths.bids(), { as: partner })).rows[0]?.[2]).toBe('Partner');
    const invited = await visit(paths.bids(), { as: asked });
    expect(invited.rows[0]?.[3]).toBe('Asked to join');
    expect(invited.links).toContainEqual({ text: question.title, href: paths.bidInvitation(bid.reference) });
    expect(invited.links.map(({ href }) => href)).not.toContain(paths.bid(bid.reference));
  });

  test('goes on after 25 bids, the latest first', async () => {
    const leadId = (await makeExpert()).id;
    const title = (n: number) => `Question of number ${n}`;
    for (let n = 1; n <= 26; n += 1) {
      const one = await makeQuestion({ title: title(n), asking: question.asking });
      await makeEmptyBid({ question: one, leadId });
    }
    const first = await visit(paths.bids(), { as: leadId });
    expect(first.rows).toHaveLength(25);
    expect(first.rows[0]?.[0]).toBe(title(26));
    const next = first.$('a[rel=next]').attr('href') ?? '';
    expect((await visit(next, { as: leadId })).rows.map(([name]) => name)).toEqual([title(1)]);
  });

  test('an address with an unknown or unreadable parameter is a bad request', async () => {
    for (const query of ['?person=1', '?after=soon', '?after=1%27%20OR%201=1'])
      expect((await visit(`${paths.bids()}${query}`, { as: editor })).status).toBe(400);
  });

  test('a visitor is sent to sign in', async () => {
    expect((await visit(paths.bids())).location).toContain(paths.signIn());
  });
});

describe('the page of a bid', () => {
  const address = () => paths.bid(bid.reference);

  test('shows its lead every section, the people, the price and what can be done', async () => {
    const page = await visit(address(), { as: bid.leadId });
    expect(page.heading).toBe(question.title);
    const sections = [
      'Summary',
      ...question.criteria.map(({ name }) => name),
      'People',
      'Milestones',
      'References',
    ];
    for (const name of [...sections, 'Confidential parts', 'Other bids by the same people', 'Price'])
      expect(page.links.map(({ text }) => text)).toContain(name);
    expect(page.$('aside').text()).toContain('£61,000');
    expect(page.$('aside').text()).toContain('(asked)');
    const hrefs = page.links.map(({ href }) => href);
    expect(hrefs).toEqual(
      expect.arrayContaining([paths.checkBid(bid.reference), paths.discardBid(bid.reference)]),
    );
    expect(hrefs).not.toContain(paths.withdrawBid(bid.reference));
  });

  test('offers editor and partner the reading, never what only the lead may press', async () => {
    for (const as of [editor, partner]) {
      const hrefs = (await visit(address(), { as })).links.map(({ href }) => href);
      expect(hrefs).toContain(paths.checkBid(bid.reference));
      expect(hrefs).not.toContain(paths.discardBid(bid.reference));
      expect(hrefs).not.toContain(paths.withdrawBid(bid.reference));
      expect((await visit(address(), { as })).text).not.toContain('Check and submit');
    }
  });

  test('leads nobody in the bid to a page that they may not open', async () => {
    for (const as of [bid.leadId, editor, partner])
      for (const { href } of (await visit(address(), { as })).links.filter(({ href }) =>
        href.startsWith('/bids/'),
      ))
        expect([href, (await visit(href, { as })).status]).toEqual([href, 200]);
  });

  test('does not exist for anybody else, the asking team and coordinators included', async () => {
    const others = [
      asked,
      (await makeExpert()).id,
      ...Object.values(question.asking).slice(1),
      (await makePerson({ roles: ['coordinator', 'administrator'] })).id,
      (await makePerson({ roles: ['auditor'] })).id,
      await joinBid(bid.id, { answer: 'declined' }),
    ];
    for (const as of others) expect((await visit(address(), { as })).status).toBe(404);
    expect((await visit(paths.bid('zzzz-zzzz'), { as: editor })).status).toBe(404);
    expect((await visit(address())).location).toContain(paths.signIn());
  });
});

describe('what a bid says of where it stands', () => {
  test('a submitted one shows its receipt and can be replaced until closing', async () => {
    const sent = await makeBid({ question });
    const page = await visit(paths.bid(sent.reference), { as: sent.leadId });
    expect(page.text).toContain('Submission 1 was recorded on');
    expect(page.text).toContain('You can replace it until closing');
    expect(page.text).toContain('Check and submit again');
    const hrefs = page.links.map(({ href }) => href);
    expect(hrefs).toContain(paths.withdrawBid(sent.reference));
    expect(hrefs).not.toContain(paths.discardBid(sent.reference));
  });

  test('closed: a draft was not submitted, a submission is sealed, neither can be sent now', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const late = await makeBid({ question: closed, submitted: false });
    const sent = await makeBid({ question: closed });
    const draft = await visit(paths.bid(late.reference), { as: late.leadId });
    expect(draft.text).toContain('Bids have closed and this one was not submitted');
    const sealed = await visit(paths.bid(sent.reference), { as: sent.leadId });
    expect(sealed.text).toContain('Yours is sealed until the openers open it');
    for (const page of [draft, sealed]) expect(page.text).not.toContain('Check and submit');
  });

  test('withdrawn with the question, and withdrawn by its lead', async () => {
    const gone = await makeQuestion({ state: 'withdrawn' });
    const one = await makeBid({ question: gone });
    expect((await visit(paths.bid(one.reference), { as: one.leadId })).text).toContain(
      'no bid will be opened',
    );
    const own = await makeBid({ question, submitted: false });
    await database.db.bid.update({ where: { id: own.id }, data: { withdrawnAt: new Date() } });
    const page = await visit(paths.bid(own.reference), { as: own.leadId });
    expect(page.text).toContain('You withdrew this bid. You can submit it again until closing');
  });

  test('an excluded one gives the reason word for word, as text', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const out = await makeBid({ question: closed });
    await openQuestion(closed);
    const reason = 'No ethics approval <script>alert(1)</script>';
    await database.db.bid.update({
      where: { id: out.id },
      data: { excludedAt: new Date(), excludedReason: reason },
    });
    const page = await visit(paths.bid(out.reference), { as: out.leadId });
    expect(page.text).toContain(`The panel excluded this bid: ${reason}`);
    expect(page.html).not.toContain('<script>alert');
  });

  test('nobody learns from state or list that they lost before they are told', async () => {
    const { first, second } = await makeAward({ state: 'decided' });
    for (const { reference, leadId } of [first, second]) {
      expect((await visit(paths.bids(), { as: leadId })).rows[0]?.[3]).toBe('In evaluation');
      const page = await visit(paths.bid(reference), { as: leadId });
      expect(page.text).toContain('In evaluation');
      expect(page.text).not.toContain('How this bid was assessed');
    }
  });

  test('after the notice it is awarded or not, and leads to its assessment', async () => {
    const { first, second } = await makeAward({ state: 'standstill' });
    for (const [{ reference, leadId }, state] of [
      [first, 'Awarded'],
      [second, 'Not awarded'],
    ] as const) {
      const page = await visit(paths.bid(reference), { as: leadId });
      expect(page.text).toContain(state);
      expect(page.links).toContainEqual({
        text: 'How this bid was assessed',
        href: paths.bidSummary(reference),
      });
      expect((await visit(paths.bids(), { as: leadId })).rows[0]?.[3]).toBe(state);
    }
  });
});

describe('an invitation', () => {
  const address = () => paths.bidInvitation(bid.reference);

  test('says who asks, for what part and until when, and nothing of the bid', async () => {
    const page = await visit(address(), { as: asked });
    expect(page.heading).toMatch(/asks you to join a bid$/);
    expect(page.text).toContain('an editor, who reads and writes the bid');
    expect(page.buttons).toEqual(['Join the bid', 'Decline']);
    expect(page.html).not.toContain('harbour');
    expect(page.text).not.toContain('£61,000');
  });

  test('is not there for those who are in, have declined, or were never asked', async () => {
    for (const as of [bid.leadId, editor, question.asking.authorId, (await makeExpert()).id])
      expect((await visit(address(), { as })).status).toBe(404);
    const declined = await joinBid(bid.id, { answer: 'declined' });
    expect((await visit(address(), { as: declined })).status).toBe(404);
    expect((await send(address(), { answer: 'accept' }, { as: declined })).status).toBe(404);
  });

  test('neither button pressed is said on the page', async () => {
    for (const fields of [{}, { answer: 'perhaps' }]) {
      const page = await send(address(), fields, { as: asked });
      expect(page.status).toBe(422);
      expect(page.errors).toEqual(['Choose whether to join']);
    }
  });

  test('joining opens the bid and is recorded; the invitation is gone', async () => {
    const personId = await joinBid(bid.id, { answer: 'asked', role: 'partner' });
    const sent = await send(address(), { answer: 'accept' }, { as: personId });
    expect([sent.location, sent.banner]).toEqual([paths.bid(bid.reference), 'You have joined the bid.']);
    expect((await visit(paths.bid(bid.reference), { as: personId })).status).toBe(200);
    expect((await send(address(), { answer: 'decline' }, { as: personId })).status).toBe(404);
    expect(
      await database.db.fact.count({ where: { name: 'BidInvitationWasAccepted', nounId: bid.id } }),
    ).toBe(1);
  });

  test('declining keeps the bid closed to them', async () => {
    const personId = await joinBid(bid.id, { answer: 'asked' });
    const sent = await send(address(), { answer: 'decline' }, { as: personId });
    expect([sent.location, sent.banner]).toEqual([paths.bids(), 'You have declined.']);
    expect((await visit(paths.bid(bid.reference), { as: personId })).status).toBe(404);
    expect((await visit(paths.bids(), { as: personId })).rows).toEqual([]);
  });

  test('somebody who joined the panel since can decline only', async () => {
    const other = await makeQuestion();
    const theirs = await makeBid({ question: other, submitted: false });
    const panel = await makePanel(other);
    const { id } = panel.evaluators[0];
    await joinBid(theirs.id, { personId: id, answer: 'asked' });
    const path = paths.bidInvitation(theirs.reference);
    expect((await send(path, { answer: 'accept' }, { as: id })).status).toBe(403);
    expect((await send(path, { answer: 'decline' }, { as: id })).status).toBe(303);
  });

  test('after closing one can only decline, and a late yes says how late it was', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const sealed = await makeBid({ question: closed });
    const late = await joinBid(sealed.id, { answer: 'asked' });
    const path = paths.bidInvitation(sealed.reference);
    expect((await visit(path, { as: late })).buttons).toEqual(['Decline']);
    const page = await send(path, { answer: 'accept' }, { as: late });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toMatch(/late: bids for this question closed on .*You did not join\.$/);
  });
});
