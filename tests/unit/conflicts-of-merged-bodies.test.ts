import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { decideConflict } from '~/domain/evaluation/commands/decide-conflict.server';
import { barsOf } from '~/domain/evaluation/interests/bars.server';
import { lookingForConflicts } from '~/domain/evaluation/interests/conflicts/look-after-facts.server';
import { declarationPage } from '~/domain/evaluation/queries/declaration-page.server';
import { newReference } from '~/domain/new-reference.server';
import { ask } from '~/domain/query.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../support/database';
import { makeBid, openQuestion } from '../support/factories/bids';
import { makeSuccessor } from '../support/factories/holdings';
import { declareNothing, makePanel, type Panel } from '../support/factories/panels';
import { actorFor, makeOrganisation } from '../support/factories/people';
import { makeQuestion } from '../support/factories/questions';
import { makeReorganisation, takeOver } from '../support/factories/reorganisations';
import { done } from '../support/outcome';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeOrganisation>>;
let [north, south]: Made[] = [];
let union: Awaited<ReturnType<typeof makeSuccessor>>;
let panel: Panel;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let bids: { id: string }[];
/** With a register about the north, about the south; who declares after the merger, and who did before it. */
let [ofNorth, ofSouth, speaks, spoke]: string[] = [];

const registers = (personId = '', organisation?: Made) =>
  store.db.registeredInterest.create({
    data: {
      ...{ id: newId(), reference: newReference(), personId, kind: 'financial', addedAt: new Date() },
      ...{ aboutOrganisationId: organisation?.id ?? null, aboutName: '' },
    },
  });

/** The latest fact of the merger about a body is heard. */
async function heard(name: string, nounId = '') {
  const fact = await store.db.fact.findFirstOrThrow({ where: { name, nounId }, orderBy: { id: 'desc' } });
  expect(lookingForConflicts.to.has(name)).toBe(true);
  await lookingForConflicts.react({ ...fact, position: '1', data: {} });
}

const barred = async (personId = ''): Promise<Record<string, string>> => {
  const bars = (await barsOf(store.db, question.id)).filter((bar) => bar.personId === personId);
  return Object.fromEntries(bars.map(({ bidId, state }) => [bidId ?? '', state] as const));
};

beforeAll(async () => {
  [north, south] = [
    await makeOrganisation({ name: 'North Unit' }),
    await makeOrganisation({ name: 'South Unit' }),
  ];
  union = await makeSuccessor('Both Units', 'university');
  question = await makeQuestion({ state: 'closed', routeSlug: 'funding-call' });
  panel = await makePanel(question, { evaluators: 4, declared: false });
  [ofNorth, ofSouth, speaks, spoke] = panel.evaluators.map(({ id }) => id);
  bids = [
    await makeBid({ question, organisationId: north.id }),
    await makeBid({ question, organisationId: south.id }),
    await makeBid({ question }),
  ];
  await openQuestion(question);
  await declareNothing(question.id, [panel.owner.id], 'opening');
  await registers(ofNorth, north);
  await registers(ofSouth, south);
});

const declares = async (personId = '', about?: Made) =>
  done(
    await run(declareInterests, await actorFor(personId), {
      ...{ reference: question.reference, stage: 'opening', hasInterest: 'yes', kinds: ['adviser'] },
      ...{ details: 'I advise them', about: [about?.reference ?? ''] },
    }),
  );

const opened = (questionId: string) =>
  lookingForConflicts.react({
    ...{ id: newId(), position: '1', name: 'BidsWereOpened', actorId: null, noun: 'question' },
    ...{ nounId: questionId, at: new Date(), data: {} },
  });

describe('two that bid against each other become one while their bids are looked at', () => {
  test('before that, an interest in the one is none in the other', async () => {
    await declares(spoke, north);
    await opened(question.id);
    expect(await barred(ofNorth)).toEqual({ [bids[0]!.id]: 'suspected' });
    expect(await barred(ofSouth)).toEqual({ [bids[1]!.id]: 'suspected' });
    expect(await barred(spoke)).toEqual({ [bids[0]!.id]: 'declared' });
  });

  test('an interest declared against either stands against both, and is decided for each', async () => {
    const merged = await makeReorganisation({ kind: 'merge', ending: [north!, south!], successors: [union] });
    await heard('ReorganisationWasConfirmed', north?.id);
    const both = { [bids[0]!.id]: 'suspected', [bids[1]!.id]: 'suspected' };
    expect([await barred(ofNorth), await barred(ofSouth), await barred(speaks)]).toEqual([both, both, {}]);
    expect(await barred(spoke)).toEqual({ [bids[0]!.id]: 'declared', [bids[1]!.id]: 'suspected' });
    const evidence = await store.db.conflictEvidence.findFirstOrThrow({
      where: { conflict: { personId: spoke ?? '', bidId: bids[1]!.id } },
    });
    expect(evidence.words).toBe(
      'has an interest in the bid of North Unit, which is one body with South Unit now',
    );
    await takeOver(merged, [union]);
    await heard('ReorganisationWasCompleted', union.id);
    expect(await barred(ofNorth)).toEqual(both);
    const conflict = await store.db.conflict.findFirstOrThrow({
      where: { questionId: question.id, personId: ofNorth ?? '', bidId: bids[1]!.id },
    });
    done(
      await run(decideConflict, await actorFor(panel.owner.id), {
        ...{ reference: conflict.reference, decision: 'confirm', reason: 'It is one body now' },
      }),
    );
    expect((await barred(ofNorth))[bids[1]!.id]).toBe('wall');
  });

  test('one’s own register fills in both names, and what is declared against one is kept against both', async () => {
    const page = await ask(declarationPage, await actorFor(ofSouth ?? ''), { reference: question.reference });
    expect(page).toMatchObject({ prefilled: { about: [north?.reference, south?.reference] } });
    await declares(speaks, south);
    expect(await barred(speaks)).toEqual({ [bids[0]!.id]: 'declared', [bids[1]!.id]: 'declared' });
  });

  test('a bid of the merged body, for another question, meets what was declared against either before', async () => {
    const next = await makeQuestion({ state: 'closed', routeSlug: 'funding-call' });
    await makePanel(next, { evaluatorIds: [ofNorth ?? '', ofSouth ?? '', speaks ?? ''], declared: false });
    const bid = await makeBid({ question: next, organisationId: union.id });
    await openQuestion(next);
    await opened(next.id);
    const found = await store.db.conflict.findMany({ where: { bidId: bid.id }, select: { personId: true } });
    expect(found.map(({ personId }) => personId).toSorted()).toEqual([ofNorth, ofSouth].toSorted());
    for (const id of [ofNorth, ofSouth]) {
      const page = await ask(declarationPage, await actorFor(id ?? ''), { reference: next.reference });
      expect(page).toMatchObject({ prefilled: { about: [union.reference] } });
    }
  });
});
