import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let first: Awaited<ReturnType<typeof makeFinding>>;
let second: Awaited<ReturnType<typeof makeFinding>>;
let own: Awaited<ReturnType<typeof makeFinding>>;
let report: string;

beforeAll(async () => {
  who = await makeReaders();
});
beforeEach(async () => {
  const waiting = (title: string, submittedById: string) =>
    makeFinding({ state: 'submitted', title, submittedById });
  [first, second, own] = await Promise.all([
    waiting('Night work', who.member),
    waiting('Day work', who.member),
    waiting('Own work', who.coordinator),
  ]);
  const sent = await send(
    paths.deskPreview('findings'),
    { action: 'publish-findings', items: [first, second, own].map(({ reference }) => reference) },
    asCoordinator(),
  );
  report = sent.location ?? '';
  expect(sent.banner).toBe('2 done, 1 skipped');
});

const asCoordinator = () => ({ as: who.coordinator });
const undo = (as = who.second) => send(`${report}/undo`, {}, { as });

describe('the report of a bulk action', () => {
  test('says what became of each thing, by whom, and that it can be undone', async () => {
    const page = await visit(report, { as: who.second });
    expect(page.heading).toBe('Publish to the network');
    expect(page.text).toContain('By Cora Nator');
    expect(page.rows).toEqual([
      ['Night work', 'Done', ''],
      ['Day work', 'Done', ''],
      ['Own work', 'Skipped', expect.stringContaining('Another coordinator')],
    ]);
    expect(page.links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([`${report}/undo`, paths.deskQueue('findings')]),
    );
    expect(page.links.map(({ href }) => href)).not.toContain(`${report}/go-on`);
  });

  test('stands on the desk for every coordinator', async () => {
    const page = await visit(paths.desk(), { as: who.second });
    expect(page.links.map(({ href }) => href)).toContain(report);
    expect(page.text).toContain('In force');
  });

  test('is for coordinators alone', async () => {
    for (const address of [report, `${report}/undo`, `${report}/go-on`]) {
      for (const as of [who.unverified, who.member, who.auditor, who.committee, who.administrator])
        expect((await visit(address, { as })).status).toBe(403);
      expect((await visit(address)).location).toContain(paths.signIn());
    }
    for (const as of [who.member, who.auditor]) expect((await undo(as)).status).toBe(403);
  });

  test.each(['H7K4-QXM2', 'nonsense'])('there is no bulk action %s', async (reference) => {
    for (const rest of ['', '/undo', '/go-on'])
      expect((await visit(`/bulk-actions/${reference}${rest}`, asCoordinator())).status).toBe(404);
    expect((await send(`/bulk-actions/${reference}/undo`, {}, asCoordinator())).status).toBeGreaterThan(399);
  });
});

