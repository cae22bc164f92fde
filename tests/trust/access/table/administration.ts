import { always, forRoles, hiddenBut, leadsAll, toNobody, type Row, type Rule } from '../rule';
import { KNOWN_IN } from './question-knowledge';

const administrators = { door: 'signed in', states: always(forRoles('administrator')) } as const;
const inviters = { door: 'signed in', states: always(forRoles('administrator', 'coordinator')) } as const;
const toPerson = { door: 'open', states: always(leadsAll('administration/people/:reference')) } as const;
const of = 'person';

/** The administrator invites the first people, sets up the installation and reads kept mail. */
export const ADMINISTRATION: Row[] = [
  { route: 'administration', ...administrators },
  { route: 'administration/people', ...administrators },
  { route: 'administration/people/:reference', of, ...administrators },
  { route: 'administration/people/:reference/grant-role', of, ...toPerson },
  { route: 'administration/people/:reference/revoke-role', of, ...toPerson },
  { route: 'administration/people/:reference/suspend', of, ...administrators },
  { route: 'administration/people/:reference/restore', of, ...toPerson },
  { route: 'administration/people/:reference/clear-second-factor', of, ...toPerson },
  { route: 'administration/people/:reference/confirm-affiliation', of, ...toPerson },
  { route: 'administration/people/:reference/erase', of, ...administrators },
  { route: 'administration/invitations', ...inviters },
  { route: 'administration/invitations/new', ...inviters },
  { route: 'administration/invitations/many', ...inviters },
  {
    route: 'administration/invitations/many/send',
    door: 'open',
    states: always(leadsAll('administration/invitations/many')),
  },
  {
    route: 'administration/invitations/:reference/revoke',
    door: 'open',
    of: 'invitation',
    states: always(leadsAll('administration/invitations')),
  },
  { route: 'administration/join-requests', ...inviters },
  { route: 'administration/join-requests/:reference', of: 'join request', ...inviters },
  { route: 'administration/mail', door: 'members', states: always(forRoles('administrator')) },
  {
    route: 'administration/mail/:id',
    door: 'members',
    of: 'kept letter',
    states: always(forRoles('administrator')),
  },
];

const desk: Record<string, Rule> = always(forRoles('coordinator'));
const door = 'members' as const;

/**
 * The desk is the coordinators'. The trail is read by the auditor, and by the administrator in less detail; only
 * the auditor takes it away.
 */
export const CURATION: Row[] = [
  { route: 'desk', door, states: desk },
  { route: 'desk/asked-experts', door, states: desk },
  { route: 'desk/letters', door, states: desk },
  { route: 'desk/letters/:kind', door, of: 'letter template', states: desk },
  { route: 'desk/private-terms', door, states: desk },
  { route: 'desk/private-terms/:reference', door, of: 'private term', states: desk },
  { route: 'desk/:kind', door, of: 'queue', states: desk },
  {
    route: 'desk/:kind/preview',
    door,
    of: 'queue',
    query: '?action=accept-joins',
    states: always({
      leads: [{ who: ['coordinator'], to: 'desk/:kind?selected=none' }],
      others: 'denied',
    }),
  },
  { route: 'desk/:kind/:reference', door, of: 'queue', states: desk },
  { route: 'people/duplicates', door: 'members', states: always(forRoles('coordinator', 'administrator')) },
  { route: 'people/merges/new', door: 'members', states: always(forRoles('coordinator', 'administrator')) },
  {
    route: 'people/merges/:reference',
    door: 'members',
    of: 'proposed merge',
    states: always(forRoles('coordinator', 'administrator')),
  },
  { route: 'bulk-actions/:reference', door, of: 'bulk action', states: desk },
  { route: 'bulk-actions/:reference/undo', door, of: 'bulk action', states: desk },
  {
    // Whoever began it goes on with it.
    route: 'bulk-actions/:reference/go-on',
    door,
    of: 'bulk action',
    states: always(forRoles('began the bulk action')),
  },
  {
    route: 'history/:noun/:reference',
    door,
    of: 'history',
    states: {
      'a draft question': hiddenBut(...KNOWN_IN.draft),
      'an open question': hiddenBut(...KNOWN_IN.open),
      'a decided question': hiddenBut(...KNOWN_IN.decided),
      // Before the decision a bid is its makers' alone; afterwards the auditor traces it.
      'a submitted bid': hiddenBut('lead of the bid', 'editor of the bid'),
      'an awarded bid': hiddenBut('lead of the bid', 'editor of the bid', 'auditor'),
      'a draft finding': hiddenBut('researcher'),
      'a published finding': hiddenBut('network', 'auditor'),
      'a deliverable': hiddenBut(
        'author',
        'senior responsible owner',
        'budget holder',
        'moderator',
        'observer',
        'evaluator',
        'coordinator',
        'auditor',
        'lead of the bid',
        'editor of the bid',
      ),
      'an impact record': hiddenBut('network', 'auditor'),
      'the researcher': hiddenBut('researcher', 'coordinator', 'administrator', 'auditor'),
      'a team': { others: 'opens' },
      'a noun that is none': toNobody,
    },
  },
  { route: 'audit', door, states: always(forRoles('auditor', 'administrator')) },
  { route: 'audit/export', door, states: always(forRoles('auditor')) },
];
