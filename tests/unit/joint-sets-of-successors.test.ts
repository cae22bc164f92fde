import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../support/database';
import { makeSuccessor } from '../support/factories/holdings';
import { makeReorganisation, takeOver } from '../support/factories/reorganisations';
import { makeOwner, type Owner } from '../support/factories/strategy-cast';
import { send, visit } from '../support/site';

const store = useDatabase();
let [north, south, west]: Owner[] = [];
let union: Awaited<ReturnType<typeof makeSuccessor>>;
let at: string;

beforeAll(async () => {
  [north, south, west] = [await makeOwner('North'), await makeOwner('South'), await makeOwner('West')];
  union = await makeSuccessor('Union of Both');
  const draft = { document: 'Aims of three', kind: 'outcome', startsWritten: '2026', priorities: 'Fraud' };
  const made = await send(paths.newJointSet(), { ...draft, owners: 'North\nSouth\nWest' }, { as: north.id });
  at = made.location ?? '';
});

const sign = async (as: string, slug = '') => {
  const { fields } = await visit(at, { as });
  return send(at, { organisation: slug, textHash: String(fields['textHash']) }, { as });
};
const publish = (as: string) => send(at, { does: 'publish' }, { as });
const offered = async (as: string) =>
  (await visit(at, { as })).buttons.filter((name) => name.startsWith('Sign for')).toSorted();

test('a successor signs what its predecessors had to sign, and what one of them signed stands', async () => {
  expect((await sign(north?.id ?? '', north?.organisation.slug)).status).toBe(303);
  expect(await offered(south?.id ?? '')).toEqual(['Sign for South']);
  expect((await visit(at, { as: union.ownerId })).status).toBe(404);
  const ending = [north, south].map((one) => one?.organisation ?? { id: '', reference: '' });
  const merger = await makeReorganisation({ kind: 'merge', ending, successors: [union] });
  expect((await visit(at, { as: union.ownerId })).status).toBe(404);
  await takeOver(merger, [union]);

  expect(await offered(union.ownerId)).toEqual(['Sign for South']);
  expect((await visit(at, { as: union.ownerId })).text).toContain(
    'South, for which Union of Both answers now',
  );
  expect((await publish(union.ownerId)).errors[0]).toContain('Not every owner has signed');
  expect((await sign(west?.id ?? '', south?.organisation.slug)).status).toBe(403);
  expect((await sign(union.ownerId, south?.organisation.slug)).status).toBe(303);
  expect(await offered(union.ownerId)).toEqual([]);
});

test('a text that changed is signed anew for each of the two, by the one that followed', async () => {
  const { fields } = await visit(`${at}/edit`, { as: union.ownerId });
  const edited = await send(`${at}/edit`, { ...fields, note: 'Clearer' }, { as: union.ownerId });
  expect(edited.status).toBe(303);
  expect(await offered(union.ownerId)).toEqual(['Sign for North', 'Sign for South']);
  for (const owner of [north, south])
    expect((await sign(union.ownerId, owner?.organisation.slug)).status).toBe(303);
  expect((await publish(union.ownerId)).errors[0]).toContain('Not every owner has signed');
  expect((await sign(west?.id ?? '', west?.organisation.slug)).status).toBe(303);
  const published = await publish(union.ownerId);
  expect(published.location).toBe(paths.prioritySet('aims-of-three-2026'));
  const signers = await store.db.jointSetSignature.findMany({ distinct: ['signedById'] });
  expect(signers.map(({ signedById }) => signedById).toSorted()).toEqual(
    [north?.id ?? '', union.ownerId, west?.id ?? ''].toSorted(),
  );
});
