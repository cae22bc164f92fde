import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { readableNames } from '../fact-audience';
import { linesOf, type FactRow } from '../fact-lines.server';
import { historyNouns, SUBJECTS } from '../history-subjects.server';
import { withheldSql } from '../withheld.server';

/** Longer histories show their latest part. */
const MOST = 200;

/** What happened to one thing, in order, as far as this reader may know. An auditor's reading is a fact itself. */
export const history = query({
  name: 'audit.history',
  input: z.strictObject({ noun: z.enum(historyNouns), reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const subject = await SUBJECTS[input.noun](db, scope, input.reference);
    if (!subject) return null;
    const names = readableNames(subject.level);
    // The people of a bid read its history before the decision; nobody else reads what is withheld.
    const told = subject.level === 'team' ? Prisma.sql`TRUE` : Prisma.sql`NOT ${withheldSql}`;
    const own = input.noun === 'bid' && subject.level === 'team';
    const rows = await db.$queryRaw<FactRow[]>`
      SELECT f.id, f.name, f.noun, f.at, f.data, p.name AS "actorName", fp.person_id AS "aboutId", fp.ciphertext
      FROM fact f LEFT JOIN person p ON p.id = f.actor_id LEFT JOIN fact_personal fp ON fp.fact_id = f.id
      WHERE f.noun = ${input.noun} AND f.noun_id = ${subject.id}::uuid AND ${told}
        ${names && !own ? Prisma.sql`AND f.name = ANY(${names})` : Prisma.empty}
        ${own ? Prisma.sql`AND f.name = ANY(${OWN_BID})` : Prisma.empty}
      ORDER BY f.number DESC LIMIT ${MOST}`;
    const facts = await linesOf(db, scope, subject.level, rows.reverse());
    return { noun: input.noun, reference: input.reference, ...subject, facts };
  },
  logged: (view) =>
    view.level === 'auditor'
      ? { name: 'HistoryWasRead', noun: view.noun, nounId: view.id, data: { facts: view.facts.length } }
      : null,
});

/** What the people of a bid read of it; how it was scored is in its summary alone. */
const OWN_BID = [
  'BidWasStarted',
  'BidMemberWasInvited',
  'BidInvitationWasAccepted',
  'BidInvitationWasDeclined',
  'BidMemberWasRemoved',
  'BidPartnerWasAdded',
  'BidPartnerWasRemoved',
  'BidWasSubmitted',
  'BidWasWithdrawn',
  'LotOrderWasSet',
  'BidWasExcluded',
  'AssessmentSummaryWasSent',
];
