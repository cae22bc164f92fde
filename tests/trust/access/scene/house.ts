import { run } from '~/domain/command.server';
import { proposePersonMerge } from '~/domain/curation/commands/propose-person-merge.server';
import { startBulkAction } from '~/domain/curation/commands/start-bulk-action.server';
import { newReference } from '~/domain/new-reference.server';
import { requestToJoin } from '~/domain/people/commands/request-to-join.server';
import { issueToken } from '~/domain/people/secrets/one-time-token.server';
import { showReference } from '~/domain/reference';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newToken } from '~/platform/one-time-tokens.server';
import { actorFor, actorInSession, makeOrganisation, makePerson } from '../../../support/factories/people';
import { makeTerm } from '../../../support/factories/terms';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import { makeDirection } from './direction';
import type { Things } from './things';

const DAY = 86_400_000;

/** Strategy and its words, as the reference data has them. */
export async function findStrategy(things: Things): Promise<void> {
  const db = database();
  const area = await db.term.findFirstOrThrow({ where: { scheme: 'threatArea' } });
  const framework = await db.framework.findFirstOrThrow();
  const set = await db.prioritySet.findFirstOrThrow({ where: { slug: { not: { startsWith: 'set-' } } } });
  things.keep('threat area', 'always', { slug: area.slug });
  things.keep('framework', 'always', { slug: framework.slug });
  const item = await db.frameworkItem.findFirstOrThrow({ where: { frameworkId: framework.id } });
  things.keep('objective', 'always', { reference: showReference(item.reference) });
  const intervention = await db.term.findFirstOrThrow({ where: { scheme: 'interventionType' } });
  things.keep('intervention', 'always', { slug: intervention.slug });
  things.keep('priority set', 'always', { slug: set.slug });
  things.keep('term', 'always', { reference: showReference((await makeTerm()).reference) });
  await makeDirection(things);
}

/** Organisations, teams, people and their profiles. */
export async function findPeople({ people, asking }: Cast, things: Things): Promise<void> {
  const db = database();
  const team = await db.team.findUniqueOrThrow({ where: { id: asking.teamId } });
  const organisation = await makeOrganisation();
  const shown = (name: keyof typeof people) => showReference(people[name].reference);
  await db.expertProfile.update({ where: { personId: people.researcher.id }, data: { listed: false } });
  const former = await makeOrganisation();
  await db.affiliation.create({
    data: {
      id: newId(),
      personId: people.researcher.id,
      organisationId: former.id,
      startsOn: new Date('2019-01-01'),
      verifiedAt: await soundingsNow(db),
    },
  });
  await makeSavedSearch(people.researcher.id, things);
  await makeRegister(people.researcher.id, things);
  things.keep('affiliation', "the researcher's", { organisation: showReference(former.reference) });
  things.keep('organisation', 'always', { reference: showReference(organisation.reference) });
  things.keep('team', 'always', { reference: showReference(team.reference), person: shown('observer') });
  await makeEnquiries(people.researcher.id, team.id, things);
  things.keep('expert', 'listed', { reference: shown('uninvolved expert') });
  things.keep('expert', 'not listed', { reference: shown('researcher') });
  things.keep('person', 'always', { reference: showReference((await makePerson()).reference) });
}

async function makeRegister(personId: string, things: Things): Promise<void> {
  const { reference } = await database().registeredInterest.create({
    data: {
      ...{ id: newId(), reference: newReference(), personId, kind: 'adviser', aboutName: 'Harbour Trust' },
      addedAt: await soundingsNow(database()),
    },
  });
  things.keep('registered interest', "the researcher's", { reference: showReference(reference) });
}

