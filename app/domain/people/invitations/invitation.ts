import { z } from 'zod';
import type { InstallationRole, TeamRole } from '../../actor';
import { listInput, optionalTextInput } from '../../form-inputs';
import { optionalReferenceInput } from '../../reference-input';
import { addressInput } from '../email-address';
import { INSTALLATION_ROLE_NAMES, INSTALLATION_ROLES } from '../person';
import { showTeamRoles, TEAM_ROLE_NAMES } from '../teams/team';

export const INVITATION_DAYS = 30;

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

export function stateOfInvitation(
  row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}

export const INVITATION_STATES: Record<
  InvitationState,
  { text: string; colour: 'green' | 'grey' | 'blue' | 'red' }
> = {
  open: { text: 'Waiting', colour: 'blue' },
  accepted: { text: 'Accepted', colour: 'green' },
  revoked: { text: 'Taken back', colour: 'grey' },
  expired: { text: 'Expired', colour: 'red' },
};

export const invitationInput = z.strictObject({
  address: addressInput,
  name: optionalTextInput(120),
  organisation: optionalReferenceInput,
  team: optionalReferenceInput,
  teamRoles: listInput(z.enum(TEAM_ROLE_NAMES)),
  installationRoles: listInput(z.enum(INSTALLATION_ROLE_NAMES)),
  asExpert: z.coerce.boolean().default(false),
  note: optionalTextInput(1000),
});

/** Where an invitation leads and what it gives, in a line. */
export function showInvitedInto(row: {
  organisation: string | null;
  team: string | null;
  teamRoles: TeamRole[];
  installationRoles: InstallationRole[];
  asExpert: boolean;
}): string {
  const parts = [
    row.teamRoles.length > 0 && showTeamRoles(row.teamRoles).toLowerCase(),
    ...row.installationRoles.map((role) => INSTALLATION_ROLES[role].name.toLowerCase()),
    row.asExpert && 'expert',
  ].filter((part) => typeof part === 'string');
  return [row.team ?? row.organisation ?? 'The network', ...parts].join(', ');
}

/** What an invitation gives to whoever accepts it. */
export interface Grants {
  organisationId: string | null;
  teamId: string | null;
  teamRoles: TeamRole[];
  installationRoles: InstallationRole[];
  asExpert: boolean;
}
