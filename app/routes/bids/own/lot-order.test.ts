import { beforeAll, expect, test } from 'vitest';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { run } from '~/domain/command.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { joinBid, makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { done } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
type Expert = Awaited<ReturnType<typeof makeExpert>>;
let lead: Expert;
let bids: string[];

beforeAll(async () => {
  const question = await makeQuestion({
    lots: [{}, { title: 'Quays' }],
    data: { lotsMostAwards: 1, lotRule: 'preference' },
  });
  lead = await makeExpert();
  const start = async (lot: number) =>
    done(
      await run(startBid, lead, {
        ...{ reference: question.reference, organisation: 'independent', termsRead: true, lot },
      }),
    ).reference;
  bids = [await start(1), await start(2)];
});

const orders = async () =>
  (
    await store.db.bid.findMany({ where: { reference: { in: bids } }, orderBy: { lot: { number: 'asc' } } })
  ).map(({ lotOrder }) => lotOrder);
const put = (reference: string, order: string, as = lead.id) =>
  send(paths.lotOrder(reference), { order }, { as });

test('the order of lots is changed by the lead until bids close, and by nobody else', async () => {
  const [first = '', second = ''] = bids;
  expect(await orders()).toEqual([1, 2]);
  const page = await visit(paths.bid(first), { as: lead.id });
  expect(page.links).toContainEqual({
    text: 'Number 1 in your order of the lots: change it',
    href: paths.lotOrder(first),
  });
  expect((await visit(paths.lotOrder(first), { as: lead.id })).fields['order']).toBe('1');
  expect((await put(first, '2')).location).toBe(paths.bid(first));
  expect((await put(second, '1')).location).toBe(paths.bid(second));
  expect(await orders()).toEqual([2, 1]);
  expect((await put(first, '0')).messageBeside('order')).toBe('Enter 1 or more');
  const { id } = await store.db.bid.findUniqueOrThrow({ where: { reference: first } });
  const editor = await joinBid(id);
  expect((await put(first, '1', editor)).status).toBe(403);
  expect((await put(first, '1', (await makeExpert()).id)).status).toBe(404);
  const whole = await makeBid({ question: await makeQuestion(), submitted: false });
  expect((await put(whole.reference, '1', whole.leadId)).status).toBe(422);
  expect((await visit(paths.bid(whole.reference), { as: whole.leadId })).text).not.toContain(
    'order of the lots',
  );
  await moveClock('30 days');
  const late = await put(first, '1');
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('Your order stays as it is')]);
  expect(await orders()).toEqual([2, 1]);
});
