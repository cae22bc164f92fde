import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { impactsVisibleSql } from '../impact/impact-visibility.server';

export interface FindingImpact {
  reference: string;
  decision: string;
  decidedOn: Date;
  effect: string;
  organisation: string;
}

const MOST = 50;

/** What decisions a finding informed: the records in force, the latest decision first. */
export const findingImpacts = query({
  name: 'ratings.finding-impacts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => Prisma.sql`${impactsVisibleSql(actor)} AND ${findingsVisibleSql(actor)}`,
  read: ({ db, scope, input }) =>
    db.$queryRaw<FindingImpact[]>`
      SELECT i.reference, i.decision, i.decided_on AS "decidedOn", i.effect, o.name AS organisation
      FROM impact_record i JOIN finding f ON f.id = i.finding_id JOIN organisation o ON o.id = i.organisation_id
      WHERE f.reference = ${input.reference} AND i.withdrawn_at IS NULL AND ${scope}
      ORDER BY i.decided_on DESC, i.id DESC LIMIT ${MOST}`,
});
