import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import type { PriorityKind } from '../priority-set';
import { showPeriod, wasInForce } from '../written-date';

export interface PrioritySetChoice {
  slug: string;
  document: string;
  kind: PriorityKind;
  current: boolean;
  interim: boolean;
  /** `April 2021 to March 2022`. */
  when: string;
  priorities: { id: string; reference: string; name: string }[];
}

/**
 * The sets that have priorities: those in force first, what stands in for a strategy after a strategy, and then the
 * latest first. For other modules' queries too.
 */
export async function loadPriorityChoices(db: Db, now: Date): Promise<PrioritySetChoice[]> {
  const today = ukDay(now);
  const rows = await db.$queryRaw<
    (Omit<PrioritySetChoice, 'current' | 'when'> & {
      startsOn: Date;
      endsOn: Date | null;
      startsWritten: string;
      endsWritten: string | null;
    })[]
  >`
    SELECT s.slug, s.document, s.kind::text AS kind, s.interim, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
      s.starts_written AS "startsWritten", s.ends_written AS "endsWritten",
      jsonb_agg(jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name)
        ORDER BY p.position) AS priorities
    FROM priority_set s JOIN priority p ON p.priority_set_id = s.id AND p.retired_at IS NULL
    GROUP BY s.id ORDER BY s.starts_on DESC`;
  const choices = rows.map(({ startsOn, endsOn, startsWritten, endsWritten, ...set }) => ({
    ...set,
    current: wasInForce({ startsOn, endsOn }, today),
    when: showPeriod(startsWritten, endsWritten),
  }));
  return inForceFirst(choices);
}

export function inForceFirst<Set extends PrioritySetChoice>(choices: readonly Set[]): Set[] {
  const rank = ({ current, interim }: Set) => (current ? Number(interim) : 2);
  return choices.toSorted((one, other) => rank(one) - rank(other));
}

export const priorityChoices = query({
  name: 'strategy.priorityChoices',
  input: z.strictObject({}),
  visibleTo: anyone,
  read: ({ db, now }) => loadPriorityChoices(db, now),
});
