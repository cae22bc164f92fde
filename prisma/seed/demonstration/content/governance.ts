import type { Cadence, GroupKind } from '~/domain/governance/groups/group';
import type { Role } from '~/domain/governance/responsibilities/responsibility';
import type { Stage } from '~/domain/governance/capabilities/capability';

export interface GroupStory {
  key: string;
  name: string;
  kind: GroupKind;
  purpose: string;
  threats: string[];
  strands: string[];
  levels: string[];
  /** Slugs; the first one chairs. */
  members: string[];
  cadence: Cadence;
  openedOn: string;
  decisions?: [on: string, what: string][];
  /** Into which group it went, or null where it closed. */
  ended?: { into: string | null; why: string };
}

const group = (
  key: string,
  kind: GroupKind,
  name: string,
  [threats, strands, levels, members]: [string, string, string, string],
  rest: Omit<GroupStory, 'key' | 'kind' | 'name' | 'threats' | 'strands' | 'levels' | 'members'>,
): GroupStory => ({
  ...{ key, kind, name: `${name} (invented)` },
  ...{ threats: threats.split(' '), strands: strands.split(' '), levels: levels.split(' ') },
  members: members.split(' '),
  ...rest,
});

/** Who meets about what. All of it is invented, whatever the organisations. */
export const GROUPS: GroupStory[] = [
  group(
    'compass',
    'governs',
    'Compass Board',
    ['illegal-drugs', 'pursue protect', 'national', 'home-office nca border-force'],
    {
      purpose:
        'Decides what is done first against networks that move heroin and cocaine, and holds agencies to it.',
      cadence: 'monthly',
      openedOn: '2019-04-02',
      decisions: [
        ['2023-03-07', 'Ask for research on what happens to local supply after a line is closed'],
        ['2024-02-06', 'Count couriers under eighteen in the same way everywhere'],
      ],
    },
  ),
  group(
    'lantern',
    'governs',
    'Lantern Steering Group',
    ['illegal-drugs', 'pursue prevent', 'national regional', 'nca home-office nwrocu border-force'],
    {
      purpose:
        'Steers agencies against networks that move cocaine and heroin, and decides what is done first.',
      cadence: 'quarterly',
      openedOn: '2020-09-15',
    },
  ),
  group(
    'keel',
    'governs',
    'Keel Committee',
    ['money-laundering', 'pursue', 'national', 'hm-treasury nca hmrc'],
    {
      purpose: 'Directs the recovery of criminal assets and the reform of suspicious activity reports.',
      cadence: 'quarterly',
      openedOn: '2018-06-01',
    },
  ),
  group(
    'rudder',
    'governs',
    'Rudder Board',
    ['money-laundering fraud', 'protect', 'national', 'hm-treasury home-office'],
    {
      purpose: 'Decided how banks and companies make themselves harder to misuse.',
      cadence: 'monthly',
      openedOn: '2018-02-01',
      decisions: [['2021-05-11', 'Ask supervisors for one list of warning signs']],
      ended: { into: 'keel', why: 'The same people met twice about the same companies' },
    },
  ),
  group(
    'anchor',
    'governs',
    'Anchor Board',
    ['modern-slavery-human-trafficking', 'pursue prepare', 'national', 'home-office nca moj'],
    {
      purpose: 'Decides on prosecutions, support for victims and the places they are kept safe in.',
      cadence: 'monthly',
      openedOn: '2019-01-10',
    },
  ),
  group(
    'beacon',
    'discusses',
    'Beacon Forum',
    ['child-sexual-abuse', 'prevent protect', 'national online', 'home-office nca dsit'],
    {
      purpose: 'Platforms and agencies discuss what warns people before they search for abuse images.',
      cadence: 'quarterly',
      openedOn: '2020-05-20',
    },
  ),
  group(
    'buoy',
    'discusses',
    'Buoy Roundtable',
    ['fraud', 'protect', 'national online', 'home-office inv-tidewater-bank hmrc'],
    {
      purpose: 'Banks and telephone companies discuss false calls and what is said to customers.',
      cadence: 'quarterly',
      openedOn: '2021-02-03',
    },
  ),
  group(
    'tide',
    'discusses',
    'Tide Table Meeting',
    ['organised-immigration-crime', 'pursue', 'border international', 'border-force nca fcdo'],
    {
      purpose: 'Shares the latest picture of small boats and of who sells the engines.',
      cadence: 'weekly',
      openedOn: '2021-08-01',
    },
  ),
  group(
    'harbour',
    'discusses',
    'Harbour Watch Circle',
    ['organised-immigration-crime illegal-drugs', 'protect', 'border', 'border-force nca'],
    {
      purpose: 'Port operators discussed bribed staff and containers that go missing.',
      cadence: 'halfYearly',
      openedOn: '2019-10-01',
      ended: { into: null, why: 'Its members had not met for a year' },
    },
  ),
  group(
    'sextant',
    'discusses',
    'Sextant Methods Club',
    ['cyber-crime fraud', 'pursue', 'national regional', 'nca yhrocu swrocu'],
    {
      purpose: 'Analysts show each other charts, statistics and code.',
      cadence: 'monthly',
      openedOn: '2022-01-12',
    },
  ),
  group(
    'fathom',
    'discusses',
    'Fathom Advisers',
    ['cyber-crime', 'prepare', 'national', 'dsit home-office inv-lowland-institute'],
    {
      purpose: 'Scholars and officials discuss how hospitals recover after their computers are locked.',
      cadence: 'halfYearly',
      openedOn: '2022-11-08',
    },
  ),
  group(
    'ballast',
    'discusses',
    'Ballast Group',
    ['illegal-firearms', 'pursue', 'regional national', 'nca rocuwm border-force'],
    {
      purpose: 'Shares what is known of blank firers that were converted, and of the workshops behind them.',
      cadence: 'quarterly',
      openedOn: '2020-03-04',
    },
  ),
];

