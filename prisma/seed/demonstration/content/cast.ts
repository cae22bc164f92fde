import type { InstallationRole, TeamRole } from '~/domain/actor';

/** An invented person. `key` is how the other files of the demonstration name them. */
export interface CastMember {
  key: string;
  name: string;
  title: string;
  organisation: string;
}

export interface TeamCast {
  key: string;
  organisation: string;
  name: string;
  purpose: string;
  author: CastMember;
  owner: CastMember;
  budgetHolder: CastMember;
  moderator: CastMember;
}

/** What each of the four people of a team does in it. */
export const ROLES_OF: Record<'author' | 'owner' | 'budgetHolder' | 'moderator', TeamRole[]> = {
  author: ['author', 'evaluator'],
  owner: ['seniorResponsibleOwner'],
  budgetHolder: ['budgetHolder', 'observer'],
  moderator: ['moderator', 'evaluator'],
};

type Four = [key: string, name: string, title: string][];

function team(key: string, organisation: string, name: string, purpose: string, people: Four): TeamCast {
  const [author, owner, budgetHolder, moderator] = people.map(([personKey, personName, title]) => ({
    key: personKey,
    name: personName,
    title,
    organisation,
  }));
  if (!author || !owner || !budgetHolder || !moderator) throw new Error(`${key} needs four people`);
  return { key, organisation, name, purpose: `${purpose} (An invented team of the demonstration.)`, author, owner, budgetHolder, moderator };
}

export const TEAMS: TeamCast[] = [
  team('home-office', 'home-office', 'Serious and Organised Crime Evidence', 'Commissions evidence for the strategy and for spending decisions on serious and organised crime.', [
    ['priya', 'Priya Raman', 'Principal research officer'],
    ['duncan', 'Duncan Ashworth', 'Deputy director, serious and organised crime evidence'],
    ['maribel', 'Maribel Santos', 'Research programme and budget manager'],
    ['edwin', 'Edwin Nakamura-Price', 'Head of social research'],
  ]),
  team('nca', 'nca', 'Threat Understanding', 'Asks what the national assessment cannot yet say, and tests what it does say.', [
    ['colm', 'Colm Brannigan', 'Strategic assessment lead'],
    ['shirin', 'Shirin Vakili', 'Deputy director, threat understanding'],
    ['peter', 'Peter Lavelle', 'Research budget lead'],
    ['adaeze', 'Adaeze Nwosu', 'Head of analytical standards'],
  ]),
  team('hmrc', 'hmrc', 'Illicit Finance and Trade Evidence', 'Evidence on criminal money, trade-based laundering and the services that enable them.', [
    ['georgina', 'Georgina Pike', 'Economic crime analyst'],
    ['harpreet', 'Harpreet Dhaliwal', 'Deputy director, economic crime supervision'],
    ['owen', 'Owen Tregaskis', 'Finance business partner'],
    ['lucinda', 'Lucinda Mbeki', 'Senior economist'],
  ]),
  team('border-force', 'border-force', 'Port Integrity Insight', 'Evidence on how ports, airports and freight are misused, and on what makes that harder.', [
    ['stephen', 'Stephen Achterberg', 'Insight manager, maritime and freight'],
    ['nadia', 'Nadia Rahmani', 'Regional director'],
    ['keith', 'Keith Ormerod', 'Commercial and budget manager'],
    ['joanna', 'Joanna Szabo', 'Senior operational researcher'],
  ]),
  team('pcc-merseyside', 'pcc-merseyside', 'Exploitation and Violence Reduction', 'Commissions local evidence on exploitation and violence, with partners in councils and health.', [
    ['liam', 'Liam Fazakerley', 'Partnerships and research officer'],
    ['bernadette', 'Bernadette Quirke', 'Head of commissioning'],
    ['yusuf', 'Yusuf Osman', 'Finance and grants manager'],
    ['carys', 'Carys Bebbington', 'Violence reduction analyst'],
  ]),
  team('fcdo', 'fcdo', 'Overseas Organised Crime Programmes', 'Designs and evaluates programmes against organised crime with partners overseas.', [
    ['imogen', 'Imogen Fairweather', 'Programme adviser, illicit economies'],
    ['rafael', 'Rafael Quintero-Lloyd', 'Head of illicit economies'],
    ['sana', 'Sana Qureshi', 'Programme finance lead'],
    ['theo', 'Theo Blackwood-Amponsah', 'Monitoring and evaluation adviser'],
  ]),
  team('college', 'college-of-policing', 'Evidence for Practice', 'Turns research into guidance and training that officers use.', [
    ['ruth', 'Ruth Calloway', 'Detective superintendent, research lead'],
    ['martin', 'Martin Oakeshott', 'Director of standards'],
    ['denise', 'Denise Fullbrook', 'Grants and contracts manager'],
    ['vikram', 'Vikram Setty', 'Senior research fellow'],
  ]),
  team('west-midlands', 'west-midlands', 'Serious Crime Insight', 'Evidence for the force’s plan against serious and organised crime.', [
    ['kelly', 'Kelly Brockhurst', 'Senior analyst'],
    ['imran', 'Imran Choudhry', 'Assistant chief officer, crime'],
    ['natalie', 'Natalie Pryce', 'Business services manager'],
    ['marcus', 'Marcus Delacroix', 'Detective chief inspector, exploitation'],
  ]),
];

/** One person for each part that people play, to be shown first. */
export const GUIDES = [
  'priya',
  'duncan',
  'maribel',
  'edwin',
  'joris',
  'ngozi',
  'ruth',
  'farah',
  'eleanor',
  'joan',
  'tabitha',
  'alasdair',
  'meera',
  'colm',
  'oliver',
];

/** People who keep house, look into things, or are new. */
export const KEEPERS: (CastMember & { roles: InstallationRole[] })[] = [
  { key: 'joan', name: 'Joan Pellew', title: 'Administrator of Soundings', organisation: 'home-office', roles: ['administrator'] },
  { key: 'eleanor', name: 'Eleanor Whitcombe', title: 'Network coordinator', organisation: 'home-office', roles: ['coordinator'] },
  { key: 'samuel', name: 'Samuel Adjei', title: 'Network coordinator and knowledge manager', organisation: 'rusi', roles: ['coordinator'] },
  { key: 'alasdair', name: 'Alasdair Kerr', title: 'Audit manager', organisation: 'nao', roles: ['auditor'] },
  { key: 'meera', name: 'Meera Joshi', title: 'Clerk to a committee', organisation: 'cabinet-office', roles: ['committeeReader'] },
  { key: 'tabitha', name: 'Tabitha Oyelaran', title: 'Chief of staff, also keeps the installation', organisation: 'home-office', roles: ['administrator', 'coordinator'] },
];

/** Not verified yet: they read what is public, and two of them wait for a coordinator. */
export const NEWCOMERS: (CastMember & { reason?: string })[] = [
  { key: 'oliver', name: 'Oliver Trent', title: 'Doctoral researcher', organisation: 'university-of-hull' },
  {
    key: 'bronwen',
    name: 'Bronwen Ellis-Tudor',
    title: 'Intelligence analyst',
    organisation: 'tarian',
    reason: 'I write the regional assessment of rural and plant theft and would like to ask and answer questions about it.',
  },
  {
    key: 'jamal',
    name: 'Jamal Whitfield',
    title: 'Head of financial crime research',
    organisation: 'inv-tidewater-bank',
    reason: 'Our team studies authorised push payment fraud. We would share findings and help with data access.',
  },
];