describe('undoing', () => {
  test('puts everything back as it stood, and says so', async () => {
    expect((await visit(paths.finding(first.reference), { as: who.auditor })).status).toBe(200);
    const page = await visit(`${report}/undo`, { as: who.second });
    expect(page.text).toContain('2 things were published. 2 of them go back to how they stood.');
    expect(page.rows.map(([, would]) => would)).toEqual(['Goes back', 'Goes back']);
    expect(page.buttons).toEqual(['Undo']);
    const sent = await undo();
    expect([sent.location, sent.banner]).toEqual([report, 'All 2 put back']);
    for (const { reference } of [first, second])
      expect((await visit(paths.finding(reference), { as: who.auditor })).status).toBe(404);
    expect((await visit(paths.reviewFinding(first.reference), { as: who.second })).status).toBe(200);
    const after = await visit(report, { as: who.second });
    expect(after.text).toContain('Undone on');
    expect(after.rows.map((cells) => cells[1])).toEqual(['Put back', 'Put back', 'Skipped']);
    expect(after.links.map(({ href }) => href)).not.toContain(`${report}/undo`);
    expect((await visit(paths.desk(), { as: who.second })).text).toContain('Undone');
  });

  test('leaves what somebody has rated since, and says why', async () => {
    const priority = await makePriority();
    await send(
      paths.finding(first.reference),
      { priority: priority.reference, value: '4', certainty: '2', reason: 'It helps' },
      { as: who.administrator },
    );
    const preview = await visit(`${report}/undo`, { as: who.second });
    expect(preview.text).toContain('1 of them goes back to how it stood.');
    expect(preview.rows).toEqual([
      ['Night work', 'Stays. Somebody has rated it since.'],
      [expect.any(String), 'Goes back'],
    ]);
    const sent = await undo();
    expect(sent.banner).toBe('1 put back, 1 kept because they changed since');
    const page = await visit(report, { as: who.second });
    expect(page.rows[0]).toEqual(['Night work', 'Done', 'Somebody has rated it since.']);
    expect((await visit(paths.finding(first.reference), { as: who.auditor })).status).toBe(200);
  });

  test('leaves what somebody has changed since', async () => {
    await send(paths.findingTags(first.reference), { strands: ['prevent'] }, { as: who.second });
    expect((await visit(`${report}/undo`, { as: who.second })).rows[0]?.[1]).toBe(
      'Stays. It has changed since.',
    );
    await undo();
    const page = await visit(report, { as: who.second });
    expect(page.rows[0]?.[2]).toBe('It has changed since.');
  });

  test('is done once', async () => {
    await undo();
    const page = await visit(`${report}/undo`, { as: who.second });
    expect(page.text).toContain('This was undone already.');
    expect(page.buttons).toEqual([]);
    expect((await undo()).status).toBe(409);
  });

  test('a reminder that went out is not called back', async () => {
    await database.db.bulkAction.updateMany({
      where: { reference: report.split('/').pop()?.replace('-', '') ?? '' },
      data: { action: 'remind-experts' },
    });
    const page = await visit(report, { as: who.second });
    expect(page.text).toContain('A reminder that has gone out cannot be called back.');
    expect(page.links.map(({ href }) => href)).not.toContain(`${report}/undo`);
    expect((await undo()).status).toBe(409);
  });
});

describe('going on with what was interrupted', () => {
  const interrupt = async () => {
    const reference = report.split('/').pop()?.replace('-', '') ?? '';
    const action = await database.db.bulkAction.update({ where: { reference }, data: { finishedAt: null } });
    await database.db.bulkActionItem.updateMany({
      where: { bulkActionId: action.id, nounId: own.id },
      data: { outcome: null, why: null },
    });
  };

  test('is offered to whoever started it, not to another', async () => {
    await interrupt();
    expect((await visit(report, asCoordinator())).links.map(({ href }) => href)).toContain(`${report}/go-on`);
    expect((await visit(report, { as: who.second })).text).not.toContain('Go on with the rest');
    const denied = await visit(`${report}/go-on`, { as: who.second });
    expect(denied.status).toBe(403);
    expect((await send(`${report}/go-on`, {}, { as: who.second })).status).toBe(403);
    const page = await visit(`${report}/go-on`, asCoordinator());
    expect(page.text).toContain('It was interrupted with 1 still to do.');
  });

  test('does the rest and nothing twice', async () => {
    await interrupt();
    const before = await database.db.finding.findUniqueOrThrow({ where: { id: first.id } });
    expect((await send(`${report}/go-on`, {}, asCoordinator())).location).toBe(report);
    expect((await visit(report, asCoordinator())).rows.map((cells) => cells[1])).toEqual([
      'Done',
      'Done',
      'Skipped',
    ]);
    expect(await database.db.finding.findUniqueOrThrow({ where: { id: first.id } })).toEqual(before);
    expect((await send(`${report}/go-on`, {}, asCoordinator())).status).toBe(403);
  });

  test('what is not finished is not undone', async () => {
    await interrupt();
    expect((await undo()).status).toBe(409);
    const page = await visit(`${report}/undo`, asCoordinator());
    expect(page.text).toContain('It is not finished yet. Let it finish first.');
  });
});

describe('after a day', () => {
  test('it stands for good', async () => {
    await moveClock('25 hours');
    const page = await visit(report, { as: who.second });
    expect(page.text).toContain('It was done more than 24 hours ago.');
    expect((await undo()).status).toBe(409);
    expect((await visit(paths.finding(first.reference), { as: who.auditor })).status).toBe(200);
  });
});
