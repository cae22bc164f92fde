import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { carryOutList } from './commands/carry-out-list.server';
import { readListIn } from './commands/read-list-in.server';
import { undoList } from './commands/undo-list.server';
import { listPage } from './queries/list-page.server';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeCompetition>>;
beforeAll(async () => {
  made = await makeCompetition();
});

const sent = (text: string, name = 'list.csv') =>
  run(readListIn, made.panel.author, {
    ...{ reference: made.question.reference, kind: 'assessors', people: [] },
    file: new File([text], name, { type: 'text/csv' }),
  });
const held = (list: string) =>
  store.db.competitionList.findUniqueOrThrow({ where: { reference: list }, include: { rows: true } });

describe('a list of which nothing can be done', () => {
  test('is kept with its reasons, and is neither carried out nor undone', async () => {
    const { list } = done(await sent('Assessor\nnobody@x.uk'));
    expect(ending(await run(carryOutList, made.panel.author, { list }))).toBe('NothingToDo');
    expect(ending(await run(undoList, made.panel.author, { list }))).toBe('ListCannotBeUndone');
    const page = await ask(listPage, made.panel.author, { list });
    expect(page).toMatchObject({ may: { carryOut: false, undo: false }, counts: { do: 0, same: 0, no: 1 } });
  });

  test('and one that is none leaves nothing', async () => {
    const before = await store.db.competitionList.count();
    expect(ending(await sent('Name\nAda'))).toBe('ColumnsAreWrong');
    expect(ending(await sent(''))).toBe('NoFileIsChosen');
    expect(await store.db.competitionList.count()).toBe(before);
  });

  test('is denied to an evaluator, and one that is not there is hidden', async () => {
    const { list } = done(await sent('Assessor\nnobody@x.uk'));
    const evaluator = made.panel.evaluators[0];
    expect((await run(carryOutList, evaluator, { list })).kind).toBe('denied');
    expect((await run(undoList, evaluator, { list })).kind).toBe('denied');
    expect((await run(carryOutList, made.panel.author, { list: '22222222' })).kind).toBe('hidden');
    expect((await run(undoList, made.panel.author, { list: '22222222' })).kind).toBe('hidden');
  });

  test('keeps a name of at most 200 characters', async () => {
    const { list } = done(await sent('Assessor\nnobody@x.uk', `${'n'.repeat(300)}.csv`));
    expect((await held(list)).name).toBe('n'.repeat(200));
  });
});

describe('the database', () => {
  test('refuses rows that contradict themselves', async () => {
    const { list } = done(await sent('Assessor\nnobody@x.uk'));
    const { id } = await held(list);
    const where = { listId_position: { listId: id, position: 1 } };
    const change = (data: { verdict?: string; why?: string; outcome?: string }) =>
      store.db.competitionListRow.update({ where, data });
    await expect(change({ verdict: 'perhaps' })).rejects.toThrow('competition_list_row_verdict');
    await expect(change({ why: '' })).rejects.toThrow('competition_list_row_says_why');
    await expect(change({ outcome: 'done' })).rejects.toThrow('competition_list_row_outcome');
    await expect(
      store.db.competitionList.update({ where: { id }, data: { undoneAt: new Date() } }),
    ).rejects.toThrow('competition_list_undone_after');
  });

  test('keeps a list that was carried out as it was', async () => {
    const fresh = await makePerson();
    const { list } = done(await sent(`Assessor\n${fresh.reference}`));
    done(await run(carryOutList, made.panel.author, { list }));
    const { id } = await held(list);
    await expect(
      store.db.competitionList.update({ where: { id }, data: { name: 'Another' } }),
    ).rejects.toThrow('ListIsKept');
    await expect(store.db.competitionList.delete({ where: { id } })).rejects.toThrow('ListIsKept');
    expect(
      await store.db.fact.count({ where: { name: 'ListWasCarriedOut', nounId: made.question.id } }),
    ).toBe(1);
    done(await run(undoList, made.panel.author, { list }));
    await expect(
      store.db.competitionList.update({ where: { id }, data: { undoneAt: null } }),
    ).rejects.toThrow('ListIsKept');
    expect((await held(list)).rows.map(({ outcome }) => outcome)).toEqual(['undone']);
  });
});
