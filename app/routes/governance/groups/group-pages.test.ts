import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { endGroupOf, makeGroup } from '../../../../tests/support/factories/groups';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let orgs: { id: string; reference: string; name: string }[];

beforeAll(async () => {
  who = await makeReaders();
  orgs = await Promise.all(
    ['Alpha Office', 'Beta Office', 'Gamma Office'].map((name) => makeOrganisation({ name })),
  );
});

const on = (name: string, iso: string) => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year };
};
const described = () => ({
  ...{
    name: 'Courier Board',
    kind: 'governs',
    purpose: 'Breaks courier networks.',
    threatAreas: 'illegal-drugs',
  },
  ...{ strands: 'pursue', levels: 'national', chair: orgs[0]?.reference ?? '', chairRole: 'Director' },
  ...{ cadence: 'monthly', sources: 'Its terms of reference' },
});
const whole = () => ({ ...described(), ...on('openedOn', '2021-03-01') });
const add = (over: Record<string, string> = {}, as: string | undefined = who.coordinator) =>
  send(paths.newGroup(), { ...whole(), ...over }, { as });
const page = async (reference: string, as = who.member) => visit(paths.group(reference), { as });
const total = async () => {
  const shown = await visit(paths.governance(), { as: who.member });
  return Number(shown.$('.stat-strip__value').first().text());
};