export interface RoleStory {
  threat: string;
  role: Role;
  organisation: string;
  level?: string;
}

/** Some threat areas have nobody accountable, and two organisations do one thing: what such a table is for. */
export const ROLES_HELD: RoleStory[] = [
  { threat: 'illegal-drugs', role: 'accountable', organisation: 'home-office' },
  { threat: 'illegal-drugs', role: 'responsible', organisation: 'nca', level: 'national' },
  { threat: 'illegal-drugs', role: 'consulted', organisation: 'border-force' },
  { threat: 'money-laundering', role: 'accountable', organisation: 'hm-treasury' },
  { threat: 'money-laundering', role: 'responsible', organisation: 'nca', level: 'national' },
  { threat: 'money-laundering', role: 'responsible', organisation: 'hmrc', level: 'national' },
  { threat: 'child-sexual-abuse', role: 'accountable', organisation: 'home-office' },
  {
    threat: 'organised-immigration-crime',
    role: 'responsible',
    organisation: 'border-force',
    level: 'border',
  },
  { threat: 'organised-immigration-crime', role: 'informed', organisation: 'fcdo' },
];

export interface CapabilityStory {
  name: string;
  purpose: string;
  /** A gap has none. */
  stage?: Stage;
  owner: string;
  users: string[];
  threats: string[];
}

export const CAPABILITIES: CapabilityStory[] = [
  {
    name: 'Ledger tracing desk (invented)',
    stage: 'inUse',
    owner: 'nca',
    users: ['nwrocu', 'hmrc'],
    purpose:
      'Traces payments in virtual currency through public ledgers and names the exchange where they end.',
    threats: ['money-laundering'],
  },
  {
    name: 'Coin following service (invented)',
    stage: 'trial',
    owner: 'hmrc',
    users: ['hmrc'],
    purpose: 'Follows payments in virtual currency through public ledgers to the exchange where they end.',
    threats: ['money-laundering', 'fraud'],
  },
  {
    name: 'Shared data room (invented)',
    stage: 'building',
    owner: 'home-office',
    users: [],
    purpose: 'Brings records of several agencies together under one agreement, for analysts of each.',
    threats: ['fraud'],
  },
  {
    name: 'Reading seized telephones (invented)',
    owner: 'nca',
    users: [],
    purpose: 'Opening and reading seized telephones within days, where it takes months now.',
    threats: ['illegal-drugs', 'child-sexual-abuse'],
  },
];
