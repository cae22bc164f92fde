import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { keepRevision } from '~/domain/strategy/joint/loaded-joint-set.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { makeCapability } from './capabilities';
import { makeDataset } from './datasets';
import { makeGroup } from './groups';
import { makeMeasure } from './measures';
import { makeLine } from './money';
import { makeOrganisation, makePerson, makeTeam } from './people';
import { makePledge } from './pledges';
import { makeAskingTeam, makeQuestion } from './questions';

const DAY = new Date('2020-01-01');
const LATER = new Date('2060-01-01');

/** One live thing of nearly every kind that an organisation can hold, with a question of its team. */
export async function makeHoldings(organisationId: string) {
  const person = await makePerson({ expert: true, organisationId });
  const asking = await makeAskingTeam({ organisationId });
  const question = await makeQuestion({ asking });
  const other = await makeOrganisation();
  const group = await makeGroup({ members: [organisationId, other.id] });
  const capability = await makeCapability();
  await database().capability.update({ where: { id: capability.id }, data: { ownerId: organisationId } });
  const used = await makeCapability();
  await database().capabilityUser.create({ data: { capabilityId: used.id, organisationId } });
  const measure = await makeMeasure({ createdById: person.id, organisationId });
  const dataset = await makeDataset({ createdById: person.id, confirmedById: asking.ownerId });
  await database().dataset.update({ where: { id: dataset.id }, data: { organisationId } });
  const line = await makeLine({
    organisationId,
    recordedById: person.id,
    pounds: 7,
    startsOn: ukDay(new Date()),
  });
  await makePledge({ questionId: question.id, organisationId, recordedById: person.id });
  await makeWaiting(organisationId, question.id, person.id);
  const strategic = await makeStrategic(organisationId, person.id, other.id, asking.teamId);
  return { person, asking, question, group, capability, used, measure, dataset, line, ...strategic };
}

/** An invitation to answer, one to join, a request to join, and a domain. */
async function makeWaiting(organisationId: string, questionId: string, personId: string) {
  const now = new Date();
  const applicant = await makePerson({ verified: false });
  await database().organisationDomain.create({
    data: { domain: `${organisationId}.example.org`, organisationId },
  });
  await database().joinRequest.create({
    data: {
      ...{ id: newId(), reference: newReference(), personId: applicant.id, organisationId },
      ...{ reason: 'I work there', requestedAt: now },
    },
  });
  await database().invitation.create({
    data: {
      ...{ id: newId(), reference: newReference(), tokenHash: Buffer.from(newId()), organisationId },
      ...{ address: `${newId()}@example.org`, createdAt: now, expiresAt: LATER },
    },
  });
  const asked = await makeQuestion({ asking: await makeAskingTeam() });
  await database().questionInvitation.create({
    data: { id: newId(), questionId: asked.id, organisationId, invitedById: personId, invitedAt: now },
  });
}

/** Accountable for a term of its own, owner of an objective and an interim set, one of a joint set, and it follows both. */
async function makeStrategic(organisationId: string, personId: string, otherId: string, teamId: string) {
  const now = new Date();
  const db = database();
  const term = await db.term.findFirstOrThrow({
    where: { scheme: 'threatArea', responsibilities: { none: { endsOn: null } } },
    orderBy: { id: 'asc' },
  });
  const responsibility = await db.responsibility.create({
    data: {
      ...{ id: newId(), reference: newReference(), role: 'accountable', termId: term.id, organisationId },
      ...{ teamId, startsOn: DAY, recordedAt: now },
    },
  });
  const frameworkId = newId();
  const item = { id: newId() };
  await db.framework.create({
    data: {
      ...{
        id: frameworkId,
        reference: newReference(),
        slug: `plan-${frameworkId}`,
        document: `Plan ${frameworkId}`,
      },
      ...{ citation: 'Ours', startsOn: DAY, startsWritten: '2020', createdAt: now },
      items: { create: { ...item, reference: newReference(), position: 1, name: 'Fewer of them' } },
    },
  });
  await db.objectiveVersion.create({
    data: {
      ...{ id: newId(), frameworkItemId: item.id, number: 1, ownerOrganisationId: organisationId },
      ...{ changeNote: 'First', recordedAt: now, areas: { create: { termId: term.id } } },
    },
  });
  await db.following.create({
    data: {
      ...{ id: newId(), reference: newReference(), organisationId, frameworkId },
      ...{ startsOn: DAY, declaredById: personId, declaredAt: now },
    },
  });
  const id = newId();
  await db.prioritySet.create({
    data: {
      ...{
        id,
        reference: newReference(),
        slug: `set-${id}`,
        document: `Set ${id} (interim)`,
        kind: 'policing',
      },
      ...{ startsOn: ukDay(now), endsOn: addDays(ukDay(now), 300), startsWritten: '2026', createdAt: now },
      ...{ interim: true, ownerOrganisationId: organisationId, ownerTeamId: teamId },
    },
  });
  const jointId = newId();
  await db.jointSet.create({
    data: {
      ...{
        id: jointId,
        reference: newReference(),
        document: 'Ours',
        kind: 'policing',
        startsWritten: '2026',
      },
      ...{ priorities: ['One'], proposedById: personId, proposedAt: now, changedAt: now },
      owners: { create: [{ organisationId }, { organisationId: otherId }] },
    },
  });
  await keepRevision(db, { jointSetId: jointId, number: 1, by: personId, at: now });
  return { term, responsibility, item, setId: id, jointId };
}

/** A successor with a team whose senior responsible owner answers for it. */
export async function makeSuccessor(name: string, kind = 'police-force') {
  const organisation = await makeOrganisation({ name, kind });
  const owner = await makePerson({ organisationId: organisation.id });
  await makeTeam({
    organisationId: organisation.id,
    members: [{ personId: owner.id, roles: ['seniorResponsibleOwner'] }],
  });
  return { ...organisation, ownerId: owner.id, owner };
}
