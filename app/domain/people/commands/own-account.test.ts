import { expect, test } from 'vitest';
import {
  actorFor,
  actorInSession,
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { ownAccount } from '../queries/own-account.server';
import { ownSessions } from '../queries/own-sessions.server';
import { addEmail } from './add-email.server';
import { changeOwnDetails } from './change-own-details.server';
import { claimAffiliation } from './claim-affiliation.server';
import { confirmAffiliation } from './confirm-affiliation.server';
import { confirmEmail } from './confirm-email.server';
import { endAffiliation } from './end-affiliation.server';
import { endOwnSessions } from './end-own-sessions.server';
import { makeEmailPrimary } from './make-email-primary.server';
import { removeEmail } from './remove-email.server';

const base = useDatabase();
const somebody = async () => actorInSession((await makeAccount()).id);

test('an address is added by its letter, made primary, and the former one removed', async () => {
  const { id, address: former } = await makeAccount();
  const actor = await actorInSession(id);
  const address = 'mine-for-life@example.org';
  done(await run(addEmail, actor, { address }));
  expect((await ask(ownAccount, actor, {}))?.waitingEmails).toEqual([address]);
  const { token } = await lastLetter(address);
  expect(done(await run(confirmEmail, actor, { token }))).toEqual({ address, organisation: null });
  expect(ending(await run(removeEmail, actor, { address: former }))).toBe('PrimaryEmailStays');
  done(await run(makeEmailPrimary, actor, { address }));
  done(await run(removeEmail, actor, { address: former }));
  expect((await ask(ownAccount, actor, {}))?.emails).toEqual([{ address, primary: true }]);
});

test("an address of an organisation confirms the person's place there", async () => {
  const organisation = await makeOrganisation({ domain: 'place.ac.uk' });
  const { id } = await makeAccount({ verified: false });
  const actor = await actorInSession(id);
  done(await run(addEmail, actor, { address: 'ada@place.ac.uk' }));
  const { token } = await lastLetter('ada@place.ac.uk');
  expect(done(await run(confirmEmail, actor, { token })).organisation).toBe(organisation.name);
  expect(await actorInSession(id)).toMatchObject({ verified: true, organisationIds: [organisation.id] });
});

test('a letter confirms for its own account only, and once', async () => {
  const actor = await somebody();
  done(await run(addEmail, actor, { address: 'once-only@example.org' }));
  const { token } = await lastLetter('once-only@example.org');
  expect(ending(await run(confirmEmail, await somebody(), { token }))).toBe('hidden');
  done(await run(confirmEmail, actor, { token }));
  expect(ending(await run(confirmEmail, actor, { token }))).toBe('LinkHasExpired');
});

test('an address of another account is refused by letter, not on the page', async () => {
  const { address } = await makeAccount();
  const actor = await somebody();
  expect(await run(addEmail, actor, { address })).toMatchObject({ kind: 'done', value: { address } });
  const letter = await lastLetter(address);
  expect(letter.subject).toContain('already belongs');
  expect(letter.token).toBe('');
});

test('nobody changes the addresses of a demonstration account', async () => {
  const shared = await actorFor((await makePerson()).id);
  expect(ending(await run(addEmail, shared, { address: 'a@example.org' }))).toBe('denied');
});

test('details are changed, with the ORCID iD checked, and a stale form is refused', async () => {
  const actor = await somebody();
  const change = {
    name: 'New Name',
    title: 'Professor',
    orcid: '0000000218250097',
    noticesByMail: true,
    revision: 1,
  };
  done(await run(changeOwnDetails, actor, change));
  expect(await ask(ownAccount, actor, {})).toMatchObject({
    name: 'New Name',
    orcid: '0000-0002-1825-0097',
    revision: 2,
  });
  expect(ending(await run(changeOwnDetails, actor, change))).toBe('DetailsHaveChanged');
  const wrong = await run(changeOwnDetails, actor, { ...change, orcid: '0000000218250098', revision: 2 });
  expect(wrong.kind === 'invalid' && wrong.issues[0]?.path).toEqual(['orcid']);
  const other = await somebody();
  expect(ending(await run(changeOwnDetails, other, change))).toBe('OrcidIsTaken');
});

test('what a person changed of themselves is readable under their key alone', async () => {
  const actor = await somebody();
  done(await run(changeOwnDetails, actor, { name: 'Unmistakable Name', revision: 1 }));
  const facts = await base.db.fact.findMany({ where: { nounId: actor.id } });
  expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('Unmistakable');
});

test('an affiliation is claimed, confirmed by a coordinator, and ended with the account left whole', async () => {
  const actor = await somebody();
  const organisation = await makeOrganisation();
  const claim = { organisation: organisation.reference, post: 'Reader', startsOn: '2024-09-01' };
  done(await run(claimAffiliation, actor, claim));
  expect(ending(await run(claimAffiliation, actor, claim))).toBe('AffiliationIsOpen');
  expect((await actorInSession(actor.id)).organisationIds).toEqual([]);
  const confirm = { person: actor.reference, organisation: organisation.reference };
  expect(ending(await run(confirmAffiliation, actor, confirm))).toBe('denied');
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  done(await run(confirmAffiliation, coordinator, confirm));
  expect((await actorInSession(actor.id)).organisationIds).toEqual([organisation.id]);
  const end = { organisation: organisation.reference };
  expect(ending(await run(endAffiliation, actor, { ...end, endsOn: '2024-08-31' }))).toBe('EndIsBeforeStart');
  expect(ending(await run(endAffiliation, actor, { ...end, endsOn: '2199-01-01' }))).toBe('EndIsAhead');
  done(await run(endAffiliation, actor, { ...end, endsOn: '2025-08-31' }));
  expect((await actorInSession(actor.id)).organisationIds).toEqual([]);
  done(await run(claimAffiliation, actor, { organisation: organisation.reference }));
});

test('sessions are listed without their keys, and ended one by one or all others', async () => {
  const { id } = await makeAccount();
  const [first, second] = [await actorInSession(id), await actorInSession(id)];
  const actor = await actorInSession(id);
  const listed = await ask(ownSessions, actor, {});
  expect(listed).toHaveLength(3);
  expect(listed?.find(({ present }) => present)?.name).toBe(actor.sessionId?.slice(0, 16));
  const stranger = await somebody();
  expect(done(await run(endOwnSessions, stranger, { session: first.sessionId!.slice(0, 16) }))).toEqual({
    count: 0,
  });
  await base.db.session.update({
    where: { id: first.sessionId! },
    data: { id: `aaaaaaaaaaaaaaaa${first.sessionId!}` },
  });
  expect(done(await run(endOwnSessions, actor, { session: 'aaaaaaaaaaaaaaaa' }))).toEqual({ count: 1 });
  expect(done(await run(endOwnSessions, actor, { session: 'others' }))).toEqual({ count: 1 });
  expect(await base.db.session.findMany({ where: { personId: id } })).toHaveLength(1);
  expect(second.sessionId).not.toBe(actor.sessionId);
});
