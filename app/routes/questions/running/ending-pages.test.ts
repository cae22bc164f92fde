import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  joinTeam,
  makeFinished,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let open: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  open = (await makeQuestion({ asking, title: 'Open all along?' })).reference;
});

const rowOf = (reference: string) => database.db.question.findUniqueOrThrow({ where: { reference } });
const LONG = 'ten thousand '.repeat(800).trim();

describe('withdrawing', () => {
  const withdraw = (reference: string, reason: string, as = asking.authorId) =>
    send(paths.withdrawQuestion(reference), { reason }, { as });

  test('says that it is for good, and what to do instead', async () => {
    const page = await visit(paths.withdrawQuestion(open), { as: asking.authorId });
    expect(page.heading).toBe('Withdraw this question');
    expect(page.text).toContain('It cannot be brought back; copy it to a new draft instead.');
    expect(page.buttons).toEqual(['Withdraw']);
  });

  test('is for authors and the owner; others are refused or know of nothing', async () => {
    for (const as of [observer, asking.budgetHolderId, outsiders.expert, outsiders.coordinator]) {
      expect((await visit(paths.withdrawQuestion(open), { as })).status).toBe(403);
      expect((await withdraw(open, 'No', as)).status).toBe(403);
    }
    expect((await withdraw(open, 'No', outsiders.auditor)).status).toBe(404);
    expect((await visit(paths.withdrawQuestion(open))).status).toBe(302);
    expect((await rowOf(open)).withdrawnAt).toBeNull();
  });

  test('needs a reason that fits, and keeps what was typed', async () => {
    const empty = await withdraw(open, '');
    expect(empty.messageBeside('reason')).toBe('Say why it is withdrawn');
    const long = await withdraw(open, LONG);
    expect([long.status, long.fields['reason']]).toEqual([422, LONG]);
    expect(long.messageBeside('reason')).toBe('Use 1,000 characters or fewer');
  });

  test.each(['open', 'closed', 'awaitingApproval', 'returned', 'inEvaluation'] as const)(
    'one that is %s stays on the page as withdrawn, with the reason',
    async (state) => {
      const { reference, id } = await makeQuestion({ asking, state });
      const sent = await withdraw(reference, 'The decision was taken.', asking.ownerId);
      expect(sent.banner).toBe('The question is withdrawn. Your reason stays on its page.');
      const page = await visit(paths.question(reference), { as: asking.authorId });
      expect(page.text).toContain('This question was withdrawn.The decision was taken.');
      if (state === 'open') expect(page.text).toContain('and ended before that');
      expect(page.text).not.toContain('Start a bid');
      const fact = await database.db.fact.findFirstOrThrow({
        where: { nounId: id, name: 'QuestionWasWithdrawn' },
      });
      expect(fact.data).toMatchObject({ from: state });
      expect((await visit(paths.withdrawQuestion(reference), { as: asking.authorId })).status).toBe(403);
      expect((await withdraw(reference, 'Again')).status).toBe(403);
    },
  );

  test('experts who could read it still do, with the reason', async () => {
    const { reference } = await makeQuestion({ asking });
    await withdraw(reference, 'Answered elsewhere.');
    const page = await visit(paths.question(reference), { as: outsiders.expert });
    expect(page.text).toContain('Answered elsewhere.');
    expect(page.buttons).not.toContain('Express interest');
  });
});

