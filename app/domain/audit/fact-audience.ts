/**
 * Who reads which facts of a thing in its history. Whatever is not named here is the auditor's alone, so a new
 * fact is hidden until somebody decides otherwise.
 */
export type Level = 'open' | 'team' | 'curator' | 'auditor';

/** Everybody who may see the thing. The value says whether the one who acted is named. */
const OPEN: Record<string, boolean> = {
  QuestionWasPublished: true,
  QuestionWasWithdrawn: true,
  AddendumWasPublished: true,
  QuestionHasClosed: false,
  BidsWereOpened: false,
  QuestionWasDecided: false,
  QuestionWasAnswered: false,
  QuestionWasReleased: true,
  QuestionReleaseWasWithdrawn: true,
  AdviceRequestWasSettled: false,
  ClarificationWasAnswered: false,
  ContractWasSigned: false,
  AwardNoticeWasGiven: false,
  AwardWasClosed: false,
  DeliverableWasAccepted: false,
  FindingWasSubmitted: false,
  FindingWasPublished: true,
  FindingWasReleased: true,
  FindingReleaseWasWithdrawn: true,
  FindingWasSuperseded: true,
  FindingWasRetracted: true,
  FindingWasReaffirmed: true,
  FindingWasImported: false,
  FindingLinkWasConfirmed: true,
  AppraisalWasAgreed: false,
  AppraisalWasSettled: true,
  FindingTagsWereChanged: true,
  FindingTagsWereRestored: true,
  ImpactWasRecorded: true,
  ImpactWasReleased: true,
  ImpactReleaseWasWithdrawn: true,
  ImpactWasWithdrawn: true,
  TermWasAdded: true,
  TermWasRevised: true,
  TermWasRetired: true,
  TermWasBroughtBack: true,
  FrameworkWasRevised: true,
  PrioritySetWasAdded: true,
  PrioritySetWasRevised: true,
  CrosswalkWasRedrawn: true,
  OrganisationWasAdded: true,
  OrganisationWasChanged: true,
  TeamWasCreated: true,
  TeamMemberWasAdded: true,
  TeamRolesWereChanged: true,
  TeamMemberHasLeft: true,
};

/** The asking team besides. Scores, interests and who asked are in none of these. */
const TEAM = [
  'QuestionWasStarted',
  'QuestionWasCopied',
  'QuestionWasSubmittedForApproval',
  'QuestionWasReturned',
  'QuestionVisibilityWasChanged',
  'ExpertWasInvited',
  'OrganisationWasInvited',
  'PanelMemberWasAppointed',
  'PanelMembershipWasEnded',
  'OpenerDeputyWasNamed',
  'OpeningWasConfirmed',
  'EvaluationWasStarted',
  'RecommendationWasMade',
  'RecommendationWasReturned',
  'RecommendationWasApproved',
  'ReminderWasSent',
  'AwardWasDecided',
  'AwardDecisionWasWithdrawn',
  'MilestonesWerePlanned',
  'MilestoneWasPaid',
  'DeliverableWasDelivered',
  'DeliverableWasReviewed',
  'DeliverableWasReturned',
];

/** Coordinators and administrators besides, about what they look after. */
const CURATOR = [
  'ReminderWasSent',
  'FindingWasReturned',
  'FindingWasDeclined',
  'FindingPublicationWasUndone',
  'FindingReturnWasUndone',
  'FindingLinkWasProposed',
  'FindingLinkWasRemoved',
  'AppraiserHasJoined',
  'AppraiserHasLeft',
  'JudgementWasSubmitted',
  'AppraisalWasJudged',
  'AppraisalWasProposed',
  'AppraisalWasClosed',
  'FindingDeclineWasUndone',
  'FindingReaffirmationWasUndone',
  'BulkActionWasStarted',
  'BulkActionWasUndone',
  'JoinWasRequested',
  'JoinWasAccepted',
  'JoinWasDeclined',
  'JoinAcceptanceWasUndone',
  'JoinDeclineWasUndone',
  'PersonWasInvited',
  'InvitationWasAccepted',
  'InvitationWasRevoked',
  'PersonJoined',
  'PersonWasVerified',
  'PersonWasSuspended',
  'PersonWasRestored',
  'PersonWasErased',
  'RoleWasGranted',
  'RoleWasRevoked',
  'AffiliationWasConfirmed',
  'ExpertProfileWasConfirmed',
];
  'BibliographyWasReadIn',
  'ImportChoicesWereSaved',
  'ImportWasCarriedOut',
  'ImportWasUndone',
  'FindingImportWasUndone',

const more: Record<Exclude<Level, 'auditor'>, readonly string[]> = { open: [], team: TEAM, curator: CURATOR };

/** The names of the facts that a level reads; null for all of them. */
export const readableNames = (level: Level): string[] | null =>
  level === 'auditor' ? null : [...Object.keys(OPEN), ...more[level]];

/** Whether the one who acted is named at this level. */
export const namesActor = (level: Level, fact: string): boolean =>
  level === 'auditor' || OPEN[fact] === true || (level !== 'open' && more[level].includes(fact));
