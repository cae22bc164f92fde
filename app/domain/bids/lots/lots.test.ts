import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { discardDraft } from '../commands/discard-draft.server';
import { startBid } from '../commands/start-bid.server';
import { submitBid } from '../commands/submit-bid.server';
import { withdrawBid } from '../commands/withdraw-bid.server';
import { bidPage } from '../queries/bid-page.server';
import { bidStart } from '../queries/bid-start.server';
import { ownBids } from '../queries/own-bids.server';

const store = useDatabase();
const refusalOf = (outcome: { kind: string }) =>
  outcome.kind === 'refused' && 'refusal' in outcome
    ? (outcome.refusal as { name: string }).name
    : outcome.kind;

let question: Awaited<ReturnType<typeof makeQuestion>>;
let expert: Person;
const start = (lot?: number, who = expert, order?: number) =>
  run(startBid, who, {
    ...{ reference: question.reference, organisation: 'independent', termsRead: true },
    ...{ lot, order },
  });

beforeAll(async () => {
  question = await makeQuestion({ lots: [{}, { title: 'Quays' }, {}], data: { lotsMostBids: 2 } });
  expert = await makeExpert();
});

describe('bids for lots', () => {
  test('are one for each lot, of as many lots as the question lets', async () => {
    expect(refusalOf(await start())).toBe('LotIsNotChosen');
    expect(refusalOf(await start(4))).toBe('LotIsNotChosen');
    const first = doneValue(await start(2));
    expect(refusalOf(await start(2))).toBe('BidExistsAlready');
    const second = doneValue(await start(1));
    expect(refusalOf(await start(3))).toBe('LotsAreLimited');
    doneValue(await run(discardDraft, expert, { reference: second.reference }));
    doneValue(await start(3));
    const third = await store.db.bid.findFirst({ where: { leadId: expert.id, lot: { number: 3 } } });
    expect(third?.lotOrder).toBe(2);
    const held = await store.db.bid.findUniqueOrThrow({
      where: { reference: first.reference },
      include: { lot: true },
    });
    expect([held.lot?.number, held.lotOrder]).toEqual([2, 1]);
  });

  test('started twice at once are still one', async () => {
    const other = await makeExpert();
    const outcomes = await Promise.all([start(1, other), start(1, other)]);
    expect(outcomes.map(refusalOf).sort()).toEqual(['BidExistsAlready', 'done']);
  });

  test('show their lot, its budget and whose bid each lot has', async () => {
    const page = await ask(bidStart, expert, { reference: question.reference });
    expect(page?.own).toBeNull();
    expect(page?.lots.map(({ own }) => own !== null)).toEqual([false, true, true]);
    const stranger = await ask(bidStart, await makeExpert(), { reference: question.reference });
    expect(stranger?.lots.map(({ own }) => own)).toEqual([null, null, null]);
    const own = await ask(ownBids, expert, {});
    expect(own?.bids.map(({ lot }) => lot).sort()).toEqual(['Lot 2: Quays', 'Lot 3: Part 3']);
    const [bid] = own?.bids.filter(({ lot }) => lot?.includes('Quays')) ?? [];
    expect((await ask(bidPage, expert, { reference: bid?.reference }))?.lot).toEqual({
      number: 2,
      title: 'Quays',
    });
  });

  test('are counted by the database as they are submitted, and a withdrawn one counts no more', async () => {
    const lead = await makeExpert();
    const bids = await Promise.all(
      [1, 2, 3].map((lot) => makeBid({ question, leadId: lead.id, lot, submitted: false })),
    );
    const submit = ({ reference }: { reference: string }) =>
      run(submitBid, lead, { reference, revision: 1, keep: [] });
    const outcomes = await Promise.all(bids.map(submit));
    expect(outcomes.map(refusalOf).sort()).toEqual(['LotsAreLimited', 'done', 'done']);
    const late = bids[outcomes.findIndex(({ kind }) => kind === 'refused')];
    const sent = bids[outcomes.findIndex(({ kind }) => kind === 'done')];
    if (!late || !sent) throw new Error('no bid was refused');
    doneValue(await submit(sent));
    doneValue(await run(withdrawBid, lead, { reference: sent.reference, reason: 'We chose another lot.' }));
    doneValue(await submit(late));
    expect(refusalOf(await submit(sent))).toBe('LotsAreLimited');
  });

  test('need a lot of their own question', async () => {
    const other = await makeQuestion({ lots: [{}, {}] });
    await expect(makeBid({ question })).rejects.toThrow('LotIsNotChosen');
    await expect(makeBid({ question: { ...question, lots: other.lots }, lot: 1 })).rejects.toThrow(
      'LotIsUnknown',
    );
  });
});
