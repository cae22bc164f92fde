import { database } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { makePerson } from './people';

/** A listed expert with these terms, and whatever else the profile is to say. */
export async function makeExpertOn(
  termIds: string[],
  profile: Prisma.ExpertProfileUncheckedUpdateInput = {},
) {
  const person = await makePerson({ expert: true });
  const db = database();
  await db.expertTerm.createMany({ data: termIds.map((termId) => ({ personId: person.id, termId })) });
  await db.expertProfile.update({ where: { personId: person.id }, data: profile });
  return person;
}