describe('who can see it', () => {
  const change = (reference: string, visibility: string, as = asking.authorId) =>
    send(paths.questionVisibility(reference), { visibility }, { as });

  test('shows what holds now and what each choice means', async () => {
    const page = await visit(paths.questionVisibility(open), { as: asking.ownerId });
    expect(page.fields['visibility']).toBe('network');
    expect(page.text).toContain('Every verified member.');
    expect(page.text).toContain('Only those you invite, and your team.');
  });

  test('is for authors and the owner of a published one, for authors of a draft', async () => {
    const draft = (await makeQuestion({ asking, state: 'draft' })).reference;
    expect((await visit(paths.questionVisibility(draft), { as: asking.authorId })).status).toBe(200);
    expect((await visit(paths.questionVisibility(draft), { as: asking.ownerId })).status).toBe(403);
    expect((await visit(paths.questionVisibility(draft), { as: outsiders.coordinator })).status).toBe(404);
    for (const as of [observer, outsiders.expert, outsiders.coordinator]) {
      expect((await visit(paths.questionVisibility(open), { as })).status).toBe(403);
      expect((await change(open, 'team', as)).status).toBe(403);
    }
    expect((await rowOf(open)).visibility).toBe('network');
  });

  test('is changed for everybody at once', async () => {
    const { reference } = await makeQuestion({ asking });
    const sees = async () =>
      (await visit(paths.question(reference), { as: outsiders.expert })).status === 200;
    expect(await sees()).toBe(true);
    expect((await change(reference, 'team')).banner).toBe('Changed who can see this question');
    expect(await sees()).toBe(false);
    expect((await change(reference, 'invited', asking.ownerId)).status).toBe(303);
    expect(await sees()).toBe(false);
    expect((await change(reference, 'network')).status).toBe(303);
    expect(await sees()).toBe(true);
  });

  test('neither nothing nor everybody is a choice', async () => {
    for (const visibility of ['', 'public', 'everyone']) {
      const page = await change(open, visibility);
      expect([page.status, page.messageBeside('visibility')]).toEqual([422, 'Choose who can see it']);
    }
  });

  test('one that is released, or finished, is refused with what to do', async () => {
    const released = await makeQuestion({ asking, released: true });
    const page = await change(released.reference, 'team');
    expect([page.status, page.errors]).toEqual([
      422,
      ['It is released to the public. Withdraw the release first.'],
    ]);
    const ended = await makeQuestion({ asking, state: 'answered' });
    expect((await change(ended.reference, 'team')).errors).toEqual([
      'This question is finished or withdrawn already.',
    ]);
  });
});

describe('releasing to the public', () => {
  const release = (reference: string, fields: Record<string, string>, as = asking.ownerId) =>
    send(paths.releaseQuestion(reference), { intent: 'release', ...fields }, { as });

  test('is for the owner and coordinators of a published question', async () => {
    for (const as of [asking.ownerId, outsiders.coordinator])
      expect((await visit(paths.releaseQuestion(open), { as })).heading).toBe(
        'Release this question to the public',
      );
    for (const as of [asking.authorId, observer, outsiders.expert]) {
      expect((await visit(paths.releaseQuestion(open), { as })).status).toBe(403);
      expect((await release(open, { reason: 'Mine' }, as)).status).toBe(403);
    }
    const draft = (await makeFinished({ asking })).reference;
    expect((await visit(paths.releaseQuestion(draft), { as: asking.ownerId })).status).toBe(403);
    expect((await visit(paths.releaseQuestion(draft), { as: outsiders.coordinator })).status).toBe(404);
    expect((await visit(paths.releaseQuestion(open))).status).toBe(302);
  });

  test('needs a reason; then anybody reads it, until it is withdrawn with another', async () => {
    const { reference, id } = await makeQuestion({ asking, title: 'Public soon?' });
    const empty = await release(reference, { reason: '' });
    expect(empty.messageBeside('reason')).toBe('Say why the public may see it');
    const long = await release(reference, { reason: LONG });
    expect([long.status, long.fields['reason']]).toEqual([422, LONG]);
    expect((await visit(paths.question(reference))).status).toBe(404);

    const done = await release(reference, { reason: 'In the published strategy' }, outsiders.coordinator);
    expect(done.banner).toBe('Released to the public, in your name');
    expect((await visit(paths.question(reference))).heading).toBe('Public soon?');
    expect((await visit('/questions')).text).toContain('Public soon?');

    const page = await visit(paths.releaseQuestion(reference), { as: asking.ownerId });
    expect(page.heading).toBe('Withdraw the release');
    const bare = await send(paths.releaseQuestion(reference), { intent: 'withdraw' }, { as: asking.ownerId });
    expect(bare.messageBeside('reason')).toBe('Say why the public may no longer see it');
    const back = await release(reference, { intent: 'withdraw', reason: 'Too early' });
    expect(back.banner).toBe('The public no longer sees this question');
    expect((await visit(paths.question(reference))).status).toBe(404);
    expect(await database.db.release.findFirstOrThrow({ where: { nounId: id } })).toMatchObject({
      releasedById: outsiders.coordinator,
      withdrawnById: asking.ownerId,
    });
  });

  test('twice, and withdrawing what is not released, are told as done already', async () => {
    const released = await makeQuestion({ asking, released: true });
    const again = await release(released.reference, { reason: 'Again' });
    expect([again.status, again.errors]).toEqual([409, ['It is released already.']]);
    const not = await release(open, { intent: 'withdraw', reason: 'Never was' });
    expect([not.status, not.errors]).toEqual([409, ['It is not released.']]);
  });

  test('the public never sees more than members do', async () => {
    const { reference } = await makeQuestion({ asking, visibility: 'invited' });
    const page = await release(reference, { reason: 'For all' });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain('Let the whole network see it first');
  });
});
