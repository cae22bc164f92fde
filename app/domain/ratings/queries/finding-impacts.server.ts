import { z } from 'zod';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { impactsVisibleTo } from '../impact-visibility.server';

/** What decisions a finding informed: the records in force, the latest decision first. */
export const findingImpacts = query({
  name: 'ratings.finding-impacts',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({ records: impactsVisibleTo(actor), findings: findingsVisibleTo(actor) }),
  read: ({ db, scope, input }) =>
    db.impactRecord.findMany({
      where: {
        AND: [scope.records, { finding: { AND: [{ reference: input.reference }, scope.findings] } }, { withdrawnAt: null }],
      },
      orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
      take: 50,
      select: { reference: true, decision: true, decidedOn: true, effect: true, organisation: { select: { name: true } } },
    }),
});
