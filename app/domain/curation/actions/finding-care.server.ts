import { z } from 'zod';
import { database } from '~/platform/db.server';
import { editFindingTags } from '../../knowledge/commands/edit-finding-tags.server';
import { reaffirmFinding } from '../../knowledge/commands/reaffirm-finding.server';
import { replaceTags } from '../../knowledge/finding-tags.server';
import { through, type Acted, type ItemAction } from './action.server';

const FIELDS = {
  threatArea: 'threatAreas',
  strand: 'strands',
  enabler: 'enablers',
  level: 'levels',
} as const;
type Scheme = keyof typeof FIELDS;

/** The tags that a finding has, by the fields of its own form, with those to add. */
async function tagsWith({ reference }: Acted, added: { threatAreas: string[]; strands: string[] }) {
  const rows = await database().findingTerm.findMany({
    where: { finding: { reference }, term: { scheme: { in: Object.keys(FIELDS) as Scheme[] } } },
    select: { term: { select: { scheme: true, slug: true } } },
  });
  const had = (scheme: Scheme) =>
    rows.filter(({ term }) => term.scheme === scheme).map(({ term }) => term.slug);
  const both = (scheme: Scheme, more: string[]) => [...new Set([...had(scheme), ...more])];
  return {
    reference,
    threatAreas: both('threatArea', added.threatAreas),
    strands: both('strand', added.strands),
    enablers: had('enabler'),
    levels: had('level'),
  };
}

const termsBefore = z.object({ termIds: z.array(z.uuid()) });

export const tagging: ItemAction = {
  ...through(editFindingTags, tagsWith),
  remember: async (db, findingId) => {
    const rows = await db.findingTerm.findMany({ where: { findingId }, select: { termId: true } });
    return { termIds: rows.map(({ termId }) => termId) };
  },
  undo: {
    fact: 'FindingTagsWereRestored',
    restore: (tx, { nounId }, before) => replaceTags(tx, nounId, termsBefore.parse(before).termIds),
  },
};

/** The tags of a finding, where a term that was retired gives way to the one that took its place. */
async function tagsSucceeded({ reference }: Acted) {
  const rows = await database().findingTerm.findMany({
    where: { finding: { reference }, term: { scheme: { in: Object.keys(FIELDS) as Scheme[] } } },
    select: { term: { select: { scheme: true, slug: true, retiredAt: true, successor: true } } },
  });
  const of = (scheme: Scheme) =>
    rows
      .filter(({ term }) => term.scheme === scheme)
      .flatMap(({ term: { slug, retiredAt, successor } }) => {
        if (!retiredAt) return [slug];
        return successor && !successor.retiredAt ? [successor.slug] : [];
      });
  return {
    reference,
    threatAreas: [...new Set(of('threatArea'))],
    strands: [...new Set(of('strand'))],
    enablers: [...new Set(of('enabler'))],
    levels: [...new Set(of('level'))],
  };
}

export const retagging: ItemAction = { ...tagging, ...through(editFindingTags, tagsSucceeded) };

const reviewBefore = z.object({
  reviewBy: z.coerce.date().nullable(),
  reaffirmedAt: z.coerce.date().nullable(),
});

export const reaffirming: ItemAction = {
  ...through(reaffirmFinding, ({ reference }, { reviewBy }) => ({ reference, reviewBy })),
  remember: (db, id) =>
    db.finding.findUniqueOrThrow({ where: { id }, select: { reviewBy: true, reaffirmedAt: true } }),
  undo: {
    fact: 'FindingReaffirmationWasUndone',
    restore: async (tx, { nounId }, before) => {
      await tx.finding.update({ where: { id: nounId }, data: reviewBefore.parse(before) });
    },
  },
};