describe('a group', () => {
  test('is added by a coordinator, with what is missing said beside the field', async () => {
    for (const [change, field, words] of [
      [{ name: '' }, 'name', 'Enter the name'],
      [{ kind: '' }, 'kind', 'governs or discusses'],
      [{ threatAreas: '' }, 'threatAreas', 'at least one threat area'],
      [{ levels: '' }, 'levels', 'at least one level'],
      [{ strands: 'no-such' }, 'strands', 'no longer in use'],
      [{ chair: '' }, 'chair', 'Choose the organisation'],
      [on('openedOn', '2199-01-01'), 'openedOn', 'in the past'],
    ] as const) {
      const sent = await add(change);
      expect([sent.status, sent.messageBeside(field)]).toEqual([422, expect.stringContaining(words)]);
    }
    expect((await add({}, who.member)).status).toBe(403);
    const sent = await add();
    const { reference } = await database.db.governanceGroup.findFirstOrThrow({
      where: { name: 'Courier Board' },
    });
    expect(sent.location).toBe(paths.group(reference));
    expect((await add({ name: 'COURIER board' })).messageBeside('name')).toContain('already');
    const shown = await page(reference);
    for (const words of ['Illegal drugs', 'Alpha Office, Director', '1 March 2021', 'Every month'])
      expect(shown.text).toContain(words);
    expect(flawsOf(shown.$)).toEqual([]);
    expect(shown.text).not.toContain('Change it');
  });

  test('changes, and keeps what stood before; two who change at once see each other', async () => {
    const group = await makeGroup({ name: 'Before', members: [orgs[0]?.id ?? ''] });
    const form = await visit(paths.editGroup(group.reference), { as: who.coordinator });
    expect([form.fields['name'], form.fields['revision']]).toEqual(['Before', '1']);
    const edit = (over = {}, revision = '1') =>
      send(
        paths.editGroup(group.reference),
        { ...described(), name: 'After', revision, changeNote: 'Renamed by its chair', ...over },
        { as: who.coordinator },
      );
    expect((await edit({ changeNote: '' })).messageBeside('changeNote')).toContain('Say what changes');
    expect((await edit()).status).toBe(303);
    expect((await edit()).status).toBe(409);
    const shown = await page(group.reference);
    expect(shown.text).toMatch(/Renamed by its chair.*First recorded.*Version 1: Before/s);
    await expect(database.db.groupVersion.updateMany({ data: { changeNote: 'x' } })).rejects.toThrow(
      /GroupHistoryIsKept/,
    );
  });

  test('has members since and until a day, each once at a time', async () => {
    const group = await makeGroup({ members: [orgs[0]?.id ?? ''] });
    const join = (organisation = '', day = '2022-05-01') =>
      send(
        paths.groupMembers(group.reference),
        { organisation, ...on('startsOn', day) },
        { as: who.coordinator },
      );
    expect((await join(orgs[0]?.reference)).messageBeside('organisation')).toContain('member already');
    expect((await join(orgs[1]?.reference, '2019-01-01')).messageBeside('startsOn')).toContain(
      'did not exist',
    );
    expect((await join(orgs[1]?.reference)).status).toBe(303);
    const left = (day: string) =>
      send(paths.endGroupMember(group.reference, orgs[1]?.reference ?? ''), on('endsOn', day), {
        as: who.coordinator,
      });
    expect((await left('2021-01-01')).messageBeside('endsOn')).toContain('no member yet');
    expect((await left('2023-05-01')).status).toBe(303);
    expect((await left('2023-05-01')).status).toBe(422);
    const shown = await page(group.reference);
    expect(shown.text).toMatch(/Beta Office\s*1 May 2022\s*1 May 2023/);
    const again = { groupId: group.id, organisationId: orgs[0]?.id ?? '', startsOn: new Date('2023-01-01') };
    await expect(database.db.groupMember.create({ data: { id: newId(), ...again } })).rejects.toThrow();
  });

  test('decides, and its decisions stay; what a reader may not know of is not linked', async () => {
    const group = await makeGroup();
    const question = await makeQuestion({ title: 'Who carries them?' });
    const finding = await makeFinding({ title: 'Couriers counted' });
    const secret = await makeFinding({ state: 'submitted' });
    const decide = (over: Record<string, string>) =>
      send(
        paths.groupDecision(group.reference),
        { what: HOSTILE, source: '', question: '', finding: '', ...on('decidedOn', '2022-01-02'), ...over },
        { as: who.coordinator },
      );
    expect((await decide({ finding: secret.reference })).messageBeside('finding')).toContain(
      'published finding',
    );
    expect((await decide(on('decidedOn', '2018-01-01'))).messageBeside('decidedOn')).toContain(
      'did not exist',
    );
    await decide({ question: question.reference, finding: finding.reference });
    const shown = await page(group.reference);
    expect(shown.text).toContain('Who carries them?');
    expect(shown.text).toContain('Couriers counted');
    expect(shown.$('main script')).toHaveLength(0);
    await expect(database.db.groupDecision.deleteMany({ where: { groupId: group.id } })).rejects.toThrow(
      /GroupHistoryIsKept/,
    );
  });
});

