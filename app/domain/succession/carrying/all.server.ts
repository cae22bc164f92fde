import type { HeldKind } from '../holding';
import {
  carryDatasets,
  carryFollowings,
  carryMeasures,
  carryObjectives,
  carryPrioritySets,
} from './direction.server';
import {
  carryCapabilities,
  carryChairs,
  carryMemberships,
  carryResponsibilities,
  carryUses,
} from './governance.server';
import { stands, type Carry } from './move.server';
import {
  carryAffiliations,
  carryDomains,
  carryInvitations,
  carryJoinRequests,
  carryQuestionInvitations,
  carryTeams,
} from './people.server';

/** How each kind is carried over, teams first: what names a team looks where that team is by then. */
export const CARRIES: Record<HeldKind, Carry> = {
  team: carryTeams,
  affiliation: carryAffiliations,
  domain: carryDomains,
  joinRequest: carryJoinRequests,
  invitation: carryInvitations,
  questionInvitation: carryQuestionInvitations,
  groupChair: carryChairs,
  groupMember: carryMemberships,
  responsibility: carryResponsibilities,
  capability: carryCapabilities,
  capabilityUser: carryUses,
  measure: carryMeasures,
  objective: carryObjectives,
  prioritySet: carryPrioritySets,
  following: carryFollowings,
  dataset: carryDatasets,
  award: stands,
  awardPartner: stands,
  funding: stands,
  ledgerLine: stands,
  jointSet: stands,
};
