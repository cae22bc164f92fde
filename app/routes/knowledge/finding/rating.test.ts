import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let priority: { id: string; reference: string; name: string };
let reference: string;
let id: string;

beforeAll(async () => {
  who = await makeReaders();
  priority = await makePriority({ name: 'Close the ports' });
});
beforeEach(async () => {
  ({ id, reference } = await makeFinding({ released: true }));
});

const whole = () => ({
  priority: priority.reference,
  value: '4',
  certainty: '2',
  reason: 'It shows where to look',
});
const rate = (as: string | undefined, change: Record<string, string | undefined> = {}) =>
  send(paths.finding(reference), { ...whole(), ...change }, { as });
const page = (as?: string) => visit(paths.finding(reference), { as });
const people = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, place) => makePerson({ expert: true, name: `Rater ${place}` })),
  );

describe('rating a finding for a priority', () => {
  test('is kept with its reason, and shown to members with the name', async () => {
    const sent = await rate(who.member);
    expect(sent.location).toBe(`${paths.finding(reference)}#ratings`);
    expect(sent.banner).toBe('Your rating is recorded');
    const other = await page(who.coordinator);
    expect(other.text).toContain('4 Shapes an option, Mel Member');
    expect(other.text).toContain('It shows where to look');
    expect(other.text).toContain('Too few ratings to give a number: 1 of the 3 needed.');
  });

  test('the public is not told of few ratings, of no name and of no reason', async () => {
    await rate(who.member);
    const shown = await page();
    expect(shown.text).toContain('There are too few ratings to show.');
    expect(shown.html).not.toContain('Mel Member');
    expect(shown.html).not.toContain('It shows where to look');
  });

  test('from three on there is a mean, never without its spread; the public gets no names', async () => {
    for (const person of await people(3)) await rate(person.id, { value: '5' });
    for (const as of [who.member, undefined]) {
      const shown = await page(as);
      expect(shown.text).toMatch(/\d\.\d of 5 from 3 ratings, drawn towards the general mean/);
      expect(shown.$('svg, table').length).toBeGreaterThan(0);
    }
    expect((await page()).html).not.toMatch(/Rater \d|It shows where to look/);
    expect((await page(who.member)).html).toMatch(/Rater \d/);
  });

  test('again by the same person changes it and keeps what it was', async () => {
    await rate(who.member);
    await rate(who.member, { value: '2', reason: 'On second thoughts' });
    const rows = await database.db.rating.findMany({ where: { findingId: id } });
    expect(rows).toMatchObject([{ value: 2, reason: 'On second thoughts', revision: 2 }]);
    const before = await database.db.ratingHistory.findMany({ where: { ratingId: rows[0]?.id ?? '' } });
    expect(before).toMatchObject([{ value: 4, reason: 'It shows where to look' }]);
  });

  test('the form opens with one’s own rating when the address names its priority', async () => {
    await rate(who.member, { interest: 'on' });
    const shown = await visit(paths.rateFinding(reference, priority.reference).split('#')[0] ?? '', {
      as: who.member,
    });
    expect(shown.fields).toMatchObject({
      priority: priority.reference,
      value: '4',
      certainty: '2',
      reason: 'It shows where to look',
      interest: ['on'],
    });
  });

  test('“cannot judge” needs no reason and is not counted', async () => {
    const sent = await rate(who.member, { value: 'cannotJudge', reason: '' });
    expect(sent.status).toBe(303);
    expect((await page(who.coordinator)).text).toContain('Not counted: 1 cannot judge');
  });

  test('an interest is shown and not counted', async () => {
    const sent = await rate(who.member, { interest: 'on' });
    expect(sent.banner).toContain('not counted');
    const { text } = await page(who.coordinator);
    expect(text).toContain('has an interest, not counted');
    expect(text).toContain('Not counted: 1 with a declared interest');
  });

  test('whoever wrote it, or asked for it, has an interest whether or not they say so', async () => {
    const question = await makeQuestion({ state: 'answered' });
    const own = await makeFinding({
      questionId: question.id,
      authors: [{ name: 'Mel Member', personId: who.member }],
    });
    for (const as of [who.member, question.asking.authorId])
      expect((await send(paths.finding(own.reference), whole(), { as })).banner).toContain('not counted');
    const rows = await database.db.rating.findMany({ where: { findingId: own.id } });
    expect(rows.map(({ interestDeclared }) => interestDeclared)).toEqual([true, true]);
  });
});