test('one goes into another: history is kept, the count falls by one, members come over, decisions are shown', async () => {
  const [first = '', second = '', third = ''] = orgs.map(({ id }) => id);
  const old = await makeGroup({ name: 'Old Board', members: [first, second, third] });
  const next = await makeGroup({ name: 'Next Board', members: [first] });
  await database.db.groupDecision.create({
    data: {
      ...{ id: newId(), reference: newId().slice(0, 8), groupId: old.id, what: 'Buy scanners' },
      ...{ decidedOn: new Date('2022-02-02'), recordedAt: new Date() },
    },
  });
  const before = await total();
  const form = await visit(paths.mergeGroup(old.reference, next.reference), { as: who.coordinator });
  expect(form.fields['into']).toBe(next.reference);
  expect(form.$('input[name=members][checked]')).toHaveLength(3);
  const merge = (over: Record<string, string | string[]> = {}) =>
    send(
      paths.mergeGroup(old.reference),
      {
        ...{ into: next.reference, reason: 'Both did the same', ...on('endedOn', '2024-06-01') },
        members: orgs.slice(0, 2).map(({ reference }) => reference),
        ...over,
      },
      { as: who.coordinator },
    );
  expect((await merge({ into: old.reference })).messageBeside('into')).toContain('itself');
  expect((await merge({ reason: '' })).messageBeside('reason')).toContain('Say why');
  expect((await merge()).location).toBe(paths.group(next.reference));
  expect((await merge()).status).toBe(422);
  expect(await total()).toBe(before - 1);
  const taken = await page(next.reference);
  expect(taken.text).toMatch(/Took in: Old Board/);
  expect(taken.text).toContain('Buy scanners');
  expect(taken.text).toMatch(/Beta Office, from Old Board/);
  expect(taken.text).not.toContain('Gamma Office');
  const left = await page(old.reference);
  expect([
    left.status,
    left.text.includes('went into Next Board'),
    left.text.includes('Buy scanners'),
  ]).toEqual([200, true, true]);
  expect(flawsOf(left.$)).toEqual([]);
  const late = { groupId: old.id, organisationId: first, startsOn: new Date('2025-01-01') };
  await expect(database.db.groupMember.create({ data: { id: newId(), ...late } })).rejects.toThrow(
    /GroupHasEnded/,
  );
  const reopen = (day: string) =>
    send(
      paths.reopenGroup(old.reference),
      { reason: 'It was wrong', ...on('reopenedOn', day) },
      {
        as: who.coordinator,
      },
    );
  expect((await reopen('2024-05-01')).messageBeside('reopenedOn')).toContain('not ended yet');
  expect((await reopen('2024-07-01')).status).toBe(303);
  expect((await reopen('2024-07-01')).status).toBe(422);
  expect(await total()).toBe(before);
  const again = await page(old.reference);
  expect(again.text).toMatch(/Reopened.*It was wrong.*Merged into Next Board/s);
  const now = await database.db.groupMember.findMany({ where: { groupId: old.id, endsOn: null } });
  expect(now).toHaveLength(3);
  expect(await database.db.groupMember.count({ where: { groupId: next.id, endsOn: null } })).toBe(1);
  expect((await page(next.reference)).text).toContain('since reopened');
});

test('endings stay as they were, and nothing goes into what has ended', async () => {
  const [gone, other] = [await makeGroup(), await makeGroup()];
  const ending = await endGroupOf(gone.id);
  await expect(endGroupOf(gone.id)).rejects.toThrow();
  await expect(endGroupOf(other.id, { intoId: gone.id })).rejects.toThrow(/GroupHasEnded/);
  await expect(endGroupOf(other.id, { intoId: other.id })).rejects.toThrow();
  const of = { where: { id: ending.id } };
  await expect(database.db.groupEnding.update({ ...of, data: { reason: 'x' } })).rejects.toThrow(
    /HistoryIsKept/,
  );
  await expect(database.db.groupEnding.delete(of)).rejects.toThrow(/GroupHistoryIsKept/);
  const early = { reopenedOn: new Date('2020-01-01'), reopenedReason: 'x' };
  await expect(database.db.groupEnding.update({ ...of, data: early })).rejects.toThrow();
  const close = await send(
    paths.closeGroup(other.reference),
    { reason: 'Done', ...on('endedOn', '2024-01-01') },
    { as: who.coordinator },
  );
  expect(close.banner).toContain('Closed');
  expect((await page(other.reference)).text).toContain('It ended on 1 January 2024. Done');
});

