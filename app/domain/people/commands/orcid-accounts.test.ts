import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import {
  actorInSession,
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  visitor,
} from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { showReference } from '../../reference';
import { orcidJoining } from '../queries/orcid-joining.server';
import { ownData } from '../queries/own-data.server';
import { confirmEmail } from './confirm-email.server';
import { erasePerson } from './erase-person.server';
import { joinByOrcid } from './join-by-orcid.server';
import { linkOrcid } from './link-orcid.server';
import { signInWithOrcid } from './sign-in-with-orcid.server';
import { startJoiningByOrcid } from './start-joining-by-orcid.server';
import { unlinkOrcid } from './unlink-orcid.server';

const database = useDatabase();
const peer = '192.0.2.1';
const [IDA, ADA, BEA, CEA] = [
  ...['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X', '0000-0003-1415-9269'],
] as [string, string, string, string];
let university: string;

beforeAll(async () => {
  university = (await makeOrganisation({ name: 'University of iDs', domain: 'ids.example' })).id;
});

const start = async (orcid: string) =>
  done(await run(startJoiningByOrcid, visitor(), { orcid, name: 'Ida Example', peer })).token;
const join = (token: string, address: string) =>
  run(joinByOrcid, visitor(), { token, name: 'Ida Example', address, peer });
const enter = (orcid: string) => run(signInWithOrcid, visitor(), { orcid, peer });
const personOf = (id: string) =>
  database.db.person.findUniqueOrThrow({ where: { id }, include: { emails: true, affiliations: true } });

describe('joining by ORCID', () => {
  test('makes an unverified account, which an address of an organisation lets in', async () => {
    const token = await start(IDA);
    expect(await ask(orcidJoining, visitor(), { token })).toEqual({
      ...{ orcid: IDA, name: 'Ida Example', usable: true },
    });
    const { personId } = done(await join(token, 'ida@ids.example'));
    expect(await personOf(personId)).toMatchObject({
      ...{ orcid: IDA, verifiedAt: null, emails: [], affiliations: [] },
    });
    expect(done(await enter(IDA))).toEqual({ personId });
    const actor = await actorInSession(personId);
    expect(actor.verified).toBe(false);
    const letter = await lastLetter('ida@ids.example');
    const factor = { totpSecret: new Uint8Array(1), totpConfirmedAt: new Date() };
    await database.db.credential.update({ where: { personId }, data: factor });
    done(await run(confirmEmail, await actorInSession(personId), { token: letter.token }));
    expect(await personOf(personId)).toMatchObject({
      verifiedBy: 'emailDomain',
      emails: [{ address: 'ida@ids.example', primary: true, personal: false }],
      affiliations: [{ organisationId: university }],
    });
    const held = JSON.stringify(await ask(ownData, await actorInSession(personId), {}));
    expect(held).toContain(IDA);
  });

  test('works once, for one iD, whatever is sent twice or at once', async () => {
    const [first, second] = [await start(ADA), await start(ADA)];
    const outcomes = await Promise.all([
      join(first, 'a@x.example'),
      join(second, 'b@x.example'),
      join(first, 'c@x.example'),
    ]);
    expect(outcomes.map(ending).sort()).toEqual(['LinkHasExpired', 'LinkHasExpired', 'done']);
    expect(await database.db.person.count({ where: { orcid: ADA } })).toBe(1);
    expect(ending(await join('x'.repeat(43), 'd@x.example'))).toBe('hidden');
    expect(await ask(orcidJoining, visitor(), { token: 'x'.repeat(43) })).toBeNull();
  });

  test('with an address of another account tells its holder, and gives it to nobody', async () => {
    const { id, address } = await makeAccount();
    const { personId } = done(await join(await start(BEA), address));
    expect((await lastLetter(address)).text).not.toContain('/account/emails/confirm/');
    expect((await personOf(personId)).emails).toEqual([]);
    expect((await personOf(id)).emails).toHaveLength(1);
  });
});

describe('an iD on an account', () => {
  test('opens it only once proved, and belongs to one account', async () => {
    const typed = await makeAccount();
    await database.db.person.update({ where: { id: typed.id }, data: { orcid: CEA } });
    expect(ending(await enter(CEA))).toBe('OrcidIsNotLinked');
    const other = await actorInSession((await makeAccount()).id);
    expect(ending(await run(linkOrcid, other, { orcid: CEA }))).toBe('OrcidIsTaken');
    done(await run(linkOrcid, await actorInSession(typed.id), { orcid: CEA }));
    expect(done(await enter(CEA))).toEqual({ personId: typed.id });
    done(await run(unlinkOrcid, await actorInSession(typed.id), {}));
    expect(ending(await enter(CEA))).toBe('OrcidIsNotLinked');
    expect(ending(await run(unlinkOrcid, await actorInSession(typed.id), {}))).toBe('hidden');
  });

  test('that is the only way in stays', async () => {
    const { id } = await database.db.person.findUniqueOrThrow({ where: { orcid: IDA } });
    expect(ending(await run(unlinkOrcid, await actorInSession(id), {}))).toBe('NoOtherWayIn');
  });

  test('is not for demonstration accounts, and not for visitors', async () => {
    const demonstration = await actorInSession((await makePerson()).id);
    expect(ending(await run(linkOrcid, demonstration, { orcid: '0000-0001-2345-6789' }))).toBe('denied');
    expect(ending(await run(linkOrcid, visitor(), { orcid: '0000-0001-2345-6789' }))).toBe('hidden');
  });

  test('goes with an erasure, and with it the works and the ties to names', async () => {
    const { id, reference, name } = await database.db.person.findUniqueOrThrow({ where: { orcid: IDA } });
    const work = { id: crypto.randomUUID(), reference: 'WORK', title: 'Tied', createdAt: new Date() };
    await database.db.work.create({
      data: { ...work, authors: { create: { position: 1, name, personId: id, orcid: IDA } } },
    });
    await database.db.expertWork.create({
      data: {
        ...{ id: crypto.randomUUID(), personId: id, workId: work.id, source: 'orcid', sourceId: '1' },
        ...{ title: 'Tied', authors: [], state: 'taken', offeredAt: new Date(), decidedAt: new Date() },
      },
    });
    const administrator = await actorInSession((await makeAccount({ roles: ['administrator'] })).id);
    const asked = { person: showReference(reference), basis: 'request', confirmation: name };
    done(await run(erasePerson, administrator, asked));
    expect(await personOf(id)).toMatchObject({ orcid: null, orcidVerifiedAt: null, name: 'former member' });
    expect(await database.db.expertWork.count({ where: { personId: id } })).toBe(0);
    expect(await database.db.workAuthor.findMany({ where: { workId: work.id } })).toMatchObject([
      { name, personId: null, orcid: null },
    ]);
    expect(await database.db.oneTimeToken.count({ where: { address: { contains: IDA } } })).toBe(0);
    expect(ending(await enter(IDA))).toBe('OrcidIsUnknown');
  });
});
