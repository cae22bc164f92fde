import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue } from '../../../../tests/support/factories/bids';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { carryOutList } from './commands/carry-out-list.server';
import { readListIn } from './commands/read-list-in.server';
import { undoList } from './commands/undo-list.server';
import { competitionExport } from './queries/competition-export.server';
import { listPage } from './queries/list-page.server';
import { listsPage } from './queries/lists-page.server';

const store = useDatabase();
/** Enough to be many; five hundred take as much longer. */
const MANY = 30;
const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;

let made: Awaited<ReturnType<typeof makeCompetition>>;
beforeAll(async () => {
  made = await makeCompetition();
  const [one] = made.panel.evaluators;
  await store.db.assignmentPlan.create({
    data: {
      ...{ questionId: made.question.id, perBid: 1, mostBids: 5, anonymous: false },
      ...{ setById: one.id, setAt: new Date() },
    },
  });
});

const file = (text: string) => new File([text], 'list.csv', { type: 'text/csv' });
const sent = (kind: string, text: string, who = made.panel.author) =>
  run(readListIn, who, { reference: made.question.reference, kind, file: file(text), people: [] });
const shown = async (list: string, who = made.panel.author) => {
  const page = await ask(listPage, who, { list });
  if (!page || 'kind' in page === false) throw new Error('no list');
  if (!('rows' in page)) throw new Error('denied');
  return page;
};
const referenceOf = async ({ id }: { id: string }) =>
  (await store.db.person.findUniqueOrThrow({ where: { id } })).reference;

describe('assessors to invite', () => {
  test('are rehearsed, invited as shown, once, and taken back within a day', async () => {
    const { panel, question } = made;
    const [fresh, other] = [await makePerson(), await makePerson()];
    const member = await referenceOf(panel.evaluators[0]);
    const { list } = doneValue(
      await sent(
        'assessors',
        `Assessor\n${fresh.reference}\n${fresh.reference}\n${member}\nnobody@x.uk\n${other.reference}`,
      ),
    );
    const asked = () =>
      store.db.assessorInvitation.count({ where: { questionId: question.id, withdrawnAt: null } });
    expect(await asked()).toBe(0);
    const rows = (await shown(list)).rows.map(({ verdict, why }) => [verdict, why]);
    expect(rows).toEqual([
      ['do', ''],
      ['same', 'Row 1 asks for it already'],
      ['same', 'This person is on the panel already'],
      ['no', expect.stringContaining('No verified member')],
      ['do', ''],
    ]);
    expect((await run(carryOutList, panel.evaluators[0], { list })).kind).toBe('denied');
    const twice = await Promise.all([1, 2].map(() => run(carryOutList, panel.author, { list })));
    expect(twice.map(refusalOf).sort()).toEqual(['ListIsCarriedOut', 'done']);
    expect(await asked()).toBe(2);
    await store.db.assessorInvitation.updateMany({
      where: { personId: other.id },
      data: { declinedAt: new Date(), declineReason: 'noTime' },
    });
    expect(doneValue(await run(undoList, panel.author, { list })).undone).toBe(1);
    expect(
      (await shown(list)).rows.map(({ outcome, why }) => [outcome, why]).filter(([outcome]) => outcome),
    ).toEqual([
      ['undone', ''],
      ['kept', 'This invitation is answered, so it stays.'],
    ]);
    expect(refusalOf(await run(undoList, panel.author, { list }))).toBe('ListIsUndone');
    expect(
      await store.db.fact.count({ where: { name: 'AssessorInvitationWasWithdrawn', nounId: question.id } }),
    ).toBe(1);
  });

  test('are not invited at all where something changed since they were shown', async () => {
    const { panel, question } = made;
    const [one, two] = [await makePerson(), await makePerson()];
    const { list } = doneValue(await sent('assessors', `Assessor\n${one.reference}\n${two.reference}`));
    await store.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: two.id,
        role: 'evaluator',
        appointedById: panel.author.id,
        appointedAt: new Date(),
      },
    });
    expect(refusalOf(await run(carryOutList, panel.author, { list }))).toBe('ListHasChanged');
    expect(await store.db.assessorInvitation.count({ where: { personId: one.id } })).toBe(0);
    expect((await shown(list)).carriedOutAt).toBeNull();
  });

  test('go in many at once', async () => {
    const { panel, question } = made;
    const people = await Promise.all(Array.from({ length: MANY }, () => makePerson()));
    const { list } = doneValue(
      await sent('assessors', `Assessor\n${people.map(({ reference }) => reference).join('\n')}`),
    );
    expect((await shown(list)).counts).toEqual({ do: MANY, same: 0, no: 0 });
    doneValue(await run(carryOutList, panel.author, { list }));
    const ids = people.map(({ id }) => id);
    expect(
      await store.db.assessorInvitation.count({ where: { questionId: question.id, personId: { in: ids } } }),
    ).toBe(MANY);
  });
});

