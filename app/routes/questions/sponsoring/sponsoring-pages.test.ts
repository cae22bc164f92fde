import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { makeSponsorship } from '../../../../tests/support/factories/sponsorships';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;
const TITLE = 'Which dockside insiders open refrigerated containers?';
let asking: AskingTeam;
let joining: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let asked: Made;

beforeAll(async () => {
  [asking, joining, outsiders] = await Promise.all([makeAskingTeam(), makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(joining.teamId, ['observer'])).id;
  asked = await makeQuestion({ asking, title: TITLE });
});

const draftOf = (team: AskingTeam, title = TITLE) => makeQuestion({ asking: team, state: 'draft', title });
const day = { 'neededBy.day': '31', 'neededBy.month': '3', 'neededBy.year': '2027' };
const said = (over: Record<string, string> = {}) => ({
  ...{ neededFor: 'The vetting review', context: 'Our ports are smaller.' },
  ...day,
  ...over,
});
const join = (draft: { reference: string }, other = asked, over = {}, as = joining.authorId) =>
  send(paths.joinQuestion(draft.reference, other.reference), said(over), { as });
const page = (question: { reference: string }, as?: string) =>
  visit(paths.question(question.reference), { as });
const sponsorshipOf = (draft: { id: string }) =>
  database.db.sponsorship.findFirstOrThrow({
    where: { draftId: draft.id },
    orderBy: { requestedAt: 'desc' },
  });

test('a team about to post a duplicate joins the other team’s question, and both pages say so', async () => {
  const draft = await draftOf(joining);
  const near = await visit(paths.alreadyAsked(draft.reference), { as: joining.authorId });
  expect(near.links.map(({ href }) => href)).toContain(paths.joinQuestion(draft.reference, asked.reference));
  expect(await deadLinks(near, { as: joining.authorId })).toEqual([]);

  const sent = await join(draft);
  expect([sent.location, sent.banner]).toEqual([
    paths.question(draft.reference),
    'The other team is asked. Your draft is set aside meanwhile.',
  ]);
  const { reference } = await sponsorshipOf(draft);
  const aside = await page(draft, joining.authorId);
  expect(aside.text).toContain(
    `This draft is set aside. Your team asked to join ${TITLE} (Waiting for an answer)`,
  );
  expect((await visit(paths.questionDraft(draft.reference), { as: joining.authorId })).location).toBe(
    paths.question(draft.reference),
  );
  expect(await toldOf('SponsorshipWasRequested', asked.id)).toMatchObject({
    people: [asking.authorId, asking.ownerId].sort(),
    paths: [paths.sponsorship(reference)],
  });
  expect((await page(asked, outsiders.expert)).text).not.toContain('vetting review');
  expect((await page(asked, asking.budgetHolderId)).text).toContain('asked to join');
  expect((await page(asked, asking.ownerId)).text).toContain('asks to join: answer');

  const answered = await send(paths.sponsorship(reference), { answer: 'accept' }, { as: asking.ownerId });
  expect(answered.location).toBe(paths.question(asked.reference));
  for (const as of [outsiders.expert, outsiders.member, joining.authorId])
    expect((await page(asked, as)).text).toContain('The vetting review, by 31 March 2027');
  expect((await toldOf('SponsorshipWasAccepted', asked.id)).people).toEqual(
    [joining.authorId, joining.ownerId].sort(),
  );
  expect((await page(draft, joining.authorId)).text).toContain('(Sponsor)');
  expect((await visit(paths.reopenDraft(draft.reference), { as: joining.authorId })).status).toBe(403);

  await send(paths.newAddendum(asked.reference), { text: 'Port twelve too.' }, { as: asking.authorId });
  expect((await toldOf('AddendumWasPublished', asked.id)).people).toContain(joining.ownerId);
  await send(paths.questionVisibility(asked.reference), { visibility: 'team' }, { as: asking.authorId });
  expect((await page(asked, outsiders.member)).status).toBe(404);
  expect((await page(asked, observer)).status).toBe(200);

  const left = await send(
    paths.leaveSponsorship(reference),
    { reason: 'Our minister decided.' },
    { as: joining.ownerId },
  );
  expect(left.banner).toBe('Your team is no longer a sponsor. The asking team is told.');
  expect((await page(asked, observer)).status).toBe(404);
  const record = await visit(paths.sponsorship(reference), { as: joining.ownerId });
  expect(record.text).toContain('Our minister decided.');
  expect(await deadLinks(record, { as: joining.ownerId })).toEqual([]);
  expect((await toldOf('SponsorHasLeft', asked.id)).people).toEqual([asking.authorId, asking.ownerId].sort());
  await send(paths.questionVisibility(asked.reference), { visibility: 'network' }, { as: asking.authorId });
});

describe('the answer of the asking team', () => {
  test('no needs a reason, which the other team reads; its draft comes back', async () => {
    const { reference, draft } = await makeSponsorship({ joining, questionId: asked.id });
    const bare = await send(paths.sponsorship(reference), { answer: 'decline' }, { as: asking.authorId });
    expect([bare.status, bare.messageBeside('reason')]).toEqual([422, 'Say why you decline']);
    const neither = await send(paths.sponsorship(reference), { reason: 'Kept' }, { as: asking.authorId });
    expect([neither.messageBeside('answer'), neither.fields['reason']]).toEqual([
      'Choose whether they join',
      'Kept',
    ]);
    const reason = '<b>Too</b> different';
    await send(paths.sponsorship(reference), { answer: 'decline', reason }, { as: asking.authorId });
    expect((await toldOf('SponsorshipWasDeclined', asked.id)).paths).toEqual([
      paths.question(draft.reference),
    ]);
    expect((await page(draft, joining.authorId)).text).toContain('(Declined)<b>Too</b> different');
    const again = await send(paths.sponsorship(reference), { answer: 'accept' }, { as: asking.authorId });
    expect(again.status).toBe(403);
    expect((await send(paths.reopenDraft(draft.reference), {}, { as: joining.authorId })).location).toBe(
      paths.questionDraft(draft.reference),
    );
    expect((await visit(paths.questionDraft(draft.reference), { as: joining.authorId })).status).toBe(200);
  });

  test('none in time lets it lapse, once told; the team can ask again', async () => {
    const lapsesAt = new Date(Date.now() - 1000);
    const { reference, draft, questionId } = await makeSponsorship({ joining, data: { lapsesAt } });
    expect(
      (await send(paths.sponsorship(reference), { answer: 'accept' }, { as: asking.authorId })).status,
    ).toBe(404);
    const owner = (await database.db.question.findUniqueOrThrow({ where: { id: questionId } })).authorId;
    expect((await send(paths.sponsorship(reference), { answer: 'accept' }, { as: owner })).status).toBe(403);
    expect((await page(draft, joining.authorId)).text).toContain('(Lapsed without an answer)');
    expect([await recordDueFacts(), await recordDueFacts()]).toEqual([1, 0]);
    expect((await toldOf('SponsorshipRequestHasLapsed', questionId)).people).toContain(joining.authorId);
    await send(paths.reopenDraft(draft.reference), {}, { as: joining.authorId });
    const question = await database.db.question.findUniqueOrThrow({ where: { id: questionId } });
    expect((await join(draft, question as Made)).status).toBe(303);
  });

  test('yes and no at once are one answer', async () => {
    const { reference } = await makeSponsorship({ joining, questionId: asked.id });
    const answers = await Promise.all([
      send(paths.sponsorship(reference), { answer: 'accept' }, { as: asking.ownerId }),
      send(paths.sponsorship(reference), { answer: 'decline', reason: 'No' }, { as: asking.authorId }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 303).length).toBe(1);
    await database.db.sponsorship.updateMany({
      where: { reference, endedAt: null },
      data: { endedAt: new Date(), ending: 'left', endedById: joining.ownerId, endedReason: 'Enough' },
    });
  });
});

describe('asking to join', () => {
  test('pressed twice at once, or for two drafts, it is asked once', async () => {
    const other = await makeQuestion({ title: TITLE });
    const [one, two] = [await draftOf(joining), await draftOf(joining)];
    const answers = await Promise.all([join(one, other), join(one, other), join(two, other)]);
    expect(answers.filter(({ status }) => status === 303).length).toBe(1);
    expect(await database.db.sponsorship.count({ where: { questionId: other.id } })).toBe(1);
  });

  test.each<[what: string, Record<string, string>, string, string]>([
    ['no purpose', { neededFor: ' ' }, 'neededFor', 'Say what your team needs the answer for'],
    ['no context', { context: '' }, 'context', 'Say what the other team should know of your case'],
    ['a very long context', { context: 'x'.repeat(2001) }, 'context', 'Use 2,000 characters or fewer'],
    [
      'a phone number',
      { context: 'Ring 020 7946 0000' },
      'context',
      'This looks as if it holds a phone number.',
    ],
    ['a day gone by', { 'neededBy.year': '2020' }, 'neededBy', 'Enter a day that has not passed'],
    ['no real day', { 'neededBy.month': '13' }, 'neededBy', 'Enter a real date, like 21 11 2026'],
  ])('with %s is refused beside the field, and what was typed stays', async (_what, over, field, message) => {
    const draft = await draftOf(joining);
    const sent = await join(draft, asked, over);
    expect(sent.status).toBe(422);
    expect(sent.messageBeside(field)).toContain(message);
    expect(sent.fields['neededFor']).toBe(over['neededFor'] ?? 'The vetting review');
  });

  test('is for authors of the draft, and only of what they may know', async () => {
    const draft = await draftOf(joining);
    const hidden = await makeQuestion({ asking, visibility: 'team', title: TITLE });
    const at = (as: string, other = asked) =>
      visit(paths.joinQuestion(draft.reference, other.reference), { as }).then(({ status }) => status);
    expect(await at(joining.authorId)).toBe(200);
    expect(await at(observer)).toBe(403);
    expect(await at(asking.authorId)).toBe(404);
    expect(await at(joining.authorId, hidden)).toBe(404);
    for (const as of [observer, joining.ownerId]) expect((await join(draft, asked, {}, as)).status).toBe(403);
    for (const as of [asking.authorId, outsiders.coordinator])
      expect((await join(draft, asked, {}, as)).status).toBe(404);
    expect((await join(draft, hidden)).status).toBe(404);
    expect((await join(draft, await makeQuestion({ asking: joining, title: TITLE }))).status).toBe(403);
    const near = await visit(paths.alreadyAsked(draft.reference), { as: joining.authorId });
    expect(near.links.map(({ href }) => href)).not.toContain(paths.question(hidden.reference));
  });
});

test('a request is between the two teams, and is taken back by reopening', async () => {
  const { reference, draft, questionId } = await makeSponsorship({ joining });
  for (const as of [outsiders.coordinator, outsiders.expert, asking.authorId])
    expect((await visit(paths.sponsorship(reference), { as })).status).toBe(404);
  expect((await visit(paths.sponsorship(reference), { as: observer })).status).toBe(200);
  const reopen = await visit(paths.reopenDraft(draft.reference), { as: joining.authorId });
  expect(reopen.text).toContain('Your request to join the other question is taken back');
  await send(paths.reopenDraft(draft.reference), {}, { as: joining.authorId });
  expect((await toldOf('SponsorshipRequestWasWithdrawn', questionId)).people.length).toBe(2);
  expect((await visit(paths.reopenDraft(draft.reference), { as: joining.authorId })).status).toBe(403);
});

test('a finding that answers it is reused; a retracted one is not; the draft comes back', async () => {
  const draft = await draftOf(joining, 'How many mules are recruited by relatives?');
  const finding = await makeFinding({ title: 'Mules recruited by relatives', year: 2024 });
  const near = await visit(paths.alreadyAsked(draft.reference), { as: joining.authorId });
  expect(near.links.map(({ href }) => href)).toContain(
    paths.reuseFinding(draft.reference, finding.reference),
  );
  const reuse = (of: { reference: string }, as = joining.authorId) =>
    send(paths.reuseFinding(draft.reference, of.reference), {}, { as });
  expect((await reuse(finding, observer)).status).toBe(403);
  const gone = await makeFinding({ state: 'retracted' });
  expect((await reuse(gone)).errors[0]).toContain('was retracted');
  expect((await reuse(await makeFinding({ state: 'draft', submittedById: observer }))).status).toBe(404);
  expect((await reuse(finding)).location).toBe(paths.question(draft.reference));
  expect((await page(draft, joining.authorId)).text).toContain(
    'A finding answers it: Mules recruited by relatives',
  );
  await send(paths.reopenDraft(draft.reference), {}, { as: joining.authorId });
  expect((await page(draft, joining.authorId)).text).not.toContain('A finding answers it');
});

test('a team that goes on says why, and whoever sends it for approval finds the reason there', async () => {
  const draft = await draftOf(joining);
  const bare = await send(paths.alreadyAsked(draft.reference), {}, { as: joining.authorId });
  expect(bare.messageBeside('nearDuplicateReason')).toBe('Say why you ask although these are there');
  const nearDuplicateReason = 'Theirs is about <i>sea</i> ports.';
  await send(paths.alreadyAsked(draft.reference), { nearDuplicateReason }, { as: joining.authorId });
  const check = await visit(paths.questionCheck(draft.reference), { as: joining.authorId });
  expect(check.fields['nearDuplicateReason']).toBe(nearDuplicateReason);
});

test('the database keeps what was asked, and lets no team sponsor its own question', async () => {
  await expect(makeSponsorship({ joining: asking, questionId: asked.id })).rejects.toThrow('another team');
  const { id, questionId } = await makeSponsorship({ joining: await makeAskingTeam() });
  const change = (data: object) => database.db.sponsorship.update({ where: { id }, data });
  await expect(change({ context: 'Other words' })).rejects.toThrow('stays as it was asked');
  await expect(
    change({ endedAt: new Date(), ending: 'left', endedById: asking.authorId, endedReason: 'x' }),
  ).rejects.toThrow();
  await expect(
    database.db.question.update({ where: { id: questionId }, data: { setAsideAt: new Date() } }),
  ).rejects.toThrow();
});
