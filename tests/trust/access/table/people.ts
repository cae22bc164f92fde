import { ASKING_TEAM, type Role } from '../roles';
import {
  always,
  forRoles,
  hiddenBut,
  leadsAll,
  toAll,
  toNobody,
  type Lead,
  type Row,
  type Rule,
} from '../rule';

const members = 'members' as const;
const signedIn = 'signed in' as const;
const KEEPERS: Role[] = ['coordinator', 'administrator'];
const ENQUIRY: Role[] = ['researcher', 'author', 'senior responsible owner'];

/** Who belongs to the network, and where: for its verified members. */
export const PEOPLE: Row[] = [
  { route: 'organisations', door: members, states: always(toAll) },
  { route: 'organisations/new', door: signedIn, states: always(forRoles(...KEEPERS)) },
  { route: 'organisations/:reference', door: members, of: 'organisation', states: always(toAll) },
  {
    route: 'organisations/:reference/change',
    door: members,
    of: 'organisation',
    states: always(forRoles(...KEEPERS)),
  },
  {
    route: 'organisations/:reference/new-team',
    door: members,
    of: 'organisation',
    states: always(forRoles(...KEEPERS)),
  },
  { route: 'teams/:reference', door: members, of: 'team', states: always(toAll) },
  {
    // Nobody writes to their own team.
    route: 'teams/:reference/write',
    door: members,
    of: 'team',
    states: always({ denied: ASKING_TEAM, others: 'opens' }),
  },
  {
    route: 'teams/:reference/promise',
    door: members,
    of: 'team',
    states: always(forRoles('senior responsible owner')),
  },
  {
    route: 'teams/:reference/approvals',
    door: members,
    of: 'team',
    states: always(forRoles('senior responsible owner', ...KEEPERS)),
  },
  {
    route: 'organisations/:reference/approvals',
    door: members,
    of: 'organisation',
    states: always(forRoles(...KEEPERS)),
  },
  { route: 'enquiries', door: members, states: always(toAll) },
  {
    // Private between whoever asked and those who speak for the team, until the promised day has passed.
    route: 'enquiries/:reference',
    door: members,
    of: 'enquiry',
    states: { waiting: hiddenBut(...ENQUIRY), late: hiddenBut(...ENQUIRY, 'coordinator') },
  },
  {
    route: 'teams/:reference/add-member',
    door: members,
    of: 'team',
    states: always(forRoles('senior responsible owner', ...KEEPERS)),
  },
  {
    route: 'teams/:reference/members/:person',
    door: members,
    of: 'team',
    states: always(forRoles('senior responsible owner', ...KEEPERS)),
  },
  { route: 'experts', door: members, states: always(toAll) },
  {
    // A profile taken off the list is its owner's, the coordinators' and the administrators'.
    route: 'experts/:reference',
    door: members,
    of: 'expert',
    states: { listed: toAll, 'not listed': hiddenBut('researcher', ...KEEPERS) },
  },
  {
    route: 'experts/:reference/network',
    door: members,
    of: 'expert',
    states: { listed: toAll, 'not listed': hiddenBut('researcher', ...KEEPERS) },
  },
];

/** Pages about entering turn away whoever is in already. */
const outside: Rule = { leads: [{ who: ['person'], to: '' }], others: 'opens' };
const toSignIn = (from: string): Lead => ({
  who: ['visitor'],
  to: `sign-in?from=${encodeURIComponent(from)}`,
});

const own = { door: signedIn, states: always(toAll) } as const;
const secret = {
  door: signedIn,
  // A demonstration account is shared by everybody who tries it: it keeps its address and has no password.
  states: always({ others: 'opens', denied: ['demonstration account'] } satisfies Rule),
} as const;

/** Whoever holds the link of a letter is who the letter went to. */
const linked = (route: string, of: string): Row => ({
  route,
  door: 'open',
  of,
  states: { known: toAll, unknown: toNobody },
});

