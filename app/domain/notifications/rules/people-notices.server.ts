import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const aboutRequest = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.joinRequest.findUnique({ where: { id: nounId }, select: { personId: true, decisionReason: true } }),
);
const aboutPerson = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.person.findUnique({ where: { id: nounId }, select: { id: true } }),
);
const aboutTeam = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.team.findUnique({ where: { id: nounId }, select: { reference: true, name: true } }),
);

const ROLES: Record<string, string> = {
  coordinator: 'coordinator',
  administrator: 'administrator',
  auditor: 'auditor',
  committeeReader: 'committee reader',
};
const roleOf = (fact: SealedFact): string => ROLES[textOf(fact, 'role') ?? ''] ?? 'member';
const named = (id: string | null): string[] => (id === null ? [] : [id]);

const joining = [
  aboutRequest('JoinWasRequested', async ({ db }) => ({
    personIds: await coordinators(db),
    subject: 'Somebody asks to join',
    body: 'A request to join waits on the desk.',
    path: pages.desk(),
  })),
  aboutRequest('JoinWasAccepted', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [thing.personId],
      inboxOnly: fact.data.written === true,
      subject: 'You are a member of the network',
      body: 'A coordinator accepted your request. You can now ask, answer, bid, share and rate.',
      path: pages.account(),
    }),
  ),
  aboutRequest('JoinWasDeclined', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [thing.personId],
      inboxOnly: fact.data.written === true,
      subject: 'Your request to join was declined',
      body: thing.decisionReason ?? '',
      path: pages.account(),
    }),
  ),
];

const standing = [
  aboutPerson('RoleWasGranted', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      subject: `You are now ${roleOf(fact)}`,
      body: 'An administrator gave you this role.',
      path: pages.account(),
    }),
  ),
  aboutPerson('RoleWasRevoked', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      subject: `You are no longer ${roleOf(fact)}`,
      body: 'An administrator ended this role.',
      path: pages.account(),
    }),
  ),
  aboutPerson('AffiliationWasConfirmed', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      subject: 'Your affiliation is confirmed',
      body: 'It now shows as confirmed on your profile.',
      path: pages.account(),
    }),
  ),
  aboutPerson('RegisterWasDue', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      subject: 'Is your register of interests still right?',
      body: 'You declared it whole a year ago. Look through it, and declare it for another year.',
      path: pages.ownInterests(),
    }),
  ),
  aboutPerson('ReminderWasSent', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      subject: 'Is your profile still right?',
      body: 'You have not confirmed your profile for a year. Teams find you by what it says.',
      path: pages.ownProfile(),
    }),
  ),
  aboutPerson('ApiTokenWasMade', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.id],
      actorToo: true,
      subject: 'A token was made for your account',
      body: 'A program can now use Soundings in your name. If that was not you, revoke the token and change your password.',
      path: pages.ownTokens(),
    }),
  ),
  ...['PasswordWasChanged', 'SecondFactorWasCleared', 'SecondFactorWasRemoved'].map((fact) =>
    aboutPerson(fact, ({ thing }) =>
      Promise.resolve({
        personIds: [thing.id],
        actorToo: true,
        inboxOnly: fact === 'PasswordWasChanged',
        subject: 'Your sign-in was changed',
        body: 'Your password or second factor was changed. If that was not you, tell an administrator at once.',
        path: pages.account(),
      }),
    ),
  ),
];

const teams = [
  aboutTeam('TeamMemberWasAdded', ({ fact, thing }) =>
    Promise.resolve({
      personIds: named(textOf(fact, 'personId')),
      subject: `You are in the team ${thing.name}`,
      body: 'Your roles in it are on its page.',
      path: pages.team(thing.reference),
    }),
  ),
  aboutTeam('TeamRolesWereChanged', ({ fact, thing }) =>
    Promise.resolve({
      personIds: named(textOf(fact, 'personId')),
      subject: `Your roles in the team ${thing.name} were changed`,
      body: 'Your roles in it are on its page.',
      path: pages.team(thing.reference),
    }),
  ),
  aboutTeam('TeamMemberHasLeft', ({ fact, thing }) =>
    Promise.resolve({
      personIds: named(textOf(fact, 'personId')),
      subject: `You have left the team ${thing.name}`,
      body: 'You no longer see its drafts.',
      path: pages.account(),
    }),
  ),
];

export const peopleNotices = [...joining, ...standing, ...teams];