/** One with a feed. */
async function makeSavedSearch(personId: string, things: Things): Promise<void> {
  const { token, hash } = newToken();
  const at = await soundingsNow(database());
  const { reference } = await database().savedSearch.create({
    data: {
      ...{ id: newId(), reference: newReference(), personId, name: 'Ports', query: 'ports' },
      ...{ savedAt: at, lookedAt: at, feedHash: hash, feedMadeAt: at },
    },
  });
  things.keep('saved search', "the researcher's", { reference: showReference(reference) });
  things.keep('feed of a search', 'known', { token });
  things.keep('feed of a search', 'unknown', { token: 'x'.repeat(43) });
}

/** Letters with links, an invitation, a request to join and a bulk action that stopped half way. */
export async function makeHousekeeping({ people }: Cast, things: Things): Promise<void> {
  const db = database();
  const now = await soundingsNow(db);
  const person = await makePerson({ demonstration: false });
  const { token, hash } = newToken();
  const invitation = await db.invitation.create({
    data: {
      id: newId(),
      reference: newReference(),
      tokenHash: hash,
      address: 'newcomer@example.org',
      invitedById: people.administrator.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 7 * DAY),
    },
  });
  things.keep('invitation', 'always', { reference: showReference(invitation.reference) });
  const letters = {
    'letter about a password': await issueToken(db, 'passwordReset', 'somebody@example.org', person.id),
    'letter about joining': await issueToken(db, 'join', 'other@example.org', null),
    'letter about an address': await issueToken(db, 'confirmEmail', 'second@example.org', person.id),
    'letter of invitation': token,
  };
  for (const [noun, known] of Object.entries(letters)) {
    things.keep(noun, 'known', { token: known });
    things.keep(noun, 'unknown', { token: 'x'.repeat(43) });
  }
  const letter = await db.mail.create({
    data: {
      id: newId(),
      purpose: 'notice',
      toAddress: 'a@example.org',
      subject: 'Hello',
      text: 'Text',
      queuedAt: now,
      keptAt: now,
    },
  });
  things.keep('kept letter', 'always', { id: letter.id });
  await makeQueue(people.coordinator.id, things);
  await proposeMerge(people.coordinator.id, things);
}

async function proposeMerge(coordinatorId: string, things: Things): Promise<void> {
  const [kept, merged] = [await makePerson(), await makePerson()];
  const asked = { kept: kept.reference, merged: merged.reference, reason: 'They told me so.' };
  const { reference } = done(await run(proposePersonMerge, await actorInSession(coordinatorId), asked));
  things.keep('proposed merge', 'always', { reference: showReference(reference) });
}

async function makeQueue(coordinatorId: string, things: Things): Promise<void> {
  const joiner = await actorFor((await makePerson({ verified: false })).id);
  const asked = { organisation: '', organisationName: 'University of Somewhere', reason: 'I study ports.' };
  const request = done(await run(requestToJoin, joiner, asked));
  const reference = showReference(request.reference);
  things.keep('join request', 'always', { reference });
  things.keep('letter template', 'always', { kind: 'winner' });
  things.keep('queue', 'always', { kind: 'joins', reference });
  const bulk = done(
    await run(startBulkAction, await actorInSession(coordinatorId), {
      action: 'accept-joins',
      items: [request.reference],
    }),
  );
  things.keep('bulk action', 'always', { reference: showReference(bulk.reference) });
}

/** Of the researcher to the asking team: one within its day, and one whose day has passed. */
async function makeEnquiries(askerId: string, teamId: string, things: Things): Promise<void> {
  const db = database();
  const now = await soundingsNow(db);
  for (const [state, dueOn] of Object.entries({ waiting: null, late: new Date('2020-01-02') })) {
    const row = { id: newId(), reference: newReference(), teamId, askerId, subject: `An enquiry, ${state}` };
    await db.enquiry.create({ data: { ...row, openedAt: now, lastAt: now } });
    const said = { id: newId(), enquiryId: row.id, authorId: askerId, fromTeam: false, text: 'May we?' };
    await db.enquiryMessage.create({ data: { ...said, dueOn, sentAt: now } });
    things.keep('enquiry', state, { reference: showReference(row.reference) });
  }
}
