import { beforeAll, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makePerson } from '../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { send, visit } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';
import { toldOf } from '../../../tests/support/told';

const database = useDatabase();
let asking: AskingTeam;
let who: Outsiders;
let servant: string;

beforeAll(async () => {
  [asking, who] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  servant = who.member;
});

const of = (finding: { reference: string }) => paths.findingDiscussion(finding.reference);
const post = (path: string, as: string, body: string, level = 'everybody', more = {}) =>
  send(path, { body, level, ...more }, { as });
const latest = () => database.db.comment.findFirstOrThrow({ orderBy: { id: 'desc' } });
const read = async (path: string, as?: string) => (await visit(path, { as })).text;

test('a thread: said, answered, changed with its history, hidden with a reason', async () => {
  const finding = await makeFinding({ released: true });
  const path = of(finding);
  const page = await visit(paths.finding(finding.reference), { as: who.expert });
  expect(page.links.map(({ href }) => href)).toContain(path);
  expect(await read(path, who.expert)).toContain('Nobody has said anything yet');
  const sent = await post(path, who.expert, 'Is the **sample** enough?');
  const first = await latest();
  expect(sent.banner).toBe('Posted');
  const replied = await send(paths.comment(first.reference), { body: 'For ports, yes.' }, { as: servant });
  expect(replied.status).toBe(303);
  const shown = await visit(path, { as: who.rival });
  expect(shown.text).toMatch(/Eve Expert.*Is the sample enough\?.*For ports, yes\./);
  expect(shown.html).toContain('<strong>sample</strong>');
  expect(await deadLinks(await visit(path, { as: who.expert }), { as: who.expert })).toEqual([]);

  const edit = paths.editComment(first.reference);
  expect((await visit(edit, { as: who.expert })).fields['body']).toBe('Is the **sample** enough?');
  expect((await send(edit, { body: ' ' }, { as: who.expert })).messageBeside('body')).toBe(
    'Enter your comment',
  );
  await send(edit, { body: 'Is the sample large enough?' }, { as: who.expert });
  expect(await read(path, who.rival)).toMatch(/\(edited\).*large enough.*How it read before.*sample enough/);
  for (const as of [who.rival, who.coordinator]) expect((await visit(edit, { as })).status).toBe(403);

  const hiding = paths.hideComment(first.reference);
  expect((await send(hiding, { reason: 'x' }, { as: who.rival })).status).toBe(403);
  expect((await send(hiding, { reason: '' }, { as: who.coordinator })).messageBeside('reason')).toBe(
    'Say why it is hidden',
  );
  await send(hiding, { reason: 'Not about the finding' }, { as: who.coordinator });
  for (const as of [who.expert, who.coordinator, undefined]) {
    const after = await visit(path, { as });
    expect(after.text).toContain('Hidden: Not about the finding');
    expect(after.html).not.toContain('sample');
    expect(after.text).toContain('For ports, yes.');
  }
  expect((await toldOf('CommentWasHidden', finding.id)).people).toEqual([who.expert]);
  expect((await send(edit, { body: 'Back' }, { as: who.expert })).status).toBe(403);
});

test('each level is read by its readers alone, names by members alone', async () => {
  const question = await makeQuestion({ asking, routeSlug: 'expert-advice-request', released: true });
  const path = paths.questionDiscussion(question.reference);
  await post(path, asking.authorId, 'For all ears');
  await post(path, asking.authorId, 'For officials', 'government');
  await post(path, asking.ownerId, 'For the team', 'team');
  await post(path, who.coordinator, 'For us two', 'coordinators');
  const said = ['For all ears', 'For officials', 'For the team', 'For us two'];
  const heard = async (as?: string) => {
    const text = await read(path, as);
    return said.filter((words) => text.includes(words));
  };
  expect(await heard()).toEqual(said.slice(0, 1));
  expect(await heard(who.expert)).toEqual(said.slice(0, 1));
  expect(await heard(servant)).toEqual(said.slice(0, 2));
  expect(await heard(asking.budgetHolderId)).toEqual(said.slice(0, 3));
  expect(await heard(who.coordinator)).toEqual([said[0], said[1], said[3]]);
  const author = await database.db.person.findUniqueOrThrow({ where: { id: asking.authorId } });
  expect(await read(path)).not.toContain(author.name);
  expect(await read(path)).toContain('A member of the network');
  const team = await database.db.comment.findFirstOrThrow({ where: { body: 'For the team' } });
  for (const as of [who.expert, who.coordinator, undefined])
    expect((await visit(paths.comment(team.reference), { as })).status).toBe(404);
  expect((await send(paths.comment(team.reference), { body: 'Me too' }, { as: who.expert })).status).toBe(
    404,
  );
  expect((await post(path, who.expert, 'I listen in', 'team')).messageBeside('level')).toBe(
    'Choose one of the list',
  );
  expect((await post(path, who.expert, 'x', '')).messageBeside('level')).toBe('Choose who reads it');
});

