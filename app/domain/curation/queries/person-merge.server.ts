import { z } from 'zod';
import type { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayDecideMerge, mayMergePeople } from '../same-person/merge-policy';

const sideSelect = {
  ...{ reference: true, name: true, title: true, orcid: true, createdAt: true, verifiedAt: true },
  emails: { select: { address: true } },
  affiliations: { select: { post: true, organisation: { select: { name: true } } } },
  expertWorks: { where: { state: 'taken' }, select: { title: true }, take: 10 },
} as const satisfies Prisma.PersonSelect;

const sideOf = (person: Prisma.PersonGetPayload<{ select: typeof sideSelect }>) => ({
  ...{ reference: person.reference, name: person.name, title: person.title, orcid: person.orcid },
  ...{ createdAt: person.createdAt, verified: person.verifiedAt !== null },
  addresses: person.emails.map(({ address }) => address),
  posts: person.affiliations.map(({ post, organisation }) =>
    [post, organisation.name].filter(Boolean).join(', '),
  ),
  works: person.expertWorks.map(({ title }) => title),
});
export type PersonSide = ReturnType<typeof sideOf>;

/** Two accounts side by side, before somebody says that they are one person's. */
export const twoPeople = query({
  name: 'curation.two-people',
  input: z.strictObject({ kept: referenceInput, merged: referenceInput }),
  visibleTo: (actor) => mayMergePeople(actor).kind === 'allow',
  read: async ({ db, scope, input }) => {
    if (!scope || input.kept === input.merged) return null;
    const people = await db.person.findMany({
      where: { reference: { in: [input.kept, input.merged] }, mergedIntoId: null, erasedAt: null },
      select: sideSelect,
    });
    const kept = people.find(({ reference }) => reference === input.kept);
    const merged = people.find(({ reference }) => reference === input.merged);
    return kept && merged ? { kept: sideOf(kept), merged: sideOf(merged) } : null;
  },
});

/** What was proposed about two accounts, and what was decided. */
export const personMerge = query({
  name: 'curation.person-merge',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => mayMergePeople(actor).kind === 'allow',
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const merge = await db.personMerge.findUnique({
      where: { reference: input.reference },
      include: { kept: { select: sideSelect }, merged: { select: sideSelect } },
    });
    if (!merge) return null;
    const { reference, reason, proposedAt, decidedAt, accepted, decisionReason } = merge;
    const may = mayDecideMerge(actor, merge);
    return {
      ...{ reference, reason, proposedAt, decidedAt, accepted, decisionReason },
      ...{ kept: sideOf(merge.kept), merged: sideOf(merge.merged) },
      whyNotDecided: may.kind === 'deny' ? may.why : null,
    };
  },
});
