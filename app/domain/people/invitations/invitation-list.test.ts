import { expect, test } from 'vitest';
import { MOST_LINES, planInvitations, type KnownToPlan } from './invitation-list';

const known: KnownToPlan = {
  organisations: [
    { id: 'o1', name: 'University of Leeds', slug: 'leeds' },
    { id: 'o2', name: 'Home Office', slug: 'home-office' },
  ],
  teams: [{ id: 't1', name: 'Serious crime', organisationId: 'o2' }],
  accounts: new Set(['taken@example.org']),
  waiting: new Set(['waiting@example.org']),
};
const rowsOf = (text: string) => {
  const plan = planInvitations(text, known);
  if ('fault' in plan) throw new Error(plan.fault);
  return plan.rows;
};

test('a good line is planned whole', () => {
  const [row] = rowsOf(
    'E-mail,Name,Organisation,Team,Roles,Expert\nAda@Example.org,"Lovelace, Ada",home-office,Serious Crime,SRO; evaluator,yes',
  );
  expect(row).toEqual({
    line: 2,
    address: 'ada@example.org',
    name: 'Lovelace, Ada',
    organisation: 'home-office',
    organisationId: 'o2',
    team: 'Serious Crime',
    teamId: 't1',
    teamRoles: ['seniorResponsibleOwner', 'evaluator'],
    asExpert: true,
    problems: [],
  });
});

test.each([
  ['email\nnobody', 'no e-mail address'],
  ['email\ntaken@example.org', 'has an account'],
  ['email\nwaiting@example.org', 'waiting already'],
  ['email,organisation\na@example.org,Nowhere', 'No organisation'],
  ['email,team\na@example.org,Nowhere', 'No team'],
  ['email,organisation,team,roles\na@example.org,leeds,Serious crime,author', 'No team'],
  ['email,team\na@example.org,Serious crime', 'what the person does'],
  ['email,team,roles\na@example.org,Serious crime,king', 'king'],
  ['email,expert\na@example.org,perhaps', 'yes or no'],
  [`email,name\na@example.org,${'x'.repeat(121)}`, 'longer'],
])('%j has a problem', (text, problem) => {
  expect(rowsOf(text)[0]?.problems.join()).toContain(problem);
});

test('an address twice is a problem of the second line', () => {
  const rows = rowsOf('email\na@example.org\nA@example.org');
  expect(rows.map(({ problems }) => problems.length)).toEqual([0, 1]);
});

test.each([
  ['', 'Paste or upload'],
  ['name\nAda', 'one of them must be email'],
  ['email,shoe size\na@example.org,7', 'shoesize'],
  ['email', 'no line below'],
  [`email\n${'a@example.org\n'.repeat(MOST_LINES + 1)}`, 'at most'],
])('%j is refused whole', (text, words) => {
  const plan = planInvitations(text, known);
  expect('fault' in plan && plan.fault).toContain(words);
});