test('while bids are sealed or judged nobody speaks where bidders or assessors could be known', async () => {
  const question = await makeQuestion({ asking, released: true });
  const path = paths.questionDiscussion(question.reference);
  for (const as of [undefined, who.expert, servant]) {
    expect((await visit(path, { as })).status).toBe(404);
    const page = await visit(paths.question(question.reference), { as });
    expect(page.links.map(({ href }) => href)).not.toContain(path);
  }
  expect((await post(path, who.expert, 'I bid')).status).toBe(404);
  expect((await post(path, asking.authorId, 'To all')).messageBeside('level')).toBe('Choose one of the list');
  expect((await post(path, asking.authorId, 'Among us', 'team')).status).toBe(303);
  expect(await read(path, who.coordinator)).not.toContain('Among us');
  expect(await read(path, asking.ownerId)).toContain('Until the award notice only the asking team');
});

test('somebody called by name is told, if they can read it; the name follows the reader', async () => {
  const finding = await makeFinding({ released: true });
  const ann = await makePerson({ expert: true, name: 'Ann Quayle' });
  await makePerson({ expert: true, name: 'Two Twins' });
  await makePerson({ expert: true, name: 'Two Twins' });
  const typed =
    '@Ann Quayle and @Two Twins and @{22222222}: <img src=x onerror=alert(1)> [a](javascript:alert(1))';
  await post(of(finding), servant, typed);
  const comment = await latest();
  expect((await toldOf('CommentWasPosted', finding.id)).people).toEqual([ann.id]);
  const inside = await visit(of(finding), { as: who.expert });
  expect(inside.html).toContain('<strong>@Ann Quayle</strong>');
  expect(inside.text).toContain('@Two Twins and @{22222222}');
  expect(inside.$('article img, article [onerror], article a[href^="javascript"]').length).toBe(0);
  expect((await visit(of(finding))).html).not.toContain('Quayle');
  const edit = await visit(paths.editComment(comment.reference), { as: servant });
  expect(edit.fields['body']).toBe(typed);
  await post(of(finding), servant, 'Inside: @Ann Quayle', 'government');
  expect((await toldOf('CommentWasPosted', finding.id)).people).toEqual([]);
});

test('one hears every comment, or once a day, or nothing', async () => {
  const finding = await makeFinding();
  const path = of(finding);
  const listen = (as: string, setting: string) => send(path, { setting }, { as });
  expect((await listen(who.expert, 'every')).banner).toBe('Saved');
  expect((await listen(who.rival, 'daily')).status).toBe(303);
  expect((await listen(who.rival, 'hourly')).messageBeside('setting')).toBe(
    'Choose how much you want to hear',
  );
  expect((await visit(path, { as: who.rival })).fields['setting']).toBe('daily');
  await post(path, servant, 'First');
  expect((await toldOf('CommentWasPosted', finding.id)).people).toEqual([who.expert]);
  expect((await visit(path, { as: servant })).fields['setting']).toBe('every');

  await database.db.discussionWatch.updateMany({
    where: { setting: 'daily' },
    data: { setAt: new Date(Date.now() - 3 * 86_400_000) },
  });
  const past = new Date(Date.now() - 2 * 86_400_000);
  await database.db.comment.create({
    data: { ...(await latest()), id: who.expert, reference: '22222222', postedAt: past },
  });
  await untilDigestsGoOut();
  expect([await recordDueFacts(), await recordDueFacts()]).toEqual([1, 0]);
  expect((await toldOf('DiscussionDigestIsDue', finding.id)).people).toEqual([who.rival]);
  await listen(who.expert, 'none');
  await post(path, servant, 'Second');
  expect((await toldOf('CommentWasPosted', finding.id)).people).toEqual([]);
});

test('who takes no part says nothing, personal data is noticed, and what was said is never deleted', async () => {
  const finding = await makeFinding({ released: true });
  for (const as of [who.auditor, who.unverified]) {
    expect((await visit(of(finding), { as })).buttons).not.toContain('Post it');
    expect((await post(of(finding), as, 'x')).status).toBe(422);
  }
  expect((await send(of(finding), { body: 'x', level: 'everybody' })).status).toBe(302);
  const warned = await post(of(finding), who.expert, 'Call 020 7946 0000');
  expect(warned.messageBeside('body')).toContain('a phone number');
  expect(
    (await post(of(finding), who.expert, 'Call 020 7946 0000', 'everybody', { notPersonal: 'on' })).status,
  ).toBe(303);
  const { id } = await latest();
  await expect(database.db.comment.delete({ where: { id } })).rejects.toThrow('never deleted');
  await expect(database.db.comment.update({ where: { id }, data: { level: 'team' } })).rejects.toThrow(
    'never changes',
  );
  const draft = await makeFinding({ state: 'draft', submittedById: who.expert });
  expect((await visit(of(draft), { as: who.expert })).status).toBe(404);
});

/** Digests go out from seven in the morning; before that the clock of the product is moved on. */
async function untilDigestsGoOut(): Promise<void> {
  if (new Date().getUTCHours() < 8) await moveClock('8 hours');
}
