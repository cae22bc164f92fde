import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid } from '../../../../tests/support/factories/bids';
import {
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
} from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
type Made = Awaited<ReturnType<typeof makeAccount>>;
let kept: Made;
let merged: Made;
let college: Awaited<ReturnType<typeof makeOrganisation>>;
let turn = 0;

beforeAll(async () => {
  who = await makeReaders();
  college = await makeOrganisation({ name: 'College of Twins' });
});

beforeEach(async () => {
  turn += 1;
  const name = `Zoë ${'ABCDEFGHIJKLMNOP'[turn] ?? ''}twin`;
  kept = await makeAccount({ name, expert: true, organisationId: college.id });
  merged = await makeAccount({
    name: `Dr ${name.split(' ')[1] ?? ''} Zoe`,
    expert: true,
    organisationId: college.id,
  });
});

const form = () => ({
  kept: showReference(kept.reference),
  merged: showReference(merged.reference),
  reason: 'She wrote to me from both addresses.',
});
const propose = (as = who.coordinator) =>
  send(paths.proposePersonMerge(kept.reference, merged.reference), form(), { as });
const decide = (path: string | null, as: string, over: Record<string, string> = {}) =>
  send(path ?? '', { decision: 'accept', reason: '', ...over }, { as });
const open = (as: string) => visit(paths.duplicatePeople(), { as });

test('two accounts of one name and organisation are found, proposed by one and merged by another', async () => {
  const fraud = await termCalled('threatArea', 'fraud');
  const team = await makeTeam({ members: [{ personId: merged.id, roles: ['author'] }] });
  await database.db.expertTerm.create({ data: { personId: merged.id, termId: fraud.id } });
  await database.db.person.update({ where: { id: merged.id }, data: { orcid: '0000-0002-1694-233X' } });
  await database.db.installationRoleGrant.create({
    data: { id: crypto.randomUUID(), personId: merged.id, role: 'auditor', grantedAt: new Date() },
  });
  await database.db.work.create({
    data: {
      ...{ id: crypto.randomUUID(), reference: 'TWIN', title: 'Twins', createdAt: new Date() },
      authors: { create: [{ position: 1, name: merged.name, personId: merged.id }] },
    },
  });
  const list = await open(who.coordinator);
  expect(list.rows.find(([one]) => one?.startsWith(kept.name))?.slice(2)).toEqual([
    'the name, an organisation',
    `Compare the accounts of ${kept.name}`,
  ]);
  const compare = await visit(paths.proposePersonMerge(kept.reference, merged.reference), {
    as: who.coordinator,
  });
  expect(compare.text).toContain(kept.address);
  expect(compare.text).toContain(merged.address);
  const proposed = await propose();
  expect(proposed.banner).toContain('Another coordinator or an administrator decides');
  expect((await propose()).errors).toEqual(['Somebody has proposed this already. It waits for a decision.']);
  expect((await open(who.administrator)).links).toContainEqual({ text: kept.name, href: proposed.location });
  const own = await visit(proposed.location ?? '', { as: who.coordinator });
  expect(own.text).toContain('has to decide what you proposed');
  expect((await decide(proposed.location, who.coordinator)).status).toBe(403);
  expect((await decide(proposed.location, who.second)).banner).toBe('The two accounts are one now');
  expect((await decide(proposed.location, who.second)).status).toBe(409);

  const now = await database.db.person.findUniqueOrThrow({
    where: { id: kept.id },
    include: {
      emails: true,
      teamMemberships: true,
      affiliations: true,
      expertTerms: true,
      installationRoles: true,
      workAuthors: true,
    },
  });
  expect(now.orcid).toBe('0000-0002-1694-233X');
  expect(now.emails.filter(({ primary }) => primary)).toHaveLength(1);
  expect(now.emails.map(({ address }) => address).sort()).toEqual([kept.address, merged.address].sort());
  expect(now.teamMemberships).toMatchObject([{ teamId: team.id, endsAt: null }]);
  expect(now.affiliations.filter(({ endsOn }) => endsOn === null)).toHaveLength(1);
  expect(now.expertTerms.map(({ termId }) => termId)).toContain(fraud.id);
  expect([now.installationRoles.length, now.workAuthors.length]).toEqual([0, 1]);
  expect(await database.db.session.count({ where: { personId: merged.id } })).toBe(0);
  const moved = await visit(paths.expert(merged.reference), { as: who.member });
  expect([moved.status, moved.location]).toEqual([301, paths.expert(kept.reference)]);
  expect((await visit(paths.experts(), { as: who.member })).text).not.toContain(merged.name);
  const facts = await database.db.fact.findMany({ where: { name: 'PersonsWereMerged' } });
  expect(facts.map(({ nounId }) => nounId).sort()).toEqual([kept.id, merged.id].sort());
});

describe('nobody is merged', () => {
  test('who is in two bids for one question that is not decided; the reason gives nothing away', async () => {
    const question = await makeQuestion();
    await makeBid({ question, leadId: kept.id });
    const proposed = await propose();
    await makeBid({ question, leadId: merged.id });
    const refused = await decide(proposed.location, who.second);
    expect([refused.status, refused.errors]).toEqual([
      ...[
        422,
        [
          'These accounts cannot be merged now: both have a part in a question that is still running. Try again later.',
        ],
      ],
    ]);
    expect(
      (await database.db.person.findUniqueOrThrow({ where: { id: merged.id } })).mergedIntoId,
    ).toBeNull();
    await database.db.personMerge.deleteMany();
    expect((await propose()).status).toBe(422);
    await database.db.bid.updateMany({ where: { leadId: merged.id }, data: { withdrawnAt: new Date() } });
    expect((await propose()).status).toBe(303);
  });

  test('by a member, about themselves, with themselves, or with the demonstration', async () => {
    for (const path of [
      paths.duplicatePeople(),
      paths.proposeAnyMerge(),
      paths.proposePersonMerge(kept.reference, merged.reference),
    ])
      expect((await visit(path, { as: who.member })).status).toBe(403);
    expect((await propose(who.member)).status).toBe(403);
    const self = await makeAccount({ roles: ['coordinator'], name: 'Self Same' });
    const about = { ...form(), merged: showReference(self.reference) };
    const { location } = await send(paths.proposePersonMerge(kept.reference, self.reference), about, {
      as: who.coordinator,
    });
    expect((await decide(location, self.id)).status).toBe(403);
    const address = paths.proposePersonMerge(kept.reference, merged.reference);
    const same = { ...form(), merged: form().kept };
    expect((await send(address, same, { as: who.coordinator })).errors).toEqual([
      'These are one account already.',
    ]);
    const demonstration = { ...form(), merged: showReference((await makePerson()).reference) };
    expect((await send(address, demonstration, { as: who.coordinator })).errors[0]).toContain(
      'demonstration',
    );
  });

  test('when somebody says why they are two, which needs a reason and stands', async () => {
    const proposed = await propose();
    const bare = await decide(proposed.location, who.second, { decision: 'decline' });
    expect(bare.messageBeside('reason')).toBe('Say why they are two people');
    const declined = await decide(proposed.location, who.second, {
      decision: 'decline',
      reason: 'Mother and daughter',
    });
    expect(declined.banner).toBe('The two accounts stay apart');
    expect((await visit(proposed.location ?? '', { as: who.coordinator })).text).toContain(
      'Mother and daughter',
    );
    expect((await open(who.coordinator)).text).not.toContain(kept.name);
    await expect(
      database.db.personMerge.updateMany({ data: { accepted: true, decidedById: who.coordinator } }),
    ).rejects.toThrow('person_merge_by_another');
  });
});
