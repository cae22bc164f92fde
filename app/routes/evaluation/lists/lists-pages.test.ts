import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeCompetition>>;
let address: string;
beforeAll(async () => {
  made = await makeCompetition();
  address = paths.competitionLists(made.question.reference);
});

const as = (who: { id: string }) => ({ as: who.id });
const file = (text: string, name = 'assessors.csv') => new File([text], name, { type: 'text/csv' });

describe('the page of lists', () => {
  test('offers each what is theirs to send, choose and take out', async () => {
    const { panel } = made;
    const author = await visit(address, as(panel.author));
    expect(author.text).toContain('Assessors to invite');
    expect(author.text).toContain('Take them off the panel');
    expect(author.text).not.toContain('Outcomes of the eligibility check');
    const moderator = await visit(address, as(panel.moderator));
    expect(moderator.text).toContain('Outcomes of the eligibility check');
    expect(moderator.text).toContain('Scores');
    expect(moderator.text).not.toContain('Assessors to invite');
    expect((await visit(address, as(panel.evaluators[0]))).status).toBe(403);
    expect((await visit(address, as(await makePerson()))).status).toBe(404);
  });

  test('shows what would come of each row, does it once, and gives the report', async () => {
    const { panel, question } = made;
    const fresh = await makePerson({ name: 'Ada =Formula' });
    const reply = await send(
      address,
      {
        kind: 'assessors',
        file: file(`Assessor,Message\n${fresh.reference},"'=HYPERLINK(1)"\nnobody@x.uk,`),
      },
      as(panel.author),
    );
    expect(reply.status).toBe(303);
    const list = reply.headers.get('Location') ?? '';
    const shown = await visit(list, as(panel.author));
    expect(shown.rows.map(([, says, what]) => [says, what])).toEqual([
      [`${fresh.reference}, =HYPERLINK(1)`, 'Will be done'],
      ['nobody@x.uk', 'Not possible'],
    ]);
    expect(shown.text).toContain('Do 1 of 2');
    expect((await send(list, {}, as(panel.author))).status).toBe(303);
    expect((await send(list, {}, as(panel.author))).status).toBe(409);
    expect(await store.db.assessorInvitation.count({ where: { questionId: question.id } })).toBe(1);
    const report = await visit(`${list}/report`, as(panel.author));
    expect(report.headers.get('Content-Disposition')).toContain('-report.csv');
    expect(report.html).toContain(`1,Done,,${fresh.reference},'=HYPERLINK(1)`);
    const done = await visit(list, as(panel.author));
    const undo = `${list}/undo`;
    expect(done.links.map(({ href }) => href)).toContain(undo);
    const preview = await visit(undo, as(panel.author));
    expect(preview.text).toContain('The one row that was done will be undone');
    expect(preview.rows).toEqual([['1', `${fresh.reference}, =HYPERLINK(1)`, 'Will be undone', '']]);
    const withdrawn = { questionId: question.id, withdrawnAt: { not: null } };
    expect(await store.db.assessorInvitation.count({ where: withdrawn })).toBe(0);
    expect((await visit(undo, as(panel.moderator))).status).toBe(403);
    expect((await visit(undo, as(await makePerson()))).status).toBe(404);
    const stale = await send(undo, { shown: '2' }, as(panel.author));
    expect([stale.status, stale.text]).toEqual([
      422,
      expect.stringContaining('Something changed since you looked'),
    ]);
    expect(await store.db.assessorInvitation.count({ where: withdrawn })).toBe(0);
    expect((await send(undo, { shown: '1' }, as(panel.author))).status).toBe(303);
    expect((await send(undo, { shown: '1' }, as(panel.author))).status).toBe(409);
    expect((await visit(undo, as(panel.author))).text).toContain('Nothing of this list can be undone.');
    expect((await visit(list, as(panel.author))).text).toContain('Undone on');
    expect((await visit(list, as(panel.moderator))).status).toBe(403);
    expect((await visit(list, as(await makePerson()))).status).toBe(404);
  });

  test('says beside the field what is wrong with a file, or that nobody is ticked', async () => {
    const { author } = made.panel;
    const wrong = await send(address, { kind: 'assessors', file: file('Name\nAda') }, as(author));
    expect([wrong.status, wrong.text]).toEqual([
      422,
      expect.stringContaining('The first row names the columns: Assessor'),
    ]);
    const none = await send(address, { kind: 'remove' }, as(author));
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose at least one assessor')]);
    const big = await send(address, { kind: 'assessors', file: file('x'.repeat(10_000_001)) }, as(author));
    expect([big.status, big.text]).toEqual([422, expect.stringContaining('at most 10 MB')]);
  });
});

test('what is taken out is a CSV file for those who may see it', async () => {
  const { panel, question, first } = made;
  const bids = paths.competitionExport(question.reference, 'bids');
  const taken = await visit(bids, as(panel.moderator));
  expect(taken.headers.get('Content-Type')).toContain('text/csv');
  expect(taken.html).toContain(first.reference);
  expect((await visit(bids, as(panel.author))).status).toBe(403);
  expect((await visit(paths.competitionExport(question.reference, 'all'), as(panel.moderator))).status).toBe(
    404,
  );
});
