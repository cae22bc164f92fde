import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

/** A fact stands in the history of each organisation: everybody who is told is told by the one that concerns them. */
const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const row = await db.reorganisation.findUnique({
    where: { id: textOf(fact, 'reorganisationId') ?? '' },
    include: {
      parts: {
        include: { organisation: { select: { name: true } } },
        orderBy: [{ side: 'asc' }, { organisationId: 'asc' }],
      },
    },
  });
  const part = row?.parts.find(({ organisationId }) => organisationId === fact.nounId);
  if (!row || !part) return null;
  const ending = row.parts.filter(({ side }) => side === 'predecessor');
  return {
    ...{ row, part, name: part.organisation.name, isFirst: row.parts[0] === part },
    ending: ending.map(({ organisation }) => organisation.name).join(' and '),
    path: part.side === 'successor' ? pages.handovers(row.reference) : pages.reorganisation(row.reference),
  };
});

const only = (personId: string | null): string[] => (personId ? [personId] : []);

/** Who is named, senior responsible owners of the successor's teams, and coordinators where it has none of these. */
async function receiving(
  db: Db,
  row: { proposedById: string },
  { organisationId, personId }: { organisationId: string; personId: string | null },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.person_id AS id FROM team t JOIN team_membership m ON m.team_id = t.id AND m.ends_at IS NULL
    WHERE t.organisation_id = ${organisationId}::uuid AND t.closed_at IS NULL
      AND m.roles::text[] && ARRAY['seniorResponsibleOwner']`;
  const own = [...new Set([...only(personId), ...rows.map(({ id }) => id)])];
  return own.length > 0 ? own : (await coordinators(db)).filter((id) => id !== row.proposedById);
}

export const successionNotices = [
  about('ReorganisationWasProposed', async ({ db, thing: { row, isFirst, ending } }) => ({
    personIds: isFirst ? (await coordinators(db)).filter((id) => id !== row.proposedById) : [],
    subject: `To be confirmed: what becomes of ${ending}`,
    body: 'A coordinator proposes to reorganise. Somebody else has to confirm it.',
    path: pages.reorganisation(row.reference),
  })),
  about('ReorganisationPersonWasNamed', ({ thing: { row, part, name, path } }) =>
    Promise.resolve({
      personIds: row.confirmedAt ? only(part.personId) : [],
      subject: `You are named for ${name} in a reorganisation`,
      body: 'The page says what you hold, or what you are asked to take over.',
      path,
    }),
  ),
  about('ReorganisationWasConfirmed', async ({ db, thing: { row, part, name, ending, path } }) =>
    part.side === 'successor'
      ? {
          personIds: await receiving(db, row, part),
          subject: `What ${name} is to take over from ${ending}`,
          body: `It takes effect on ${showDate(row.effectiveOn)}. From then on accept what is yours, or decline it and say why.`,
          path,
        }
      : {
          personIds: only(part.personId),
          subject: `You hold what ${name} still has`,
          body: `It takes effect on ${showDate(row.effectiveOn)}. Each thing stays with you until its successor accepts it.`,
          path,
        },
  ),
  about('HandoversWereOffered', async ({ db, thing: { row, part, name, path } }) => ({
    personIds: await receiving(db, row, part),
    subject: `More for ${name} to take over`,
    body: 'Accept what is yours, or decline it and say why.',
    path,
  })),
  about('HandoversWereAccepted', ({ thing: { part, name, path } }) =>
    Promise.resolve({
      personIds: part.side === 'predecessor' ? only(part.personId) : [],
      subject: `Taken over from ${name}`,
      body: 'A successor accepted some of what you held. The page says what is left.',
      path,
    }),
  ),
  about('HandoversWereDeclined', async ({ db, thing: { row, isFirst, ending } }) => ({
    personIds: isFirst ? await coordinators(db) : [],
    subject: `Declined: something of ${ending}`,
    body: 'Offer it to another successor, or to the same one with more words. Until then it stays where it is.',
    path: pages.reorganisation(row.reference),
  })),
  about('HandoverIsReminded', async ({ db, thing: { row, part, name, path } }) => ({
    personIds: await receiving(db, row, part),
    subject: `Still to be answered for ${name}`,
    body: 'What you were offered waits for you. In three working days coordinators are told.',
    path,
  })),
  about('HandoverIsEscalated', async ({ db, thing: { row, name } }) => ({
    personIds: await coordinators(db),
    subject: `Not answered for ${name}`,
    body: 'They were to accept or decline what is handed over, and were reminded.',
    path: pages.reorganisation(row.reference),
  })),
  about('ReorganisationWasWithdrawn', ({ thing: { row, part, ending, path } }) =>
    Promise.resolve({
      personIds: row.confirmedAt ? only(part.personId) : [],
      subject: `Nothing comes of the reorganisation of ${ending}`,
      body: row.withdrawnReason ?? '',
      path,
    }),
  ),
  about('ReorganisationWasCompleted', ({ thing: { row, part, ending } }) =>
    Promise.resolve({
      personIds: only(part.personId),
      ...(row.kind === 'splitOff'
        ? { subject: `Completed: a part of ${ending} went over`, body: 'What was not handed over stays.' }
        : {
            subject: `Completed: ${ending} ${row.parts.length > 2 && row.kind === 'merge' ? 'are' : 'is'} closed`,
            body: 'Everything was taken over. Old addresses and names lead to who followed.',
          }),
      path: pages.reorganisation(row.reference),
    }),
  ),
];
