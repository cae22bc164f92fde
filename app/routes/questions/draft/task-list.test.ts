import { beforeAll, describe, expect, test } from 'vitest';
import { TASK_SLUGS } from '~/domain/questions/tasks/task-list';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  joinTeam,
  makeFinished,
  makeFinishedRequest,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let draft: string;
let returned: string;
let finished: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  draft = (await makeQuestion({ asking, state: 'draft', title: 'Half a draft' })).reference;
  returned = (await makeQuestion({ asking, state: 'returned', title: 'Sent back' })).reference;
  finished = (await makeFinished({ asking })).reference;
});

const tasksOn = (page: Awaited<ReturnType<typeof visit>>) =>
  page
    .$('.govuk-task-list__item')
    .toArray()
    .map((node) => ({
      title: page.$(node).find('.govuk-task-list__name-and-hint').text().trim(),
      href: page.$(node).find('a').attr('href') ?? null,
      state: page.$(node).find('.govuk-task-list__status').text().trim(),
    }));

describe('the task list', () => {
  test('says what is done and what is not, and leads an author to each task', async () => {
    const page = await visit(paths.questionDraft(draft), { as: asking.authorId });
    const tasks = tasksOn(page);
    expect(tasks.map(({ title, state }) => [title, state])).toEqual([
      ['Need and decision date', 'Completed'],
      ['Threat areas and priorities', 'Not yet started'],
      ['Scope and outputs', 'Completed'],
      ['Ethics, data and security', 'Not yet started'],
      ['Terms', 'Not yet started'],
      ['Budget and procurement', 'In progress'],
      ['How bids are scored', 'Completed'],
      ['Dates', 'Not yet started'],
      ['People', 'Completed'],
    ]);
    expect(tasks[3]?.href).toBe(paths.questionTask(draft, 'ethics'));
    expect(page.text).toContain('4 of 9 tasks done');
  });

  test('says when everything is done', async () => {
    const page = await visit(paths.questionDraft(finished), { as: asking.authorId });
    expect(tasksOn(page).every(({ state }) => state === 'Completed')).toBe(true);
    expect(page.text).toContain('Every task is done.');
    expect(page.links).toContainEqual({ text: 'Check answers', href: paths.questionCheck(finished) });
  });

  test.each([
    ['expert-advice-request', 1],
    ['area-of-research-interest', 4],
    ['rapid-evidence-assessment', 9],
    ['competition', 9],
  ] as const)('a %s has no more tasks than its route needs: %d', async (routeSlug, count) => {
    const { reference } = await makeQuestion({ asking, state: 'draft', routeSlug });
    expect(tasksOn(await visit(paths.questionDraft(reference), { as: asking.authorId }))).toHaveLength(count);
  });

  test('a returned question shows why above its tasks, and can be withdrawn, not deleted', async () => {
    const page = await visit(paths.questionDraft(returned), { as: asking.authorId });
    expect(page.text).toContain('Returned by the senior responsible owner:');
    expect(page.text).toContain('Say who decides.');
    const texts = page.links.map(({ text }) => text);
    expect(texts).toContain('Withdraw this question');
    expect(texts).not.toContain('Delete this draft');
  });

  test('others of the team read it and are offered nothing to change', async () => {
    for (const as of [asking.ownerId, asking.budgetHolderId, asking.evaluatorId, observer]) {
      const page = await visit(paths.questionDraft(draft), { as });
      expect(page.status).toBe(200);
      expect(tasksOn(page).every(({ href }) => href === null)).toBe(true);
      expect(page.links.map(({ text }) => text)).not.toContain('Check answers');
    }
  });

  test('every link of it opens for its author', async () => {
    for (const reference of [draft, returned]) {
      const page = await visit(paths.questionDraft(reference), { as: asking.authorId });
      for (const { href } of page.links.filter((link) => link.href.startsWith('/')))
        expect([href, (await visit(href, { as: asking.authorId })).status]).toEqual([href, 200]);
    }
  });

  test('nobody else can know of it; a visitor signs in first', async () => {
    for (const as of [outsiders.expert, outsiders.coordinator, outsiders.member, outsiders.auditor])
      expect((await visit(paths.questionDraft(draft), { as })).status).toBe(404);
    expect((await visit(paths.questionDraft(draft))).status).toBe(302);
  });

  test.each(['awaitingApproval', 'open', 'withdrawn'] as const)(
    'a question that is %s is no draft: the address leads to its page',
    async (state) => {
      const { reference } = await makeQuestion({ asking, state });
      const page = await visit(paths.questionDraft(reference), { as: asking.authorId });
      expect([page.status, page.location]).toEqual([302, paths.question(reference)]);
    },
  );
});

