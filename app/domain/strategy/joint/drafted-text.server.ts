import type { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { refuseField, type Refusal } from '../../refusal';
import { wrongWithNames } from '../new-priorities';
import { datesOf, prioritiesOf } from '../strategy-form';
import type { proposeJointSetInput } from './joint-form';

type Drafted = z.output<typeof proposeJointSetInput>;

export interface NamedOwner {
  id: string;
  name: string;
  slug: string;
}

/** Organisations by name or by what their address says: open ones, and owners already, for whom others may answer now. */
export function ownersNamed(db: Db, text: string, already: readonly string[] = []): Promise<NamedOwner[]> {
  const names = prioritiesOf(text).map((name) => name.toLowerCase());
  return db.$queryRaw<NamedOwner[]>`
    SELECT id, name, slug FROM organisation WHERE (closed_at IS NULL OR id = ANY(${already}::uuid[]))
      AND merged_into_id IS NULL
      AND (lower(name) = ANY(${names}::text[]) OR slug = ANY(${names}::text[])) ORDER BY name, id`;
}

export interface TextOfSet {
  document: string;
  kind: Drafted['kind'];
  startsWritten: string;
  endsWritten: string | null;
  note: string;
  priorities: string[];
}

/** The text as it is kept, or what is wrong with it. */
export function textOf(input: Drafted, owners: readonly NamedOwner[]): TextOfSet | Refusal {
  const named = prioritiesOf(input.owners);
  const called = (name: string) =>
    owners.filter((owner) => [owner.name.toLowerCase(), owner.slug].includes(name.toLowerCase()));
  const missing = named.find((name) => called(name).length === 0);
  if (missing !== undefined)
    return refuseField('OwnerIsUnknown', 'owners', `No organisation is called “${missing}”`);
  const several = named.find((name) => called(name).length > 1);
  if (several !== undefined)
    return refuseField(
      'OwnerIsAmbiguous',
      'owners',
      `${called(several).length} organisations are called “${several}”. Enter the last part of the address of its page, like ${called(several)[0]?.slug ?? ''}`,
    );
  if (new Set(owners.map(({ id }) => id)).size < 2)
    return refuseField(
      'OwnersAreTooFew',
      'owners',
      'Name two organisations at least; for one alone add an interim set',
    );
  const dates = datesOf(input.startsWritten, input.endsWritten);
  if (!dates) return refuseField('EndIsBeforeStart', 'endsWritten', 'The end must not be before the start');
  const priorities = prioritiesOf(input.priorities);
  const { document, kind, note } = input;
  const { startsWritten, endsWritten } = dates;
  return wrongWithNames(priorities) ?? { document, kind, note, startsWritten, endsWritten, priorities };
}
