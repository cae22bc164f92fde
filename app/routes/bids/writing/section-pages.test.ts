import { beforeAll, describe, expect, test } from 'vitest';
import { readDraft } from '~/domain/bids/sealing/draft-vault.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  joinBid,
  makeBid,
  makeEmptyBid,
  makeExpert,
  openQuestion,
} from '../../../../tests/support/factories/bids';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
const HOSTILE = '<script>alert(1)</script> \'; DROP TABLE bid; -- 🦈 \u202Eevil\u202C "quoted" & <b>bold</b>';
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bid: Awaited<ReturnType<typeof makeEmptyBid>>;
let lead: string;
const address = (section: string) => paths.bidSection(bid.reference, section);

beforeAll(async () => {
  question = await makeQuestion({ closesInDays: 20 });
  bid = await makeEmptyBid({ question });
  lead = bid.leadId;
});

const revision = async () =>
  String((await database.db.bid.findUniqueOrThrow({ where: { id: bid.id } })).revision);
const draft = async () =>
  readDraft(await database.db.bid.findUniqueOrThrow({ where: { id: bid.id } })).content;

/** Sends a section as its page would, on the revision that stands. */
async function save(section: string, fields: Record<string, string>, as = lead) {
  return send(address(section), { section, revision: await revision(), ...fields }, { as });
}

describe('a section in words', () => {
  test('asks for what the criterion asks, with its weight and limit', async () => {
    const page = await visit(address('criterion-2'), { as: lead });
    const [, second] = question.criteria;
    expect(page.heading).toBe(second?.name);
    expect(page.text).toContain(`This answer counts ${second?.weight}% of quality`);
    expect(page.text).toContain(`Write your answer on “${second?.name}”`);
    expect(page.$('[data-maxwords]').attr('data-maxwords')).toMatch(/^\d+$/);
    expect(page.buttons).toEqual(['Save and continue']);
    expect(page.text).toContain('UK time');
  });

  test('keeps to the letter what was typed, hostile or not, and shows it as text', async () => {
    const sent = await save('criterion-1', { text: HOSTILE });
    expect([sent.location, sent.banner]).toEqual([paths.bid(bid.reference), 'Saved.']);
    const page = await visit(address('criterion-1'), { as: lead });
    expect(page.fields['text']).toBe(HOSTILE);
    expect((await visit(paths.checkBid(bid.reference), { as: lead })).html).not.toContain('<script>alert(1)');
  });

  test('saves more words than the limit, and says by how many it is too long', async () => {
    const long = 'word '.repeat(260).trim();
    expect((await save('summary', { text: long })).status).toBe(303);
    const page = await visit(address('summary'), { as: lead });
    expect(page.fields['text']).toBe(long);
    expect(page.text).toContain('Shorten your summary by 10 words: the limit is 250 words');
  });

  test('too many characters to hold are refused beside the field and kept', async () => {
    const huge = 'x'.repeat(60_001);
    const page = await save('references', { text: huge });
    expect(page.status).toBe(422);
    expect(page.messageBeside('text')).toBe('Use 60,000 characters or fewer');
    expect(page.errors).toEqual(['Use 60,000 characters or fewer']);
    expect(page.fields['text']).toBe(huge);
    expect((await draft()).quality.references).toBe('');
  });

  test('emptying a section is allowed', async () => {
    await save('references', { text: 'Lindqvist (2024)' });
    await save('references', { text: '' });
    expect((await draft()).quality.references).toBe('');
  });

  test('one section never touches another', async () => {
    await save('summary', { text: 'Our summary' });
    await save('criterion-3', { text: 'Our third answer' });
    const { quality } = await draft();
    expect(quality.summary).toBe('Our summary');
    expect(quality.answers[question.criteria[2]?.id ?? '']).toBe('Our third answer');
  });
});

