import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, showDate, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let work: string;
let lead: string;
let author: string;
let auditor: string;
let stranger: string;
const HOSTILE = 'It <script>alert(1)</script> & “more”.';

const day = (name: string, ahead: number) => {
  const date = addDays(ukDay(made.award.decidedAt), ahead);
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
};
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));
const referenceOf = async (id: string) =>
  (await store.db.person.findUniqueOrThrow({ where: { id } })).reference;

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    contractTerms: { publication: 'afterReview', reviewDays: 28 },
  });
  lead = made.first.leadId;
  author = made.panel.author.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  stranger = (await makePerson({ expert: true })).id;
  const sent = await send(
    paths.deliver(made.award.reference, 1),
    { title: 'Final report', summary: 'What we found.', limits: '' },
    { as: lead },
  );
  work = (sent.location ?? '').split('/').at(-1) ?? '';
});

describe('asking reviewers', () => {
  const page = () => paths.openReviewRound(work);
  const asks = async (people: string[], ahead = 5) => ({
    reviewers: await Promise.all(people.map(referenceOf)),
    ...day('dueOn', ahead),
  });

  test('is for those who run the award; the winner reads the work but asks nobody', async () => {
    const { owner, budgetHolder, evaluators } = made.panel;
    expect(await statuses(page(), [author, owner.id])).toEqual([200, 200]);
    expect(await statuses(page(), [lead, budgetHolder.id, evaluators[0].id, auditor])).toEqual([
      403, 403, 403, 403,
    ]);
    expect(await statuses(page(), [made.second.leadId, stranger])).toEqual([404, 404]);
    const fields = await asks([evaluators[0].id]);
    const tries = [lead, evaluators[0].id, auditor, made.second.leadId, stranger];
    const sent = await Promise.all(tries.map((as) => send(page(), fields, { as })));
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404]);
    expect(await store.db.reviewRound.count()).toBe(0);
  });

  test('offers the panel and the team, without the winner and without those behind a wall', async () => {
    const [first, walled] = made.panel.evaluators;
    await makeWall(made.question.id, walled.id, made.first.id);
    const { $ } = await visit(page(), { as: author });
    const offered = $('main input[name=reviewers]')
      .toArray()
      .map((node) => node.attribs['value']);
    expect(offered).toContain(await referenceOf(first.id));
    for (const id of [walled.id, lead, stranger]) expect(offered).not.toContain(await referenceOf(id));
    for (const id of [walled.id, lead, stranger]) {
      const wrong = await send(page(), await asks([first.id, id]), { as: author });
      expect([wrong.status, wrong.messageBeside('reviewers')]).toEqual([
        422,
        'Choose from 1 to 10 of these people',
      ]);
    }
  });

  test('keeps who was chosen when the day is missing or past', async () => {
    const [first] = made.panel.evaluators;
    const chosen = await referenceOf(first.id);
    const bare = await send(page(), { reviewers: chosen }, { as: author });
    expect([bare.status, bare.messageBeside('dueOn'), bare.lostErrors]).toEqual([422, 'Enter by when', []]);
    const past = await send(page(), await asks([first.id], -1), { as: author });
    expect(past.messageBeside('dueOn')).toBe('Enter today or a later day');
    expect(past.fields['reviewers']).toEqual([chosen]);
  });

  test('twice at once it is one round, and while it runs there is no other', async () => {
    const [first] = made.panel.evaluators;
    const fields = await asks([first.id]);
    const both = await Promise.all([author, made.panel.owner.id].map((as) => send(page(), fields, { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await store.db.reviewRound.count()).toBe(1);
    expect(await statuses(page(), [author])).toEqual([403]);
  });
});

describe('the named reviewer', () => {
  const page = () => paths.reviewDeliverable(work);

  test('reviews, and nobody else while the round waits', async () => {
    const [first] = made.panel.evaluators;
    const others = [author, made.panel.moderator.id, lead, auditor];
    expect(await statuses(page(), [first.id, ...others])).toEqual([200, 403, 403, 403, 403]);
    expect(await statuses(page(), [made.second.leadId, stranger])).toEqual([404, 404]);
    const wordless = await send(page(), { note: '', decision: 'accept' }, { as: first.id });
    expect([wordless.status, wordless.messageBeside('note')]).toEqual([422, 'Write your review']);
    expect(wordless.fields['decision']).toBe('accept');
    const review = { note: HOSTILE, decision: 'accept' };
    const both = await Promise.all([1, 2].map(() => send(page(), review, { as: first.id })));
    expect(both.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1);
    const { text, html } = await visit(paths.deliverable(work), { as: author });
    expect(text).toContain(HOSTILE);
    expect(html).not.toContain('<script>alert');
  });
});

describe('the publication clock', () => {
  const page = () => paths.publication(work);
  const hold = (over: object = {}) => ({
    ...{ reason: 'quality', words: HOSTILE },
    ...day('endsOn', 100),
    ...over,
  });

  test('does not run before sign-off', async () => {
    expect(await statuses(page(), [author, lead])).toEqual([404, 404]);
    expect((await send(page(), hold(), { as: author })).status).toBe(404);
    const signed = await send(paths.acceptDeliverable(work), {}, { as: made.panel.owner.id });
    expect(signed.status).toBe(303);
  });

  test('is read by both sides and nobody else; the team alone holds', async () => {
    const readers = [author, lead, made.panel.budgetHolder.id, made.panel.evaluators[0].id, auditor];
    expect(await statuses(page(), readers)).toEqual([200, 200, 200, 200, 200]);
    const others = [made.second.leadId, stranger, made.panel.evaluators[1].id];
    expect(await statuses(page(), others)).toEqual([404, 404, 404]);
    expect((await visit(paths.publication(newReference()), { as: author })).status).toBe(404);
    const buttons = await Promise.all(readers.map(async (as) => (await visit(page(), { as })).buttons));
    expect(buttons).toEqual([['Hold it'], [], [], [], []]);
    const sent = await Promise.all(
      [...readers.slice(1), ...others].map((as) => send(page(), hold(), { as })),
    );
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404, 404, 404]);
    expect(await store.db.publicationHold.count()).toBe(0);
  });

  test.each<[string, () => object, string, string]>([
    ['without a reason', () => ({ reason: '' }), 'reason', 'Choose the reason'],
    ['for a made-up reason', () => ({ reason: 'mood' }), 'reason', 'Choose the reason'],
    ['without words', () => ({ words: ' ' }), 'words', 'Say why, for both sides'],
    ['until today', () => day('endsOn', 0), 'endsOn', 'Enter a day after today, within a year'],
    ['for more than a year', () => day('endsOn', 367), 'endsOn', 'Enter a day after today, within a year'],
  ])('a hold %s is refused beside its field', async (_, over, field, message) => {
    const refused = await send(page(), hold(over()), { as: author });
    expect([refused.status, refused.errors, refused.lostErrors]).toEqual([422, [message], []]);
    expect(refused.messageBeside(field)).toBe(message);
    expect(await store.db.publicationHold.count()).toBe(0);
  });

  test('is held once, by whom and why for both sides; lifted once, and the hold stays readable', async () => {
    const both = await Promise.all([author, made.panel.owner.id].map((as) => send(page(), hold(), { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const held = await visit(page(), { as: lead });
    expect(held.text).toContain(`Held until${showDate(addDays(ukDay(made.award.decidedAt), 100))}`);
    expect(held.text).toContain(HOSTILE);
    expect(held.buttons).toEqual([]);
    expect((await send(page(), {}, { as: lead })).status).toBe(403);
    expect((await visit(page(), { as: author })).buttons).toEqual(['Lift the hold']);
    const lifts = await Promise.all([1, 2].map(() => send(page(), {}, { as: author })));
    expect(lifts.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { text, buttons } = await visit(page(), { as: lead });
    expect(text).not.toContain('Held until');
    expect(text).toMatch(/Hold: Quality.*Lifted on/);
    expect(buttons).toEqual([]);
  });

  test('is over when the work is released: whoever knows the question reads it, but not its reviews or holds', async () => {
    expect(await statuses(paths.deliverable(work), [stranger])).toEqual([404]);
    await moveClock('85 days');
    await recordDueFacts();
    expect((await visit(page(), { as: author })).buttons).toEqual([]);
    expect((await send(page(), hold(day('endsOn', 120)), { as: author })).status).toBe(422);
    const read = await visit(paths.deliverable(work), { as: stranger });
    expect([read.status, read.text.includes('What we found.')]).toEqual([200, true]);
    expect(read.html).not.toMatch(/alert|Review round|Quality/);
    expect(await statuses(page(), [stranger, made.second.leadId])).toEqual([404, 404]);
  });
});

describe('lessons', () => {
  const lesson = 'Ask for the data before the contract.';
  const shown = async (as: string) => (await visit(paths.lessons(), { as })).text.includes(lesson);

  test('are for those who commission; empty, the page says who writes them', async () => {
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    expect(await statuses(paths.lessons(), [author, auditor, coordinator])).toEqual([200, 200, 200]);
    expect(await statuses(paths.lessons(), [lead, stranger])).toEqual([403, 403]);
    expect((await visit(paths.lessons(), { as: author })).text).toContain('No lesson is written down yet');
    for (const before of ['', 'yesterday', '2026-13-45T00:00:00Z'])
      expect((await visit(`${paths.lessons()}?before=${before}`, { as: author })).status).toBe(200);
  });

  test('are read by other teams too once the award is closed, but not behind a wall', async () => {
    const { award, question } = made;
    await store.db.awardClosing.create({
      data: { awardId: award.id, worked: '', didNot: '', nextTime: `${lesson} ${HOSTILE}`, open: [] },
    });
    expect(await shown(author)).toBe(false);
    await store.db.award.update({ where: { id: award.id }, data: { closedAt: award.decidedAt } });
    const elsewhere = (await makeAward({ state: 'decided' })).panel.author.id;
    expect([await shown(author), await shown(elsewhere)]).toEqual([true, true]);
    const { html, text } = await visit(paths.lessons(), { as: elsewhere });
    expect(html).not.toContain('<script>alert');
    expect(text).not.toMatch(/What worked|What did not/);
    await makeWall(question.id, elsewhere);
    expect(await shown(elsewhere)).toBe(false);
  });
});
