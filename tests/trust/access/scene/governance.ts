import { showReference } from '~/domain/reference';
import { newReference } from '~/domain/new-reference.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeCapability } from '../../../support/factories/capabilities';
import { makeGroup } from '../../../support/factories/groups';
import { makeOrganisation } from '../../../support/factories/people';
import type { Things } from './things';

/** Two groups, one of them with a member; a role in a threat area; two capabilities. */
export async function makeGovernance(things: Things): Promise<void> {
  const member = await makeOrganisation();
  const group = await makeGroup({ members: [member.id] });
  const other = await makeGroup();
  things.keep('group', 'always', {
    reference: showReference(group.reference),
    other: showReference(other.reference),
    organisation: showReference(member.reference),
  });
  const term = await database().term.findFirstOrThrow({ where: { scheme: 'threatArea', retiredAt: null } });
  const role = await database().responsibility.create({
    data: {
      ...{ id: newId(), reference: newReference(), role: 'accountable' as const, termId: term.id },
      ...{ organisationId: member.id, startsOn: new Date('2024-01-01'), recordedAt: new Date() },
    },
  });
  things.keep('responsibility', 'always', {
    ...{ kind: 'threatArea', subject: showReference(term.reference) },
    responsibility: showReference(role.reference),
  });
  const [one, two] = [await makeCapability(), await makeCapability()];
  const apart = { reference: showReference(one.reference), other: showReference(two.reference) };
  things.keep('capability', 'always', apart);
}