describe('a section of rows', () => {
  test('people: rows left empty go, and “add more rows” stays with a row to spare', async () => {
    const fields = {
      'people[0].name': '',
      'people[0].role': '',
      'people[0].narrative': '',
      'people[1].name': 'Rosa Lindqvist',
      'people[1].role': 'Lead',
      'people[1].narrative': 'I built the archive.',
      intent: 'more',
    };
    const sent = await save('people', fields);
    expect(sent.location).toBe(address('people'));
    const page = await visit(address('people'), { as: lead });
    expect(page.fields).toMatchObject({ 'people[0].name': 'Rosa Lindqvist', 'people[1].name': '' });
    expect(page.fields).not.toHaveProperty('people[2].name');
    expect(page.buttons).toContain('Save and add more rows');
  });

  test('a row half filled is kept, and what is missing is said', async () => {
    await save('people', {
      'people[0].name': 'Rosa Lindqvist',
      'people[0].role': '',
      'people[0].narrative': '',
    });
    const page = await visit(address('people'), { as: lead });
    expect(page.text).toContain('Give the name, part and narrative CV of Rosa Lindqvist');
    expect(page.fields['people[0].name']).toBe('Rosa Lindqvist');
  });

  test('milestones that do not make 100% are kept and said', async () => {
    const row = (n: number, title: string, weeks: string, share: string) => ({
      [`milestones[${n}].title`]: title,
      [`milestones[${n}].weeks`]: weeks,
      [`milestones[${n}].share`]: share,
    });
    await save('plan', {
      ...row(0, 'Protocol', '4', '20%'),
      ...row(1, 'Report', '24', '70'),
      ...row(2, '', '', ''),
    });
    const page = await visit(address('plan'), { as: lead });
    expect(page.text).toContain('Make the shares of the price add up to 100%: they make 90%');
    expect(page.fields).toMatchObject({ 'milestones[0].share': '20', 'milestones[1].weeks': '24' });
  });

  test.each([
    ['plan', 'milestones[0].weeks', 'soon', 'Enter a whole number of weeks from 1 to 520'],
    ['plan', 'milestones[0].weeks', '2.5', 'Enter a whole number of weeks from 1 to 520'],
    ['plan', 'milestones[0].share', '101', 'Enter a whole percentage from 0 to 100'],
    ['plan', 'milestones[0].share', '-1', 'Enter a whole percentage from 0 to 100'],
    ['plan', 'milestones[0].title', 'x'.repeat(201), 'Use 200 characters or fewer'],
    ['people', 'people[0].narrative', 'x'.repeat(20_001), 'Use 20,000 characters or fewer'],
    ['people', 'people[0].name', 'x'.repeat(201), 'Use 200 characters or fewer'],
    ['price', 'lines[0].dayRate', 'much', 'Enter an amount in pounds, like £120,000'],
    ['price', 'lines[0].days', '0', 'Enter a number of days, like 12 or 2.5'],
    ['price', 'lines[0].days', '1.005', 'Enter a number of days, like 12 or 2.5'],
    ['price', 'otherCosts[0].amount', '-5', 'Enter an amount in pounds, like £120,000'],
    ['price', 'overheads', '1e9', 'Enter an amount in pounds, like £120,000'],
    ['price', 'fullEconomicCost', '0', 'Enter a whole percentage from 1 to 100'],
    ['confidential', 'confidential[0].reason', 'x'.repeat(1001), 'Use 1,000 characters or fewer'],
  ])('%s: %s of “%.9s” is refused beside its field and kept', async (section, name, typed, message) => {
    const page = await save(section, { [name]: typed });
    expect(page.status).toBe(422);
    expect(page.messageBeside(name)).toBe(message);
    expect(page.errors).toEqual([message]);
    expect(page.fields[name]).toBe(typed);
    expect(page.lostErrors).toEqual([]);
  });

  test('a price is read as typed and shown in pounds', async () => {
    const fields = {
      'lines[0].role': 'Fellow',
      'lines[0].dayRate': '£450.50',
      'lines[0].days': '2.5',
      'otherCosts[0].title': 'Travel',
      'otherCosts[0].amount': '1,000',
      overheads: '200',
      fullEconomicCost: '80%',
    };
    expect((await save('price', fields)).status).toBe(303);
    expect((await draft()).price).toEqual({
      lines: [{ role: 'Fellow', dayRate: 45_050, days: 2.5 }],
      otherCosts: [{ title: 'Travel', amount: 100_000 }],
      overheads: 20_000,
      fullEconomicCost: 80,
    });
    const page = await visit(address('price'), { as: lead });
    expect(page.fields).toMatchObject({
      'lines[0].dayRate': '450.50',
      'otherCosts[0].amount': '1,000',
      fullEconomicCost: '80',
    });
    const aside = (await visit(paths.bid(bid.reference), { as: lead })).$('aside').text();
    expect(aside).toContain('£2,326.25');
  });

  test('a confidential part keeps reason and date even while its section is not chosen', async () => {
    const fields = {
      'confidential[0].section': '',
      'confidential[0].reason': 'Our method is not published yet',
      'confidential[0].until.day': '31',
      'confidential[0].until.month': '1',
      'confidential[0].until.year': '2028',
    };
    expect((await save('confidential', fields)).status).toBe(303);
    const page = await visit(address('confidential'), { as: lead });
    expect(page.fields).toMatchObject({ ...fields, 'confidential[1].reason': '' });
    expect(page.text).toContain('Say which part is confidential, why, and until when');
    const whole = await save('confidential', { ...fields, 'confidential[0].section': 'price' });
    expect(whole.status).toBe(303);
    const check = await visit(paths.checkBid(bid.reference), { as: lead });
    expect(check.text).toContain('Price, until 31 January 2028: Our method is not published yet');
  });

  test('a date that is none is refused', async () => {
    const fields = {
      'confidential[0].section': 'price',
      'confidential[0].reason': 'Rates',
      'confidential[0].until.day': '31',
      'confidential[0].until.month': '2',
      'confidential[0].until.year': '2028',
    };
    const page = await save('confidential', fields);
    expect(page.errors).toEqual(['Enter a real date, like 21 11 2026']);
    expect(page.fields).toMatchObject(fields);
  });

  test('other bids by the same people are declared with their account', async () => {
    await save('declaration', { otherBids: 'some', text: 'Rosa stands in the bid of Kelp.' });
    const page = await visit(address('declaration'), { as: lead });
    expect(page.fields).toMatchObject({ otherBids: 'some', text: 'Rosa stands in the bid of Kelp.' });
    await save('declaration', { otherBids: 'none', text: '' });
    const check = await visit(paths.checkBid(bid.reference), { as: lead });
    expect(check.text).toContain('Nobody named in this bid stands in another bid for this question.');
  });

  test('more rows than anybody needs are refused in words', async () => {
    const rows = Object.fromEntries(
      Array.from({ length: 41 }, (_, n) => [`people[${n}].name`, `Person ${n}`]),
    );
    const page = await save('people', rows);
    expect([page.status, page.errors]).toEqual([422, ['Use 40 rows or fewer']]);
    expect(page.fields['people[40].name']).toBe('Person 40');
  });
});

