import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { TeamRole } from '~/domain/actor';
import { makePerson } from './people';
import { makeAskingTeam, makeQuestion, type AskingTeam, type RouteSlug } from './questions';

/** People who stand outside a question's team, one of each kind, by id. */
export interface Outsiders {
  unverified: string;
  member: string;
  expert: string;
  rival: string;
  coordinator: string;
  auditor: string;
  committeeReader: string;
  administrator: string;
}

/** A verified member who is no expert belongs to another team, as officials do. */
export async function makeOutsiders(): Promise<Outsiders> {
  const [unverified, expert, rival, coordinator, auditor, committeeReader, administrator, other] =
    await Promise.all([
      makePerson({ verified: false, expert: true, name: 'Una Verified' }),
      makePerson({ expert: true, name: 'Eve Expert' }),
      makePerson({ expert: true, name: 'Rita Rival' }),
      makePerson({ roles: ['coordinator'] }),
      makePerson({ roles: ['auditor'] }),
      makePerson({ roles: ['committeeReader'] }),
      makePerson({ roles: ['administrator'] }),
      makeAskingTeam(),
    ]);
  return {
    unverified: unverified.id,
    member: other.authorId,
    expert: expert.id,
    rival: rival.id,
    coordinator: coordinator.id,
    auditor: auditor.id,
    committeeReader: committeeReader.id,
    administrator: administrator.id,
  };
}

/** Puts one more person into a team, in these roles. */
export async function joinTeam(teamId: string, roles: TeamRole[], over: { name?: string } = {}) {
  const person = await makePerson(over);
  await database().teamMembership.create({
    data: { id: newId(), teamId, personId: person.id, roles, startsAt: new Date() },
  });
  return person;
}

const COLOURS = ['benefit', 'methods', 'protection', 'consent', 'participation', 'harm'];

/** What the database holds of a draft whose every task is answered. */
export const FINISHED = {
  background: 'Two reviews exist.',
  illicitFinanceRelevant: false,
  ethics: Object.fromEntries(COLOURS.map((slug) => [`${slug}Rating`, 'green'])),
  dataProtection: { personalData: 'none', dpiaStatus: 'notNeeded', vetting: 'none', trustedResearch: 'no' },
  contractTerms: {
    ownership: 'experts',
    licenceBack: 'yes',
    publication: 'afterReview',
    reviewDays: 28,
    openLicence: 'ogl',
    contract: 'shortForm',
    fee: 'bid',
    effort: 'About 60 days',
  },
  procurement: { basis: 'quotation', document: 'Procurement file 12' },
};

type Over = Parameters<typeof makeQuestion>[0];

/** A question of a study with every task done, in the state asked for. */
export async function makeFinished(over: NonNullable<Over> = {}) {
  const terms = await someTerms();
  const priority = await database().priority.findFirstOrThrow({ where: { retiredAt: null } });
  const closesAt = new Date(Date.now() + 60 * 86_400_000);
  const data = { ...FINISHED, closesAt, ...over.data };
  return makeQuestion({ state: 'draft', terms, priorityIds: [priority.id], ...over, data });
}

/** An expert advice request with its one task done. */
export async function makeFinishedRequest(over: NonNullable<Over> = {}) {
  const routeSlug: RouteSlug = 'expert-advice-request';
  const [threat] = await someTerms();
  const data = {
    closesAt: new Date(Date.now() + 20 * 86_400_000),
    contractTerms: { fee: 'unpaid' },
    dataProtection: { personalData: 'none' },
    ...over.data,
  };
  return makeQuestion({ state: 'draft', routeSlug, ...(threat ? { terms: [threat] } : {}), ...over, data });
}

async function someTerms() {
  const schemes = ['threatArea', 'strand', 'level'] as const;
  return Promise.all(
    schemes.map(async (scheme) => {
      const { slug } = await database().term.findFirstOrThrow({ where: { scheme, retiredAt: null } });
      return { scheme, slug };
    }),
  );
}

export type { AskingTeam };
