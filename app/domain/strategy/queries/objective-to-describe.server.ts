import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepStrategy } from '../strategy-policy';

/** What is recorded of an objective, for recording it anew. */
export const objectiveToDescribe = query({
  name: 'strategy.objectiveToDescribe',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => mayKeepStrategy(actor),
  read: async ({ db, scope, input }) => {
    const item = await db.frameworkItem.findUnique({
      where: { reference: input.reference },
      select: {
        reference: true,
        name: true,
        framework: { select: { slug: true, document: true } },
        details: {
          select: {
            ...{
              number: true,
              ownerWords: true,
              measure: true,
              costPounds: true,
              dueOn: true,
              rationale: true,
            },
            ownerOrganisation: { select: { name: true } },
            areas: { select: { term: { select: { slug: true } } } },
          },
          orderBy: { number: 'desc' },
          take: 1,
        },
      },
    });
    if (!item) return null;
    const { details, ...said } = item;
    const [latest] = details;
    return {
      ...said,
      number: latest?.number ?? 0,
      owner: latest?.ownerOrganisation?.name ?? latest?.ownerWords ?? '',
      measure: latest?.measure ?? '',
      costPounds: latest?.costPounds ?? null,
      dueOn: latest?.dueOn ?? null,
      rationale: latest?.rationale ?? '',
      areas: latest?.areas.map(({ term }) => term.slug) ?? [],
      may: { describe: isAllowed(scope) },
    };
  },
});