describe('what the moderator sends', () => {
  test('settles places, keeps pairs apart and rules bids out, by the rules of each page', async () => {
    const { panel, question, first, second } = made;
    const { moderator } = panel;
    const [one, two] = await Promise.all(panel.evaluators.map(referenceOf));
    const places = doneValue(
      await sent(
        'assignments',
        `Bid,Assessor,Rule\n${first.reference},${one},assign\n${second.reference},${two},never\n22222222,${one},assign`,
        moderator,
      ),
    );
    expect((await shown(places.list, moderator)).counts).toEqual({ do: 2, same: 0, no: 1 });
    doneValue(await run(carryOutList, moderator, { list: places.list }));
    const edits = () => store.db.assignmentEdit.count({ where: { bid: { questionId: question.id } } });
    expect(await edits()).toBe(2);
    doneValue(await run(undoList, moderator, { list: places.list }));
    expect(await edits()).toBe(0);
    const pair = doneValue(
      await sent(
        'apart',
        `First,Second,Reason\n${one},${two},They share a grant\n${one},${one},x`,
        moderator,
      ),
    );
    expect((await shown(pair.list, moderator)).counts).toEqual({ do: 1, same: 0, no: 1 });
    doneValue(await run(carryOutList, moderator, { list: pair.list }));
    expect(await store.db.assessorsApart.count({ where: { questionId: question.id } })).toBe(1);
    const out = doneValue(
      await sent(
        'eligibility',
        `Bid,Outcome,Reason\n${first.reference},eligible,\n${second.reference},excluded,No UK partner`,
        moderator,
      ),
    );
    doneValue(await run(carryOutList, moderator, { list: out.list }));
    const bid = await store.db.bid.findUniqueOrThrow({ where: { id: second.id } });
    expect(bid.excludedReason).toBe('No UK partner');
    expect(refusalOf(await run(undoList, moderator, { list: out.list }))).toBe('ListCannotBeUndone');
  });

  test('is not for the team, nor a list of the team for the moderator', async () => {
    const { panel } = made;
    const text = `Bid,Outcome,Reason\n${made.first.reference},excluded,x`;
    expect((await sent('eligibility', text)).kind).toBe('denied');
    expect((await sent('assignments', 'Bid,Assessor\na,b')).kind).toBe('denied');
    expect((await sent('assessors', 'Assessor\na@x.uk', panel.moderator)).kind).toBe('denied');
    expect((await sent('apart', 'x', panel.evaluators[0])).kind).toBe('denied');
    expect((await sent('apart', 'x', await (async () => made.panel.budgetHolder)())).kind).toBe('denied');
    const list = await store.db.competitionList.findFirstOrThrow({ where: { kind: 'eligibility' } });
    expect(await ask(listPage, panel.author, { list: list.reference })).toMatchObject({ kind: 'deny' });
  });
});

describe('assessors that were ticked', () => {
  test('are taken off the panel if they have scored nothing, and put back', async () => {
    const { panel, question } = made;
    const [one, two] = panel.evaluators;
    const [criterion] = question.criteria;
    if (!criterion) throw new Error('no criterion');
    await store.db.score.create({
      data: {
        bidId: made.first.id,
        criterionId: criterion.id,
        personId: one.id,
        value: 3,
        reason: '',
        savedAt: new Date(),
      },
    });
    const people = await Promise.all([one, two].map(referenceOf));
    const choose = (kind: string, who = panel.author) =>
      run(readListIn, who, { reference: question.reference, kind, people });
    const { list } = doneValue(await choose('remove'));
    expect((await shown(list)).rows.map(({ verdict }) => verdict)).toEqual(['no', 'do']);
    doneValue(await run(carryOutList, panel.author, { list }));
    const ended = () =>
      store.db.panelMembership.findFirst({ where: { questionId: question.id, personId: two.id } });
    expect((await ended())?.endedAt).not.toBeNull();
    doneValue(await run(undoList, panel.author, { list }));
    expect((await ended())?.endedAt).toBeNull();
    await store.db.assessment.create({
      data: {
        id: crypto.randomUUID(),
        bidId: made.first.id,
        personId: one.id,
        assignedById: panel.moderator.id,
        assignedAt: new Date(),
      },
    });
    const reminders = doneValue(await choose('remind', panel.moderator));
    expect((await shown(reminders.list, panel.moderator)).rows.map(({ verdict }) => verdict)).toEqual([
      'do',
      'no',
    ]);
    const none = { reference: question.reference, kind: 'remove', people: [] };
    expect(refusalOf(await run(readListIn, panel.author, none))).toBe('NobodyIsChosen');
  });
});

describe('what is taken out', () => {
  test('follows the rules of the pages, and tells of nothing that is sealed', async () => {
    const { panel, question, first } = made;
    const { reference } = question;
    const taken = async (what: string, who = panel.moderator) => {
      const view = await ask(competitionExport, who, { reference, what });
      return view && 'lines' in view ? view.lines : view && 'kind' in view ? view.kind : view;
    };
    const bids = await taken('bids');
    expect(bids).toContainEqual([first.reference, expect.any(String), '', expect.anything(), '']);
    expect((await taken('assessors', panel.author))?.length).toBeGreaterThan(MANY);
    expect(await taken('scores')).toEqual([['Bid', 'Criterion', 'Given by', 'Score', 'Reason']]);
    expect(await taken('assignments')).toHaveLength(2);
    for (const what of ['bids', 'scores', 'assignments', 'decisions'])
      expect(await taken(what, panel.author)).toBe('deny');
    expect(await taken('conflicts', panel.author)).toBe('deny');
    expect(await taken('conflicts', panel.owner)).toHaveLength(7);
    const sealed = await makeCompetition({ stage: 'closed' });
    const view = await ask(competitionExport, sealed.panel.moderator, {
      reference: sealed.question.reference,
      what: 'bids',
    });
    expect(view).toMatchObject({ kind: 'deny' });
    const stranger = await actorFor((await makePerson()).id);
    for (const what of ['bids', 'assessors', 'decisions']) expect(await taken(what, stranger)).toBeNull();
    expect(
      await store.db.fact.count({ where: { name: 'CompetitionWasExported', nounId: question.id } }),
    ).toBeGreaterThan(3);
    const page = await ask(listsPage, panel.author, { reference });
    expect(page && 'exports' in page && page.exports.map(({ name }) => name)).toEqual(['assessors']);
  });
});