export const ACCOUNT: Row[] = [
  { route: 'sign-in', door: 'open', states: always(outside) },
  { route: 'sign-in/demonstration', door: 'open', states: always(leadsAll('sign-in')) },
  {
    // Here a half signed in person gives the second factor.
    route: 'sign-in/second-factor',
    door: 'open',
    states: always({
      leads: [toSignIn('/sign-in/second-factor'), { who: ['person'], to: '' }],
      others: 'opens',
    }),
  },
  { route: 'forgotten-password', door: 'open', states: always(toAll) },
  linked('reset-password/:token', 'letter about a password'),
  // The first administrator is there: nobody sets the installation up again.
  { route: 'set-up', door: 'open', states: always(toNobody) },
  { route: 'join', door: 'open', states: always(toAll) },
  { route: 'join/sent', door: 'open', states: always(toAll) },
  linked('join/confirm/:token', 'letter about joining'),
  linked('join/invitation/:token', 'letter of invitation'),
  { route: 'account', ...own },
  // Without the settings of the operator there is no ORCID here.
  ...['sign-in/orcid', 'sign-in/orcid/back', 'account/orcid', 'account/orcid/link'].map((route): Row => ({
    route,
    door: 'open',
    states: always(toNobody),
  })),
  {
    route: 'join/orcid/:token',
    door: 'open',
    of: 'letter about joining',
    states: { known: toNobody, unknown: toNobody },
  },
  { route: 'account/orcid/unlink', door: 'open', states: always(leadsAll('account')) },
  { route: 'account/works', ...own },
  { route: 'account/works/read', door: 'open', states: always(leadsAll('account/works')) },
  { route: 'account/works/terms', door: 'open', states: always(leadsAll('account/works')) },
  { route: 'account/details', ...own },
  { route: 'account/emails', ...own },
  { route: 'account/emails/primary', door: 'open', states: always(leadsAll('account/emails')) },
  { route: 'account/emails/remove', door: 'open', states: always(leadsAll('account/emails')) },
  {
    route: 'account/emails/confirm/:token',
    door: signedIn,
    of: 'letter about an address',
    states: { known: toAll, unknown: toNobody },
  },
  { route: 'account/affiliations', ...own },
  {
    route: 'account/affiliations/:organisation/end',
    door: signedIn,
    of: 'affiliation',
    states: { "the researcher's": hiddenBut('researcher') },
  },
  { route: 'account/profile', door: members, states: always(toAll) },
  { route: 'account/profile/confirm', door: 'open', states: always(leadsAll('account/profile')) },
  { route: 'account/data', ...own },
  { route: 'account/interests', ...own },
  { route: 'account/interests/new', ...own },
  ...['', '/remove'].map((step): Row => ({
    route: `account/interests/:reference${step}`,
    door: signedIn,
    of: 'registered interest',
    states: { "the researcher's": hiddenBut('researcher') },
  })),
  { route: 'account/saved-searches', ...own },
  { route: 'account/saved-searches/new', ...own },
  ...['', '/delete', '/feed'].map((step): Row => ({
    route: `account/saved-searches/:reference${step}`,
    door: signedIn,
    of: 'saved search',
    states: { "the researcher's": hiddenBut('researcher') },
  })),
  {
    // Only takes a form; whose search it is, the page it leads to tells.
    route: 'account/saved-searches/:reference/feed/close',
    door: 'open',
    of: 'saved search',
    states: { "the researcher's": leadsAll('account/saved-searches/:reference') },
  },
  // Whoever holds the address of a feed reads it as its owner.
  linked('feeds/searches/:token', 'feed of a search'),
  { route: 'account/join-request', ...own },
  { route: 'account/sessions', ...own },
  { route: 'account/tokens', ...own },
  { route: 'account/tokens/new', ...own },
  { route: 'account/notices', ...own },
  { route: 'inbox', ...own },
  { route: 'account/password', ...secret },
  {
    route: 'account/second-factor',
    door: 'open',
    states: always({ leads: [toSignIn('/account/second-factor')], others: 'opens' }),
  },
  { route: 'account/second-factor/begin', door: 'open', states: always(leadsAll('account/second-factor')) },
  { route: 'account/second-factor/recovery-codes', ...secret },
  { route: 'account/second-factor/remove', ...secret },
];