test('the list is filtered and paged by name, and the counts over time say every change', async () => {
  const list = async (filters: Record<string, string>) =>
    (await visit(paths.groups(filters), { as: who.member })).text;
  await makeGroup({ name: 'Zeta Forum', kind: 'discusses', remit: ['fraud', 'protect', 'online'] });
  expect(await list({ kind: 'discusses' })).toContain('Zeta Forum');
  expect(await list({ kind: 'governs' })).not.toContain('Zeta Forum');
  expect(await list({ area: 'fraud', level: 'online' })).toContain('Zeta Forum');
  expect(await list({ area: 'fraud', level: 'local' })).toContain('No group is like that');
  expect(await list({ q: 'zETA' })).toContain('Zeta Forum');
  expect(await list({ q: '%' })).toContain('No group is like that');
  expect(await list({ state: 'closed' })).not.toContain('Zeta Forum');
  expect((await visit(paths.groups({ state: 'perhaps' }), { as: who.member })).status).toBe(400);
  for (let at = 0; at < 26; at++) await makeGroup({ name: `Paged ${String(at).padStart(2, '0')}` });
  const [first, seen] = [await visit(paths.groups({ q: 'Paged' }), { as: who.member }), 25];
  expect(first.$('tbody tr')).toHaveLength(seen);
  const next = first.$('.govuk-pagination__next a').attr('href') ?? '';
  expect((await visit(next, { as: who.member })).$('tbody tr')).toHaveLength(1);
  const counts = await visit(paths.groupCounts(), { as: who.auditor });
  expect(counts.$('.count-lines desc').text()).toContain('1 January 2020: Govern');
  expect(counts.$('tbody th').first().text()).toBe(counts.$('.count-lines text').last().text());
  expect(flawsOf(counts.$)).toEqual([]);
});

test('groups that may be one are offered until somebody says that they are two', async () => {
  const members = orgs.map(({ id }) => id);
  const remit = ['illegal-firearms', 'pursue', 'national'];
  const purpose = 'Shares what is known of converted blank firing pistols and the workshops behind them.';
  const one = await makeGroup({ name: 'Converted Weapons Board', purpose, members, remit });
  const other = await makeGroup({ name: 'Pistol Conversion Board', purpose, members, remit });
  const offered = await visit(paths.groupOverlaps(), { as: who.coordinator });
  expect(offered.text).toContain('Converted Weapons Board and Pistol Conversion Board');
  expect(offered.text).toMatch(/Shared members\s*Alpha Office, Beta Office, Gamma Office/);
  expect(flawsOf(offered.$)).toEqual([]);
  const pair = paths.groupsAlike(one.reference, other.reference);
  const side = await visit(pair, { as: who.coordinator });
  expect(side.text).toContain('Merge Converted Weapons Board into Pistol Conversion Board');
  expect(flawsOf(side.$)).toEqual([]);
  expect((await send(pair, { reason: '' }, { as: who.coordinator })).messageBeside('reason')).toContain(
    'two groups',
  );
  expect((await send(pair, { reason: 'One is for the army' }, { as: who.coordinator })).status).toBe(303);
  const turned = paths.groupsAlike(other.reference, one.reference);
  expect((await send(turned, { reason: 'Again' }, { as: who.coordinator })).status).toBe(422);
  expect((await visit(turned, { as: who.coordinator })).text).toContain('One is for the army');
  expect((await visit(paths.groupOverlaps(), { as: who.coordinator })).text).not.toContain(
    'Converted Weapons',
  );
  expect((await visit(paths.groupsAlike(one.reference, one.reference), { as: who.coordinator })).status).toBe(
    404,
  );
});

test('who reads and who keeps', async () => {
  const { reference } = await makeGroup();
  for (const as of [who.committee, who.unverified]) {
    expect((await visit(paths.groups(), { as })).status).toBe(403);
    expect((await visit(paths.group(reference), { as })).status).toBe(404);
    expect((await visit(paths.history('group', reference), { as })).status).not.toBe(200);
  }
  for (const as of [who.member, who.auditor]) {
    expect((await visit(paths.group(reference), { as })).status).toBe(200);
    expect((await visit(paths.groupOverlaps(), { as })).status).toBe(403);
    expect((await visit(paths.closeGroup(reference), { as })).status).toBe(403);
  }
  expect((await visit(paths.group(reference))).location).toContain(paths.signIn());
  expect((await visit(paths.history('group', reference), { as: who.member })).status).toBe(200);
});
