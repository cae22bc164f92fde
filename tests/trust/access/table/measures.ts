import type { Role } from '../roles';
import { always, forRoles, hiddenBut, toAll, type Row } from '../rule';

const door = 'signed in' as const;
const INSIDE: readonly Role[] = ['network', 'auditor'];
/** Members of teams, and coordinators. */
const IN_TEAMS: readonly Role[] = [
  ...(['author', 'senior responsible owner', 'budget holder', 'moderator', 'observer'] as const),
  ...(['author of another team', 'coordinator'] as const),
];
const KEEPERS: readonly Role[] = ['author', 'coordinator'];
const insiders = forRoles(...INSIDE);

/** What is measured: read by members and the auditor, kept by the author who defined it and by coordinators. */
export const MEASURES: Row[] = [
  { route: 'measures', door, states: always(insiders) },
  { route: 'measures/new', door, states: always(forRoles(...IN_TEAMS)) },
  { route: 'measures/:reference', door, of: 'measure', states: always(insiders) },
  { route: 'measures/:reference/figures.csv', door, of: 'measure', states: always(insiders) },
  ...['edit', 'definition', 'retire', 'figure'].map((step): Row => ({
    route: `measures/:reference/${step}`,
    door,
    of: 'measure',
    states: always(forRoles(...KEEPERS)),
  })),
  {
    route: 'measure-figures/:reference/evidence',
    door,
    of: 'measure figure',
    states: { claimed: forRoles(...KEEPERS), evidenced: forRoles() },
  },
  {
    // The author recorded it.
    route: 'measure-figures/:reference/validation',
    door,
    of: 'measure figure',
    states: {
      claimed: forRoles(),
      evidenced: { ...forRoles(...IN_TEAMS), butNot: ['author'] },
    },
  },
  { route: 'scorecards', door, states: always(forRoles(...INSIDE, 'committee reader')) },
  { route: 'scorecards/live', door, states: always(insiders) },
  { route: 'scorecards/live.csv', door, states: always(insiders) },
  ...['scorecards/:reference', 'scorecards/:reference/figures.csv'].map((route): Row => ({
    route,
    door,
    of: 'scorecard',
    states: always(forRoles(...INSIDE, 'committee reader')),
  })),
  { route: 'follow-ups', door: 'members', states: always(toAll) },
  {
    route: 'follow-ups/:reference',
    door: 'members',
    of: 'follow-up',
    states: always(hiddenBut('author', 'coordinator', 'auditor')),
  },
  { route: 'harm', door: 'open', states: always(toAll) },
  { route: 'harm/new', door, states: always(forRoles('coordinator')) },
  { route: 'harm/:reference/correct', door, of: 'harm figure', states: always(forRoles('coordinator')) },
  ...[
    ...['money', 'money/lines', 'money/lines.csv', 'money/objectives', 'money/alignment'],
    ...['money/score-and-spend', 'money/score-and-spend.csv'],
  ].map((route): Row => ({ route, door, states: always(forRoles('coordinator', 'auditor')) })),
  ...['money/lines/new', 'money/import', 'money/bands'].map((route): Row => ({
    route,
    door,
    states: always(forRoles('coordinator')),
  })),
  {
    route: 'money/lines/:reference',
    door,
    of: 'line of money',
    states: always(forRoles('coordinator', 'auditor')),
  },
  {
    route: 'money/lines/:reference/replace',
    door,
    of: 'line of money',
    states: always(forRoles('coordinator')),
  },
];
