import { showReference } from '~/domain/reference';
import { makeGroup } from '../../../support/factories/groups';
import { makeOrganisation } from '../../../support/factories/people';
import type { Things } from './things';

/** Two groups, one of them with a member. */
export async function makeGovernance(things: Things): Promise<void> {
  const member = await makeOrganisation();
  const group = await makeGroup({ members: [member.id] });
  const other = await makeGroup();
  things.keep('group', 'always', {
    reference: showReference(group.reference),
    other: showReference(other.reference),
    organisation: showReference(member.reference),
  });
}