describe('who writes', () => {
  test('an editor writes too, and the bid says who saved last', async () => {
    const editor = await joinBid(bid.id, { personId: (await makeExpert({ name: 'Edda Writes' })).id });
    expect((await save('summary', { text: 'By Edda' }, editor)).status).toBe(303);
    expect((await visit(paths.bid(bid.reference), { as: lead })).$('aside').text()).toContain(
      'by Edda Writes',
    );
  });

  test('a partner reads the section and cannot save it', async () => {
    await save('summary', { text: 'For reading' });
    const partner = await joinBid(bid.id, { role: 'partner' });
    const page = await visit(address('summary'), { as: partner });
    expect(page.text).toContain('For reading');
    expect([page.buttons, page.fields]).toEqual([[], {}]);
    expect((await save('summary', { text: 'By a partner' }, partner)).status).toBe(403);
    expect((await draft()).quality.summary).toBe('For reading');
  });

  test('nobody else can know of a section; nobody of one that is not there', async () => {
    for (const as of [
      question.asking.authorId,
      (await makeExpert()).id,
      await joinBid(bid.id, { answer: 'asked' }),
    ]) {
      expect((await visit(address('summary'), { as })).status).toBe(404);
      expect((await save('summary', { text: 'x' }, as)).status).toBe(404);
    }
    for (const section of ['criterion-99', 'prices', '__proto__', 'summary%20', 'x'.repeat(50)])
      expect((await visit(address(section), { as: lead })).status).toBe(404);
    expect((await visit(address('summary'))).location).toContain(paths.signIn());
    expect((await send(address('summary'), { text: 'x' })).location).toContain(paths.signIn());
  });

  test('once bids are opened a submitted bid is for reading', async () => {
    const closed = await makeQuestion({ state: 'closed' });
    const sent = await makeBid({ question: closed, mark: 'anchor' });
    await openQuestion(closed);
    const path = paths.bidSection(sent.reference, 'summary');
    const page = await visit(path, { as: sent.leadId });
    expect(page.text).toContain('anchor');
    expect(page.fields).toEqual({});
    const late = await send(path, { section: 'summary', revision: '1', text: 'Later' }, { as: sent.leadId });
    expect(late.status).toBe(422);
    expect(late.errors).toEqual([
      'Bids for this question have been opened, so yours cannot change any more.',
    ]);
  });
});

describe('saving while writing', () => {
  const autosave = async (fields: Record<string, string>, as = lead) => {
    const answer = await send(paths.bidAutosave(bid.reference), { intent: 'autosave', ...fields }, { as });
    return { ...answer, body: answer.status === 200 ? (JSON.parse(answer.html) as unknown) : null };
  };

  test('answers with the revision that the page now stands on, and records no fact', async () => {
    const facts = await database.db.fact.count({ where: { nounId: bid.id } });
    const before = Number(await revision());
    const { body } = await autosave({ section: 'summary', revision: String(before), text: 'Typed so far' });
    expect(body).toEqual({ saved: true, stale: false, revision: before + 1 });
    expect((await draft()).quality.summary).toBe('Typed so far');
    expect(await database.db.fact.count({ where: { nounId: bid.id } })).toBe(facts);
  });

  test('the same text again changes nothing', async () => {
    const before = Number(await revision());
    const { body } = await autosave({ section: 'summary', revision: String(before), text: 'Typed so far' });
    expect(body).toEqual({ saved: true, stale: false, revision: before });
  });

  test('says when it could not save, and touches nothing', async () => {
    const before = await draft();
    const unreadable: Record<string, string>[] = [
      { section: 'plan', revision: '1', 'milestones[0].weeks': 'soon' },
      { section: 'nowhere', revision: '1' },
      { section: 'summary', revision: 'latest', text: 'x' },
    ];
    for (const fields of unreadable)
      expect((await autosave(fields)).body).toEqual({ saved: false, stale: false, revision: null });
    expect(await draft()).toEqual(before);
  });

  test('is no page, and not for those who do not write', async () => {
    const fields = { section: 'summary', revision: await revision(), text: 'x' };
    expect((await visit(paths.bidAutosave(bid.reference), { as: lead })).status).toBe(404);
    const partner = await joinBid(bid.id, { role: 'partner' });
    expect((await autosave(fields, partner)).status).toBe(403);
    expect((await autosave(fields, question.asking.ownerId)).status).toBe(404);
  });
});
