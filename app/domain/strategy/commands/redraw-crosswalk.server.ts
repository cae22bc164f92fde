import { z } from 'zod';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { refuse, refuseField } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { mayKeepSet } from '../interim/interim-policy';

/** A pair as a box of the form carries it: priority's reference, colon, slug of the threat area. */
const PAIR = /^([0-9A-Z]{8}):([a-z0-9-]+)$/;

/** A new mapping of a set's priorities to threat areas. The one before stays, under its number. */
export const redrawCrosswalk = command({
  name: 'strategy.redrawCrosswalk',
  input: z.strictObject({
    reference: referenceInput,
    number: z.coerce.number().int().nonnegative(),
    pairs: listInput(z.string().regex(PAIR, 'Choose from the boxes')),
    verified: z.enum(['yes', 'no'], { error: 'Say whether this was checked against the document' }),
    note: textInput('Say where this mapping comes from and why it changes', 2000),
  }),
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM priority_set WHERE reference = ${input.reference} FOR UPDATE`;
    const set = await tx.prioritySet.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        slug: true,
        interim: true,
        ownerTeamId: true,
        priorities: { select: { id: true, reference: true } },
        crosswalks: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    });
    if (!set) return null;
    const areas = await tx.term.findMany({
      where: { scheme: 'threatArea', retiredAt: null },
      select: { id: true, slug: true },
    });
    return { ...set, areas };
  },
  authorise: (actor, set) => mayKeepSet(actor, set),
  subject: (set) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: set, now, newId }) => {
    const former = set.crosswalks[0]?.number ?? 0;
    if (former !== input.number)
      return refuse(
        'CrosswalkWasRedrawn',
        'Somebody else redrew this crosswalk meanwhile. Look at theirs first.',
        {
          stale: true,
        },
      );
    const entries = input.pairs.flatMap((pair) => {
      const [, priorityReference, slug] = PAIR.exec(pair) ?? [];
      const priority = set.priorities.find(({ reference }) => reference === priorityReference);
      const area = set.areas.find((known) => known.slug === slug);
      return priority && area ? [{ priorityId: priority.id, termId: area.id }] : [];
    });
    if (entries.length < input.pairs.length)
      return refuseField(
        'PairIsUnknown',
        'pairs',
        'One of the boxes is of another set. Open this page again.',
      );
    const row = {
      id: newId(),
      prioritySetId: set.id,
      number: former + 1,
      verified: input.verified === 'yes',
      note: input.note,
      holdsFrom: ukDay(now),
      recordedAt: now,
    };
    return {
      change: { row, entries, slug: set.slug },
      facts: [
        {
          name: 'CrosswalkWasRedrawn',
          noun: 'prioritySet',
          nounId: set.id,
          data: { crosswalk: row.number, verified: row.verified, pairs: entries.length },
        },
      ],
    };
  },
  save: async ({ tx }, { row, entries, slug }) => {
    await tx.crosswalk.create({ data: { ...row, entries: { create: entries } } });
    return { slug };
  },
});
