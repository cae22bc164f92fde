import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { candidatesOf } from '../candidates.server';
import { mayArrange, mayReorganise } from '../reorganisation-policy';
import { heldCounts, reorganisationAt, type StoredReorganisation } from '../reorganisation-rows.server';

/** What the form of a proposal is filled from: the organisation, what it holds now, and all the others. */
export const reorganisationForm = query({
  name: 'succession.reorganisation-form',
  input: z.strictObject({ organisation: referenceInput }),
  visibleTo: (actor: Actor) => isAllowed(mayReorganise(actor)),
  read: async ({ db, scope, input }) => {
    const own = await db.organisation.findUnique({
      where: { reference: input.organisation },
      select: { id: true, reference: true, name: true, closedAt: true, mergedIntoId: true },
    });
    if (!scope || !own || own.closedAt || own.mergedIntoId) return null;
    const others = await db.$queryRaw<{ value: string; text: string }[]>`
      SELECT reference AS value, name AS text FROM organisation
      WHERE closed_at IS NULL AND merged_into_id IS NULL AND id <> ${own.id}::uuid
      ORDER BY lower(name) COLLATE "und-x-icu", id`;
    const held = await heldCounts(db, [own.id]);
    return { reference: own.reference, name: own.name, others, held };
  },
});

/** Whom one may name for one of the organisations in it. */
export const reorganisationPeople = query({
  name: 'succession.reorganisation-people',
  input: z.strictObject({ reference: referenceInput, organisation: referenceInput }),
  visibleTo: (actor: Actor) => (row: StoredReorganisation) => isAllowed(mayArrange(actor, row)),
  read: async ({ db, scope, input }) => {
    const row = await reorganisationAt(db, input.reference);
    const part = row?.parts.find(({ organisation }) => organisation.reference === input.organisation);
    if (!row || !part || !scope(row)) return null;
    const onOther = row.parts.filter(({ side }) => side !== part.side).map(({ personId }) => personId);
    const people = (await candidatesOf(db, row)).filter(
      ({ id }) => !onOther.includes(id) && (part.side === 'predecessor' || id !== row.proposedById),
    );
    return {
      reference: row.reference,
      organisation: part.organisation.name,
      ...{ side: part.side, alone: part.alone },
      chosen: part.person?.reference ?? '',
      people: people.map((person) => ({
        value: person.reference,
        text: `${person.name}, ${person.organisation}`,
      })),
    };
  },
});
