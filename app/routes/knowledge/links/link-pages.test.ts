import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let other: string;
let estimate: Awaited<ReturnType<typeof makeFinding>>;
let draft = '';
let critique: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  other = (await makePerson({ expert: true })).id;
});
beforeEach(async () => {
  estimate = await makeFinding({ title: 'How many victims there are', year: 2020, released: true });
  critique = await makeFinding({ title: 'Why nobody can say how many', year: 2021, released: true });
});

const said = (over: Record<string, string> = {}) => ({
  ...{ kind: 'contradicts', to: estimate.reference, note: 'The method cannot bear an estimate' },
  ...over,
});
const propose = (as: string, over = {}) => send(paths.linkFinding(critique.reference), said(over), { as });
const page = (finding: { reference: string }, as?: string) => visit(paths.finding(finding.reference), { as });
const link = () =>
  database.db.findingLink.findFirstOrThrow({
    where: { fromId: critique.id },
    orderBy: { proposedAt: 'desc' },
  });

describe('two findings that contradict each other', () => {
  test('a member says so, a coordinator confirms it, and both pages say so to everybody', async () => {
    expect((await propose(who.member)).banner).toBe('Proposed. A coordinator is asked to confirm it.');
    for (const as of [undefined, other, who.auditor]) {
      expect((await page(estimate, as)).html).not.toContain('The method cannot bear');
      expect((await page(critique, as)).text).not.toContain('Contested');
    }
    expect((await page(critique, who.member)).text).toContain('Proposed by you, not confirmed yet.');
    const seen = await page(estimate, who.coordinator);
    expect(seen.text).toContain('Proposed by Mel Member');
    expect(seen.text).not.toContain('Contested');

    const { reference } = await link();
    await send(paths.confirmFindingLink(reference), {}, { as: who.coordinator });
    for (const [one, another] of [
      [estimate, critique.reference],
      [critique, estimate.reference],
    ] as const) {
      const shown = await page(one);
      expect(shown.text).toContain('Contested: another finding contradicts it.');
      expect(shown.text).toContain('The method cannot bear an estimate');
      expect(shown.links.map(({ href }) => href)).toContain(paths.finding(another));
      expect(shown.html).not.toContain('Mel Member');
    }
  });

  test('said the other way round it is the same link', async () => {
    await propose(who.member);
    const again = await send(paths.linkFinding(estimate.reference), said({ to: critique.reference }), {
      as: other,
    });
    expect(again.messageBeside('to')).toBe('These two findings are linked in this way already');
    expect((await propose(who.coordinator, { kind: 'supports' })).banner).toBe('The findings are linked');
  });

  test('pressed twice at once it stands once', async () => {
    const answers = await Promise.all([propose(who.member), propose(other), propose(who.coordinator)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect(await database.db.findingLink.count({ where: { fromId: critique.id } })).toBe(1);
  });
});

test('a protocol names its review, and the review its protocol; neither is contested', async () => {
  await propose(who.coordinator, { kind: 'protocolOf' });
  expect((await page(critique)).text).toContain('Is the protocol of How many victims there are (2020)');
  expect((await page(estimate)).text).toContain('Was planned in Why nobody can say how many (2021)');
  expect((await page(estimate)).text).not.toContain('Contested');
});

test('a finding that the reader may not see is not told of', async () => {
  const inside = await makeFinding({ title: 'Inside knowledge' });
  await propose(who.coordinator, { kind: 'supports', to: inside.reference });
  expect((await page(critique, other)).text).toContain('Supports Inside knowledge');
  for (const as of [undefined, who.unverified])
    expect((await page(critique, as)).html).not.toContain('Inside knowledge');
});

test.each<[string, () => Record<string, string>, string, string]>([
  ['no other finding', () => said({ to: '' }), 'to', 'Enter a reference of eight characters, like H7K4-QXMF'],
  [
    'a draft of somebody else',
    () => said({ to: draft }),
    'to',
    'There is no published finding with this reference',
  ],
  ['itself', () => said({ to: critique.reference }), 'to', 'A finding cannot be linked to itself'],
  ['no reason', () => said({ note: ' ' }), 'note', 'Say in a sentence or two why'],
  ['no kind', () => ({ ...said(), kind: '' }), 'kind', 'Choose how it bears on the other finding'],
])(
  'with %s it is refused beside the field, and what was typed stays',
  async (_what, fields, field, message) => {
    draft = (await makeFinding({ state: 'draft', submittedById: other })).reference;
    const sent = await send(paths.linkFinding(critique.reference), fields(), { as: who.member });
    expect([sent.status, sent.messageBeside(field)]).toEqual([422, message]);
    expect(sent.fields['note']).toBe(fields()['note']?.trim() ? fields()['note'] : sent.fields['note']);
    expect(await database.db.findingLink.count({ where: { fromId: critique.id } })).toBe(0);
  },
);

test('the address of a page will do for a reference', async () => {
  const to = `https://soundings.example${paths.finding(estimate.reference)}`;
  expect((await propose(who.member, { to })).status).toBe(303);
});

test('whoever proposed it takes it back until it is confirmed; then only a coordinator removes it', async () => {
  await propose(who.member);
  const { reference } = await link();
  expect((await visit(paths.removeFindingLink(reference), { as: other })).status).toBe(404);
  expect((await visit(paths.confirmFindingLink(reference), { as: who.member })).status).toBe(403);
  await send(paths.confirmFindingLink(reference), {}, { as: who.coordinator });
  expect((await visit(paths.removeFindingLink(reference), { as: who.member })).status).toBe(403);
  expect(
    (await send(paths.removeFindingLink(reference), {}, { as: who.coordinator })).messageBeside('reason'),
  ).toBe('Say why');
  await send(
    paths.removeFindingLink(reference),
    { reason: 'It is about other data' },
    { as: who.coordinator },
  );
  expect((await page(critique)).text).not.toContain('Contested');
  expect((await visit(paths.confirmFindingLink(reference), { as: who.coordinator })).status).toBe(404);
});

test('who takes no part links nothing', async () => {
  for (const as of [who.auditor, who.unverified, who.committee]) expect((await propose(as)).status).toBe(403);
  expect((await page(critique, who.auditor)).links.map(({ href }) => href)).not.toContain(
    paths.linkFinding(critique.reference),
  );
});