describe('the pages of its tasks', () => {
  const SLUGS = TASK_SLUGS.filter((slug) => slug !== 'request');

  test.each(SLUGS)('%s opens for an author with what is stored, and warns of personal data', async (slug) => {
    const page = await visit(paths.questionTask(finished, slug), { as: asking.authorId });
    expect(page.status).toBe(200);
    expect(page.text).toContain('no personal data');
    expect(page.buttons).toEqual(['Save and continue', 'Save and finish later']);
    expect(page.fields['seen']).toMatch(/^[0-9a-f]{32}$/);
    expect(page.$('.govuk-back-link').attr('href')).toBe(paths.questionDraft(finished));
  });

  test('another route’s task and an unknown word are not there', async () => {
    for (const slug of ['request', 'budget', 'need%00'])
      expect((await visit(`/questions/${draft}/draft/${slug}`, { as: asking.authorId })).status).toBe(404);
    const request = await makeFinishedRequest({ asking });
    expect((await visit(paths.questionTask(request.reference, 'need'), { as: asking.authorId })).status).toBe(
      404,
    );
  });

  test('only an author opens them; the team is refused, the rest know nothing', async () => {
    for (const as of [asking.ownerId, asking.evaluatorId, observer])
      expect((await visit(paths.questionTask(draft, 'need'), { as })).status).toBe(403);
    for (const as of [outsiders.expert, outsiders.coordinator])
      expect((await visit(paths.questionTask(draft, 'need'), { as })).status).toBe(404);
    expect((await visit(paths.questionTask(draft, 'need'))).status).toBe(302);
  });

  test('nor can anybody else save one', async () => {
    const seen = { seen: '0'.repeat(32), title: 'Taken over' };
    const status = async (as?: string) =>
      (await send(paths.questionTask(draft, 'need'), seen, { as })).status;
    expect(await status(asking.ownerId)).toBe(403);
    expect(await status(outsiders.expert)).toBe(404);
    expect(await status()).toBe(302);
    expect((await database.db.question.findUniqueOrThrow({ where: { reference: draft } })).title).toBe(
      'Half a draft',
    );
  });

  test('once sent for approval, its author changes nothing', async () => {
    const { reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    expect((await visit(paths.questionTask(reference, 'need'), { as: asking.authorId })).status).toBe(403);
    const sent = await send(
      paths.questionTask(reference, 'scope'),
      { seen: '0'.repeat(32), questionsAsked: 'Changed', outputs: 'Changed' },
      { as: asking.authorId },
    );
    expect(sent.status).toBe(403);
  });
});

describe('deleting a draft', () => {
  test('asks first, names the draft, and offers to keep it', async () => {
    const page = await visit(paths.deleteQuestionDraft(draft), { as: asking.authorId });
    expect(page.heading).toBe('Delete this draft?');
    expect(page.text).toContain('Half a draft');
    expect(page.buttons).toEqual(['Delete the draft']);
    expect(page.links).toContainEqual({ text: 'Keep it', href: paths.questionDraft(draft) });
  });

  test('is for authors, of what was never submitted', async () => {
    expect((await visit(paths.deleteQuestionDraft(draft), { as: asking.ownerId })).status).toBe(403);
    expect((await visit(paths.deleteQuestionDraft(returned), { as: asking.authorId })).status).toBe(403);
    expect((await visit(paths.deleteQuestionDraft(draft), { as: outsiders.expert })).status).toBe(404);
    expect((await send(paths.deleteQuestionDraft(draft), {}, { as: asking.ownerId })).status).toBe(403);
    const kept = await send(paths.deleteQuestionDraft(returned), {}, { as: asking.authorId });
    expect(kept.status).toBe(422);
    expect(await database.db.question.count({ where: { reference: returned } })).toBe(1);
  });

  test('takes everything with it, save that it was there', async () => {
    const { id, reference } = await makeFinished({ asking, title: 'Soon gone' });
    const sent = await send(paths.deleteQuestionDraft(reference), {}, { as: asking.authorId });
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.questions(),
      'The draft was deleted',
    ]);
    expect(await database.db.question.count({ where: { id } })).toBe(0);
    expect(await database.db.fact.count({ where: { nounId: id, name: 'QuestionDraftWasDeleted' } })).toBe(1);
    expect((await visit(paths.questionDraft(reference), { as: asking.authorId })).status).toBe(404);
    expect((await send(paths.deleteQuestionDraft(reference), {}, { as: asking.authorId })).status).toBe(404);
  });
});
