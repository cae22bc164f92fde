import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { makeBid, makeExpert } from './bids';
import { makeExpertOn } from './experts';
import { makeFinding } from './findings';
import { actorFor, makeOrganisation, makePerson } from './people';
import { makePriority } from './priorities';
import { makeAskingTeam, makeQuestion } from './questions';
import { termCalled } from './terms';

interface Rated {
  findingId: string;
  versionId: string;
  priorityId: string;
  values: (number | null)[];
  by?: string;
  interestDeclared?: boolean;
}

/** Ratings of one finding for one priority, a person each. */
export async function rateBy({ values, by, ...about }: Rated): Promise<void> {
  const at = new Date();
  for (const value of values)
    await database().rating.create({
      data: {
        ...about,
        id: newId(),
        value,
        personId: by ?? (await makePerson()).id,
        certainty: 2,
        raterRole: 'policy',
        ratedAt: at,
        changedAt: at,
      },
    });
}

/** Something of each noun for every field of the search language, with a neighbour that differs in it. */
export async function makeSearchable() {
  const [fraud, cyber, ethnography] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('threatArea', 'cyber-crime'),
    termCalled('method', 'ethnography'),
  ]);
  const aim = await makePriority({ name: 'Follow the money' });
  const questions = await makeQuestions(aim.id);
  const findings = await makeFindings({ fraud: fraud.id, cyber: cyber.id, aim: aim.id, ...questions });
  const people = await makePeople(fraud.id, cyber.id, ethnography.id);
  return { ...questions, ...findings, ...people, aim };
}

async function makeQuestions(priorityId: string) {
  const db = database();
  const harbour = await makeOrganisation({ name: 'Harbour Office', kind: 'central-government-department' });
  const asking = await makeAskingTeam({ organisationId: harbour.id });
  await db.team.update({ where: { id: asking.teamId }, data: { name: 'Quay analysts' } });
  await db.person.update({ where: { id: asking.authorId }, data: { name: 'Wanda Ritter' } });
  const quay = await makeQuestion({
    asking,
    title: 'Quay',
    priorityIds: [priorityId],
    terms: [
      { scheme: 'threatArea', slug: 'fraud' },
      { scheme: 'strand', slug: 'prevent' },
      { scheme: 'enabler', slug: 'borders-and-ports' },
    ],
    data: {
      budgetMaximum: 4_000_000,
      budgetMinimum: 1_000_000,
      neededBy: new Date('2031-05-05'),
      decisionDate: new Date('2032-06-06'),
    },
  });
  const weir = await makeQuestion({
    title: 'Weir',
    state: 'inEvaluation',
    released: true,
    routeSlug: 'funding-call',
    terms: [{ scheme: 'threatArea', slug: 'cyber-crime' }],
  });
  const moor = await makeQuestion({ title: 'Moor', routeSlug: 'expert-advice-request', closesInDays: 900 });
  const bidder = await makeExpert({ name: 'Bea Bidder' });
  await makeBid({ question: quay, leadId: bidder.id });
  await makeBid({ question: weir });
  for (let made = 0; made < 3; made += 1)
    await db.adviceAnswer.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: moor.id,
        personId: (await makePerson({ expert: true })).id,
        body: 'Yes',
        createdAt: new Date(),
        submittedAt: made < 2 ? new Date() : null,
      },
    });
  return { quay, weir, moor, harbour, bidder };
}

interface Made {
  fraud: string;
  cyber: string;
  aim: string;
  moor: { id: string };
}

async function makeFindings({ fraud, cyber, aim, moor }: Made) {
  const db = database();
  const leah = await makePerson({ expert: true, name: 'Leah Moyle' });
  const rower = await makePerson({ name: 'Rowan Rower' });
  const lamp = await makeFinding({
    title: 'Lamp',
    year: 2020,
    studyType: 'review',
    released: true,
    termIds: [fraud],
    authors: [{ name: 'Léah Moyle', personId: leah.id }],
    publishedAt: new Date('2026-03-31T23:30:00Z'),
  });
  const kite = await makeFinding({
    title: 'Kite',
    year: 2024,
    studyType: 'expertJudgement',
    termIds: [cyber],
    questionId: moor.id,
    publishedAt: new Date('2026-05-01T12:00:00Z'),
  });
  const reed = await makeFinding({ title: 'Reed', publishedAt: new Date('2026-07-01T12:00:00Z') });
  await db.finding.update({ where: { id: lamp.id }, data: { confidence: 'high', appraisedAt: new Date() } });
  await db.finding.update({ where: { id: reed.id }, data: { reviewBy: new Date('2020-01-01') } });
  const second = await makePriority({ name: 'Second' });
  await rateBy({ findingId: lamp.id, versionId: lamp.versionId, priorityId: aim, values: [1, 5, 3] });
  await rateBy({ findingId: lamp.id, versionId: lamp.versionId, priorityId: second.id, values: [4, null] });
  await rateBy({ findingId: kite.id, versionId: kite.versionId, priorityId: aim, values: [2], by: rower.id });
  await rateBy({
    findingId: kite.id,
    versionId: kite.versionId,
    priorityId: aim,
    values: [5],
    interestDeclared: true,
  });
  return { lamp, kite, reed, leah, rower };
}

async function makePeople(fraud: string, cyber: string, ethnography: string) {
  const db = database();
  const college = await makeOrganisation({ name: 'Tidal College' });
  const named = (id: string, name: string) => db.person.update({ where: { id }, data: { name } });
  const heron = await makeExpertOn([fraud, ethnography], {
    availability: 'available',
    languages: ['Albanian'],
    regions: ['London'],
  });
  const egret = await makeExpertOn([cyber], { confirmedAt: new Date('2020-01-01') });
  await named(heron.id, 'Heron');
  await named(egret.id, 'Egret');
  const at = { organisationId: college.id, startsOn: new Date('2020-01-01') };
  await db.affiliation.create({ data: { ...at, id: newId(), personId: heron.id, verifiedAt: new Date() } });
  await db.affiliation.create({ data: { ...at, id: newId(), personId: egret.id } });
  const force = await makeOrganisation({ name: 'Abbey Constabulary', kind: 'police-force' });
  await db.organisation.update({ where: { id: force.id }, data: { level: 'local', region: 'london' } });
  return { heron, egret, college, force, collegeMember: await actorFor(heron.id) };
}

export type Searchable = Awaited<ReturnType<typeof makeSearchable>>;
