import type { Saving } from '../../command.server';
import type { LoadedGroup } from './group-rows.server';

interface HowItEnds {
  id: string;
  kind: 'closed' | 'merged';
  intoId: string | null;
  endedOn: Date;
  reason: string;
}

/** The ending of a group, and of every membership in it. */
export async function endGroup(
  { tx, actor, now }: Pick<Saving, 'tx' | 'actor' | 'now'>,
  group: LoadedGroup,
  ending: HowItEnds,
): Promise<void> {
  const recordedById = actor.kind === 'person' ? actor.id : null;
  await tx.groupEnding.create({
    data: { ...ending, groupId: group.id, recordedAt: now, recordedById },
  });
  // A member that was recorded as joining after the group ended was there for no day.
  await tx.$executeRaw`
    UPDATE group_member SET ends_on = greatest(starts_on, ${ending.endedOn}::date), ending_id = ${ending.id}::uuid
    WHERE group_id = ${group.id}::uuid AND ends_on IS NULL`;
}