describe('what is wrong with a rating', () => {
  test.each([
    ['no priority', { priority: '' }, 'priority', 'Choose a priority'],
    ['a priority that is none', { priority: 'H7K4-QXM2' }, 'priority', 'reference'],
    ['no value', { value: undefined }, 'value', 'Choose how much it matters, or cannot judge'],
    ['a value off the scale', { value: '6' }, 'value', 'Choose how much it matters, or cannot judge'],
    ['no certainty', { certainty: undefined }, 'certainty', 'Choose how certain you are'],
    ['a certainty off the scale', { certainty: '9' }, 'certainty', 'Choose how certain you are'],
    ['a value without a reason', { reason: ' ' }, 'reason', 'Say in a sentence why'],
    ['far too long a reason', { reason: 'r'.repeat(10_000) }, 'reason', 'Use 1,000 characters or fewer'],
  ])('%s is said beside the field and the rest is kept', async (_name, change, field, message) => {
    const shown = await rate(who.member, change);
    expect(shown.status).toBe(422);
    expect(shown.messageBeside(field)).toContain(message);
    expect(shown.errors).toHaveLength(1);
    if (!('reason' in change)) expect(shown.fields['reason']).toBe('It shows where to look');
    else expect(shown.fields['reason']).toBe(change.reason);
    if (!('value' in change)) expect(shown.fields['value']).toBe('4');
    expect(await database.db.rating.count({ where: { findingId: id } })).toBe(0);
  });

  test('a priority that is out of use is refused in words', async () => {
    const old = await makePriority({ name: 'Old aim' });
    await database.db.priority.update({ where: { id: old.id }, data: { retiredAt: new Date() } });
    const shown = await rate(who.member, { priority: old.reference });
    expect(shown.messageBeside('priority')).toContain('no longer in use');
  });

  test('hostile reasons are kept as words', async () => {
    await rate(who.member, { reason: HOSTILE });
    const shown = await page(who.coordinator);
    expect(shown.text).toContain('<script>alert(1)</script>');
    expect(shown.$('main script').length).toBe(0);
  });
});

describe('who rates', () => {
  test('not the public, nor those who only read', async () => {
    for (const as of [who.unverified, who.auditor, who.committee]) {
      const shown = await rate(as);
      expect(shown.status).toBe(403);
      expect(shown.text).toContain('Only verified members of the network can do this.');
    }
    expect((await rate(undefined)).location).toContain(paths.signIn());
    expect(await database.db.rating.count({ where: { findingId: id } })).toBe(0);
  });

  test.each(['superseded', 'retracted', 'submitted'] as const)('nobody rates what is %s', async (state) => {
    const own = await makeFinding({ state, submittedById: who.member });
    const shown = await send(paths.finding(own.reference), whole(), { as: who.member });
    expect(shown.status).toBe(403);
    expect((await visit(paths.finding(own.reference), { as: who.member })).buttons).not.toContain('Rate');
  });

  test('what one may not know of cannot be rated', async () => {
    const hidden = await makeFinding({ state: 'draft' });
    expect((await send(paths.finding(hidden.reference), whole(), { as: who.member })).status).toBe(404);
  });
});

describe('a rating of an earlier version', () => {
  const renew = async () => {
    await database.db.findingVersion.create({
      data: {
        ...{
          id: crypto.randomUUID(),
          findingId: id,
          number: 2,
          title: 'Second words',
          createdAt: new Date(),
        },
        ...{ submittedAt: new Date(), publishedAt: new Date() },
      },
    });
    await database.db.finding.update({ where: { id }, data: { currentNumber: 2 } });
  };
  const reaffirm = (as: string | undefined) =>
    send(paths.reaffirmRating(reference, priority.reference), {}, { as });

  test('is not counted until its rater says that it still holds', async () => {
    await rate(who.member);
    await renew();
    const stale = await page(who.member);
    expect(stale.text).toContain('Made about an earlier version');
    expect(stale.text).toContain('0 of the 3 needed');
    expect(stale.buttons).toContain('It still holds');
    expect((await page(who.coordinator)).buttons).not.toContain('It still holds');
    const sent = await reaffirm(who.member);
    expect(sent.banner).toBe('Your rating stands for the finding as it is now');
    const shown = await page(who.member);
    expect(shown.text).toContain('1 of the 3 needed');
    expect(shown.buttons).not.toContain('It still holds');
  });

  test('nobody reaffirms what they never rated', async () => {
    const shown = await reaffirm(who.coordinator);
    expect([shown.status, shown.location]).toEqual([303, `${paths.finding(reference)}#ratings`]);
    expect(shown.banner).toBe('You have not rated this finding for that priority.');
    expect(await database.db.rating.count({ where: { findingId: id } })).toBe(0);
  });

  test('the address of the button leads a reader back to the finding', async () => {
    const opened = await visit(paths.reaffirmRating(reference, priority.reference), { as: who.member });
    expect([opened.status, opened.location]).toEqual([302, `${paths.finding(reference)}#ratings`]);
    for (const as of [who.auditor, who.unverified]) expect((await reaffirm(as)).status).toBe(403);
    expect((await reaffirm(undefined)).location).toContain(paths.signIn());
  });
});
