import { beforeAll, expect, test } from 'vitest';
import { addDays, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { send, visit } from '../../../../tests/support/site';

useDatabase();
let one: Owner;
let other: Owner;
let member = '';

beforeAll(async () => {
  [one, other] = [await makeOwner('First owner'), await makeOwner('Second owner')];
  member = (await makePerson()).id;
});

const day = (name: string, date: Date) => ({
  [`${name}.day`]: String(date.getUTCDate()),
  [`${name}.month`]: String(date.getUTCMonth() + 1),
  [`${name}.year`]: String(date.getUTCFullYear()),
});

test('two owners write, sign and publish a set by its pages, and take it back', async () => {
  const text = {
    document: 'Aims of two',
    kind: 'outcome',
    startsWritten: '2026',
    priorities: 'Fraud\nQuiet ports',
  };
  const owners = 'First owner\nSecond owner';
  const wrong = await send(paths.newJointSet(), { ...text, owners: 'First owner' }, { as: one.id });
  expect(wrong.messageBeside('owners')).toContain('Name two organisations at least');
  expect(wrong.fields['priorities']).toBe('Fraud\nQuiet ports');
  const address = (await send(paths.newJointSet(), { ...text, owners }, { as: one.id })).location ?? '';
  const draft = await visit(address, { as: one.id });
  expect(draft.text).toContain('A draft. Nobody ranks or filters by it');
  expect(draft.buttons).toContain('Sign for First owner');
  expect((await visit(address, { as: member })).status).toBe(404);
  const sign = async (owner: Owner) => {
    const { fields } = await visit(address, { as: owner.id });
    return send(
      address,
      { organisation: owner.organisation.slug, textHash: String(fields['textHash']) },
      { as: owner.id },
    );
  };
  expect((await sign(one)).status).toBe(303);
  expect((await send(address, { does: 'publish' }, { as: one.id })).errors[0]).toContain(
    'Not every owner has signed',
  );
  const { fields } = await visit(`${address}/edit`, { as: other.id });
  expect((await send(`${address}/edit`, { ...fields, note: 'Clearer' }, { as: other.id })).status).toBe(303);
  expect((await visit(address, { as: one.id })).text).toContain('Signed an earlier text');
  for (const owner of [one, other]) expect((await sign(owner)).status).toBe(303);
  const published = await send(address, { does: 'publish' }, { as: other.id });
  expect(published.location).toBe(paths.prioritySet('aims-of-two-2026'));
  expect((await visit(paths.prioritySet('aims-of-two-2026'))).text).toContain(
    'Who owns it and signed its text',
  );
  expect((await visit(paths.jointSets(), { as: member })).rows).toContainEqual([
    ...['Aims of two', 'Published', 'First owner, Second owner', 'Nobody'],
  ]);
  expect((await visit(`${address}/edit`, { as: one.id })).status).toBe(403);
  expect((await send(`${address}/withdraw`, { reason: 'Overtaken' }, { as: one.id })).status).toBe(303);
  expect((await visit(address)).text).toContain('Withdrawn: Overtaken.');
}, 60_000);

test('an interim set is added, shown as interim, mapped and ended by its pages', async () => {
  const today = ukDay(new Date());
  const form = await visit(paths.newInterimSet(), { as: one.id });
  const sent = {
    ...form.fields,
    document: 'Local aims',
    priorities: 'Fraud\nQuiet streets',
    note: 'Until then',
  };
  const late = await send(
    paths.newInterimSet(),
    { ...sent, ...day('expiresOn', addDays(today, 900)) },
    { as: one.id },
  );
  expect(late.errors[0]).toMatch(/^Two years are the most/);
  const added = await send(
    paths.newInterimSet(),
    { ...sent, ...day('expiresOn', addDays(today, 90)) },
    { as: one.id },
  );
  const page = await visit(added.location ?? '', { as: one.id });
  expect(page.heading).toBe('Local aims (interim)');
  expect(page.text).toContain('An interim set of First owner');
  expect(page.links.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Redraw the crosswalk', 'End it early']),
  );
  expect((await visit(paths.strategy())).$('main .govuk-tag--purple').text()).toContain('Interim');
  const ranking = await visit(paths.strategyRanking({ set: added.location?.split('/').at(-1) ?? '' }), {
    as: member,
  });
  expect(ranking.text).toContain('An interim set of First owner');
  const end = page.links.find(({ text }) => text === 'End it early')?.href ?? '';
  expect((await visit(end, { as: other.id })).status).toBe(403);
  const { fields } = await visit(end, { as: one.id });
  expect((await send(end, { ...fields, reason: 'Agreed' }, { as: one.id })).status).toBe(303);
}, 60_000);
