import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { optionalDayInput, optionalTextInput, textInput } from '../../../form-inputs';
import { refuseField, type Refusal } from '../../../refusal';
import { INTEREST_KINDS } from '../interest-kind';

export const entryInput = {
  kind: z.enum(INTEREST_KINDS, { error: 'Choose a kind' }),
  about: textInput('Say who or what it is about', 200, 'Who or what'),
  note: optionalTextInput(500, 'More'),
  fromOn: optionalDayInput('Since'),
  untilOn: optionalDayInput('Until'),
};

export interface About {
  aboutPersonId: string | null;
  aboutOrganisationId: string | null;
  aboutName: string;
}

/**
 * What a name means in Soundings: an organisation, or an expert whom the network may find, of exactly that name.
 * Anything else, and any name that two have, stays the words that were written.
 */
export async function aboutOf(tx: Db, name: string): Promise<About> {
  const rows = await tx.$queryRaw<{ person: string | null; organisation: string | null }[]>`
    SELECT NULL::uuid AS person, o.id AS organisation FROM organisation o
    WHERE lower(o.name) = lower(${name}) AND o.merged_into_id IS NULL
    UNION ALL
    SELECT p.id, NULL FROM person p JOIN expert_profile e ON e.person_id = p.id AND e.listed
    WHERE lower(p.name) = lower(${name}) AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
      AND p.erased_at IS NULL AND p.merged_into_id IS NULL LIMIT 2`;
  const [row, another] = rows;
  if (!row || another) return { aboutPersonId: null, aboutOrganisationId: null, aboutName: name };
  return { aboutPersonId: row.person, aboutOrganisationId: row.organisation, aboutName: '' };
}

export function whyNotEntry(
  { fromOn, untilOn }: { fromOn?: Date | undefined; untilOn?: Date | undefined },
  about: About,
  personId: string,
): Refusal | null {
  if (fromOn && untilOn && untilOn < fromOn)
    return refuseField('EndIsBeforeStart', 'untilOn', 'This is before it began');
  return about.aboutPersonId === personId
    ? refuseField('InterestIsInOneself', 'about', 'An interest is in somebody else')
    : null;
}

export const ENTRY_IS_THERE = refuseField(
  'EntryIsThere',
  'about',
  'Your register has an entry of this kind about them already',
);
