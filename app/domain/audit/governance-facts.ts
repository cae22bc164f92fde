/** Who meets about what, who does what and with what: read by everybody who may see the thing, with who recorded it. */
export const GOVERNANCE_FACTS: Record<string, boolean> = {
  GroupWasAdded: true,
  GroupWasChanged: true,
  GroupMemberWasAdded: true,
  GroupMemberHasLeft: true,
  GroupDecisionWasRecorded: true,
  GroupWasClosed: true,
  GroupWasMerged: true,
  GroupHasTakenInAnother: true,
  GroupWasReopened: true,
  GroupsWereKeptApart: true,
  ResponsibilityWasGiven: true,
  ResponsibilityHasEnded: true,
  CapabilityWasAdded: true,
  CapabilityWasChanged: true,
  CapabilityWasLinked: true,
  CapabilityWasUnlinked: true,
  CapabilitiesWereKeptApart: true,
  OrganisationWasRenamed: true,
  ReorganisationWasConfirmed: true,
  ReorganisationWasCompleted: true,
  HandoversWereAccepted: true,
};

/** How a reorganisation comes about, for those who look after organisations. */
export const REORGANISING_FACTS = [
  'ReorganisationWasProposed',
  'ReorganisationPersonWasNamed',
  'ReorganisationWasWithdrawn',
  'HandoversWerePlanned',
  'HandoversWereOffered',
  'HandoversWereDeclined',
  'HandoverIsReminded',
  'HandoverIsEscalated',
];
