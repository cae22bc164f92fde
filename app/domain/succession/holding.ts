/**
 * Every column that refers to an organisation or to a team of one, and what becomes of it when that organisation
 * ends. A test holds that the database has no other.
 */
type Fate =
  /** Offered to a successor, and live in `soundings.held_item` until somebody accepts. */
  | 'handedOver'
  /** Goes wherever that goes which it belongs to: a team, a person, a bid. */
  | 'follows'
  /** Says who it was then, and stays so. */
  | 'stays';

const follows = (what: string): [Fate, string] => ['follows', what];
const stays = (what: string): [Fate, string] => ['stays', what];
const handedOver = (kind: HeldKind): [Fate, string] => ['handedOver', kind];

/** What is offered, by kind, in the order of the preview. The words are a heading and a count. */
export const HELD_KINDS = {
  team: ['Teams, with their questions and all that is theirs', 'team', 'teams'],
  affiliation: ['People', 'person', 'people'],
  responsibility: ['Responsibilities', 'responsibility', 'responsibilities'],
  groupChair: ['Groups that it chairs', 'chair', 'chairs'],
  groupMember: ['Groups of which it is a member', 'membership', 'memberships'],
  capability: ['Capabilities', 'capability', 'capabilities'],
  capabilityUser: ['Capabilities that it uses', 'use', 'uses'],
  measure: ['Measures, with their follow-ups', 'measure', 'measures'],
  objective: ['Objectives', 'objective', 'objectives'],
  prioritySet: ['Priority sets', 'priority set', 'priority sets'],
  jointSet: ['Places in joint priority sets', 'joint set', 'joint sets'],
  following: ['What it follows', 'declaration', 'declarations'],
  award: ['Awards that it delivers, with their obligations', 'award', 'awards'],
  awardPartner: ['Awards in which it is a partner', 'award', 'awards'],
  funding: ['Money named for questions and awards', 'sum', 'sums'],
  ledgerLine: ['Lines of the ledger to come', 'line', 'lines'],
  dataset: ['Datasets', 'dataset', 'datasets'],
  questionInvitation: ['Invitations to answer questions', 'invitation', 'invitations'],
  invitation: ['Invitations to join', 'invitation', 'invitations'],
  joinRequest: ['Requests to join', 'request', 'requests'],
  domain: ['E-mail domains that let people in', 'domain', 'domains'],
} as const;
export type HeldKind = keyof typeof HELD_KINDS;
export const HELD_KIND_NAMES = Object.keys(HELD_KINDS) as [HeldKind, ...HeldKind[]];

export const isHeldKind = (kind: string): kind is HeldKind => kind in HELD_KINDS;
export const headingOf = (kind: HeldKind): string => HELD_KINDS[kind][0];
export const countOf = (kind: HeldKind, count: number): string =>
  `${count} ${count === 1 ? HELD_KINDS[kind][1] : HELD_KINDS[kind][2]}`;

const team = follows('its team');
const bid = follows('its bid, which is nobody’s business before the award notice');

export const COLUMNS: Record<string, readonly [Fate, string]> = {
  'affiliation.organisation_id': handedOver('affiliation'),
  'annex_reader.team_id': team,
  'approval_scheme.organisation_id': stays('what its teams were asked; those of the successor are asked now'),
  'approval_scheme.team_id': team,
  'bid.organisation_id': ['handedOver', 'award'],
  'bid_partner.organisation_id': ['handedOver', 'awardPartner'],
  'capability.owner_id': handedOver('capability'),
  'capability_user.organisation_id': handedOver('capabilityUser'),
  'cascade.team_id': team,
  'counted_money.organisation_id': follows('the money that it counts'),
  'dataset.organisation_id': handedOver('dataset'),
  'eligibility_answer.organisation_id': bid,
  'enquiry.team_id': team,
  'enquiry_message.from_team': stays('which side wrote'),
  'expression.organisation_id': bid,
  'following.organisation_id': handedOver('following'),
  'funding.organisation_id': handedOver('funding'),
  'funding.team_id': team,
  'governance_group.chair_id': handedOver('groupChair'),
  'group_member.organisation_id': handedOver('groupMember'),
  'handover.from_id': stays('who had it'),
  'handover.to_id': stays('who accepted it'),
  'impact_record.organisation_id': stays('who decided then'),
  'invitation.organisation_id': handedOver('invitation'),
  'invitation.team_id': team,
  'join_request.organisation_id': handedOver('joinRequest'),
  'join_request.organisation_name': stays('what the person wrote'),
  'joint_set_owner.organisation_id': handedOver('jointSet'),
  'joint_set_signature.organisation_id': stays('who signed'),
  'ledger_line.organisation_id': handedOver('ledgerLine'),
  'measure.organisation_id': handedOver('measure'),
  'money_band.organisation_id': stays('who set the band'),
  'money_change.organisation_id': stays('whose money counted then'),
  'money_tally_change.organisation_id': follows('the money that it counts'),
  'objective_version.owner_organisation_id': handedOver('objective'),
  'organisation.merged_into_id': stays('two records of one organisation are one'),
  'organisation_before.of_id': stays('of which organisation it was'),
  'organisation_before.organisation_id': stays('what it was called'),
  'organisation_before.team_id': stays('what it was called'),
  'organisation_domain.organisation_id': handedOver('domain'),
  'organisation_version.organisation_id': stays('how it was described'),
  'priority_set.owner_organisation_id': handedOver('prioritySet'),
  'priority_set.owner_team_id': team,
  'question.eligible_organisations': stays('kinds of organisations, not organisations'),
  'question.team_id': team,
  'question_invitation.organisation_id': handedOver('questionInvitation'),
  'registered_interest.about_organisation_id': follows(
    'the line of its successors: an interest in one of them is an interest in what came of it',
  ),
  'reorganisation_part.organisation_id': stays('who was reorganised'),
  'reply_promise.team_id': team,
  'responsibility.organisation_id': handedOver('responsibility'),
  'responsibility.team_id': team,
  'sponsorship.team_id': team,
  'team.organisation_id': handedOver('team'),
  'team_membership.team_id': team,
  'understanding_team.team_id': team,
  'uptake_step.organisation_id': stays('who took the step'),
};
