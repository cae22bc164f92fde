import { database } from '~/platform/db.server';
import { seededFrom, type Chance } from '../../../prisma/seed/demonstration/chain/chance';
import { peopleHappenings } from '../../../prisma/seed/demonstration/people';
import type { Play } from '../../../prisma/seed/demonstration/replay/play';
import { makeOrganisation, makePerson } from '../../support/factories/people';

/** Who takes part besides the asking team, by the names that the play knows them by. */
export interface Crowd {
  leads: { key: string; organisation: string }[];
  assessors: string[];
}

const TOWNS = 'Aldham Brinsea Corwick Dunmere Eastoke Farleigh Garsdale Hexworth Inverdon Jarrowby'.split(
  ' ',
);
const FIRST =
  'Amara Bryn Chidi Delia Ewan Farida Glenys Hamish Imogen Jonas Kavita Lowri Milo Nadia Owen'.split(' ');
const LAST =
  'Abbas Beynon Carrow Dalal Eze Fenwick Grover Hale Iqbal Jessop Kerr Lund Mbeki Noor Okell'.split(' ');
const AT_ONCE = 30;

/** The people who keep Soundings and the team that asks, as the demonstration makes them. */
export async function makeTeamOf(play: Play, team: string): Promise<void> {
  const wanted = new Set(['people', `team ${team}`]);
  for (const { what, run } of peopleHappenings(play))
    if (wanted.has(what) || what.endsWith('becomes coordinator')) await run();
}

/**
 * Bidders and assessors of invented institutions. Every tenth assessor works where somebody bids from, so that
 * there are conflicts to find; all have declared fields, so that matching has something to go by.
 */
export async function makeCrowd(play: Play, sizes: { bids: number; assessors: number }): Promise<Crowd> {
  const chance = seededFrom('a large call');
  const terms = await database().term.findMany({
    where: { scheme: { in: ['threatArea', 'method', 'discipline'] }, retiredAt: null },
    select: { id: true },
    orderBy: { slug: 'asc' },
  });
  const places = Math.max(2, Math.round((sizes.bids + sizes.assessors) / 4));
  const organisations: { id: string; reference: string }[] = [];
  for (let place = 0; place < places; place++)
    organisations.push(
      await makeOrganisation({ name: `${chance.pick(TOWNS)} Institute ${place + 1} (invented)` }),
    );
  const half = Math.ceil(places / 2);
  const join = async (key: string, place: number) => {
    const organisation = organisations[place % places];
    if (!organisation) throw new Error('there is no institution');
    const person = await makePerson({ name: nameOf(chance), organisationId: organisation.id, expert: true });
    const fields = chance.shuffled(terms).slice(0, 6);
    await database().expertTerm.createMany({
      data: fields.map(({ id }) => ({ personId: person.id, termId: id })),
    });
    play.people.set(key, { id: person.id, reference: person.reference });
    return { key, organisation: organisation.reference };
  };
  const leads = await inTurns(sizes.bids, (index) => join(`lead-${index}`, index % half));
  const assessors = await inTurns(sizes.assessors, (index) =>
    join(`assessor-${index}`, index % 10 === 0 ? index % half : half + (index % (places - half))),
  );
  return { leads, assessors: assessors.map(({ key }) => key) };
}

const nameOf = (chance: Chance): string => `${chance.pick(FIRST)} ${chance.pick(LAST)}`;

async function inTurns<Made>(count: number, make: (index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < count; from += AT_ONCE)
    made.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => make(from + index)),
      )),
    );
  return made;
}
