import type { WorkKind } from '~/domain/knowledge/citations/work-kinds';

/** A work of invented people. Authors are people of the cast by their keys, or names of people without an account. */
export interface WorkStory {
  title: string;
  year: number;
  kind: WorkKind;
  description: string;
  authors: string[];
}

/** Whose works these are: each of them says which are theirs. */
export const AUTHORS_WITH_WORKS = [
  'amara',
  'tomasz',
  'marek',
  'ngozi',
  'ines',
  'seun',
  'kwame',
  'yasmin',
  'callum',
  'rukhsana',
  'priyanka',
  'gareth',
];

/** Works that somebody has not decided about yet, by author and title. */
export const UNDECIDED: [author: string, title: string][] = [
  ['gareth', 'Waiting for the tide: a diary of one harbour'],
  ['callum', 'Notes for expert witnesses on incomplete devices'],
];

const article = (title: string, year: number, authors: string[], description: string): WorkStory => ({ title, year, kind: 'article', authors, description });
const report = (title: string, year: number, authors: string[], description: string): WorkStory => ({ title, year, kind: 'report', authors, description });
const chapter = (title: string, year: number, authors: string[], description: string): WorkStory => ({ title, year, kind: 'chapter', authors, description });
const preprint = (title: string, year: number, authors: string[], description: string): WorkStory => ({ title, year, kind: 'preprint', authors, description });

export const EXPERT_WORKS: WorkStory[] = [
  article('Guests who do not leave: how drug networks take over a home', 2019, ['amara'], 'Interviews with 31 tenants whose homes were taken over to sell illegal drugs. Most describe weeks of favours before the first threat, and a key that changed hands early.'),
  article('What the housing officer saw: visits to homes that were later called cuckooed', 2021, ['amara', 'rukhsana'], 'Officers’ notes of visits in the two months before a home was recognised as cuckooed. Visitors who answer for the tenant and rooms that may not be entered appear in seven of ten.'),
  chapter('Asking at the door: questions that tenants could answer with a visitor in the room', 2023, ['amara', 'Bisi Fairhurst'], 'Made with people whose homes had been taken over, by participatory research. Questions about keys, meals and sleep could be answered safely; questions about people could not.'),
  report('After the visitors: what tenants need in the first month', 2025, ['amara', 'rukhsana'], 'Follows 18 tenants for a month after the visitors had gone. A changed lock, one named officer and a debt that was written off mattered more than a move.'),

  article('Two days to the port: a script of the theft and export of keyless vehicles', 2022, ['tomasz', 'marek'], 'Breaks the theft of keyless vehicles into eleven steps, from case files of three forces. Cooling off in ordinary streets and the booking of a container are the two steps that cannot be skipped.'),
  article('Marking and its after-life: what became of forensic marking of cable', 2020, ['tomasz'], 'Follows organised acquisitive crime against one railway for six years. Marking reduced theft of cable for fourteen months, then theft moved to lines that were not marked.'),
  report('Who buys stolen parts? Salvage, breakers and the price of an airbag', 2024, ['tomasz', 'farah'], 'Prices of used vehicle parts in adverts over two years, compared with thefts of the same models. Prices led thefts by about six weeks for four of nine models.'),
  article('Insurers as guardians: conditions that were kept and conditions that were not', 2018, ['tomasz', 'Greta Lindholm'], 'Compares policies that asked owners of vehicles and plant to fit a device with policies that did not. Where the device was checked, theft fell by a third; where it was only declared, it did not.'),

  article('Trunk roads and yards: the geography of stolen plant', 2021, ['marek'], 'Geospatial analysis of 640 thefts of plant and 204 recoveries in two counties. Distance to a trunk road explains more than distance to a town.'),
  article('Livestock, fuel and quiet lanes: rural theft by night and by season', 2019, ['marek', 'Anwen Prothero'], 'Nine years of police records of rural theft, mapped by season and moon. Fuel follows its price; livestock follows the sales.'),
  report('Where recovered vehicles were found: a map of cooling-off places', 2025, ['marek', 'tomasz'], 'Maps 1,100 stolen vehicles that were recovered within a week. Half stood within two miles of where they were taken, in streets with parking for anybody.'),

  article('Why nobody was told: silence after losing money to fraud', 2018, ['ngozi'], 'A national survey of people who lost money to fraud. Shame explains less than the belief that nothing would come of it.'),
  article('Letters that brought answers: a randomised controlled trial of reporting letters', 2021, ['ngozi', 'ines'], 'A randomised controlled trial with one bank and 12,000 customers who had lost money. A letter that named what would happen next raised reports by a third, at four pounds a report.'),
  article('“It was only my account”: what students say about lending a bank account', 2022, ['ngozi'], 'Focus groups with 54 young people, of whom eleven had been money mules. They expected a scolding; none knew that an account can be closed for six years.'),
  report('Warnings in the banking app: what young customers do with them', 2024, ['ngozi', 'ines', 'Calla Whitmore'], 'A trial of three warnings shown to customers under 25 before an unusual payment. A warning about the person who asks did better than one about the law.'),
  chapter('Measuring what is not reported', 2023, ['ngozi', 'priyanka'], 'Compares three ways to estimate frauds that nobody reports. Surveys that ask about the loss before the word “fraud” find half as many again.'),

  article('What a closed account costs: fraud controls and the people they hit', 2020, ['ines'], 'Costs of closed and frozen accounts for customers who had done nothing, from complaints and one bank’s records. Most of the cost falls on a few who are paid in cash.'),
  article('Costs and benefits of supervision against money laundering: what can be priced', 2022, ['ines', 'Duarte Meireles'], 'Sets out which costs and benefits of anti-money-laundering rules can be put in money. Three of the eight benefits claimed for them cannot, and should be argued for in words.'),
  preprint('A bounty for freezing? Incentives of banks after a fraud', 2025, ['ines', 'seun'], 'A model of how fast a bank freezes money after a report of fraud, tested on public figures of refunds. Sharing the refund between two banks shortens the time to a freeze.'),

  article('Seven hops: following money through mule accounts with court data', 2020, ['seun'], 'Network analysis of 96 judgments that describe the path of stolen money. The median path had four accounts and lasted less than a day.'),
  article('Cash to coin: what shops that sell cryptoassets see and ask', 2023, ['seun', 'callum'], 'Interviews with 22 small businesses that exchange cash for cryptoassets. Those with a bank that asked them questions asked their customers questions too.'),
  preprint('How sure can one be? Errors in the tracing of public ledgers', 2024, ['seun'], 'Compares clusters made by three tracing methods with wallets whose owner is known from judgments. All three are surer than they should be.'),
  report('The price of a broker: charges for moving criminal cash, 2015 to 2024', 2025, ['seun', 'ines'], 'A yearly series of charges for moving cash, from public court records. Charges rose after seizures and fell back within a year.'),

  article('Where are they now? Investigators two years after a course abroad', 2021, ['kwame'], 'Traces 212 investigators in three countries of West Africa who were trained by donors. A third were in a post where they could use it; transfers explain most of the rest.'),
  article('Mentors or manuals: a process evaluation of two programmes for anti-corruption units', 2019, ['kwame', 'Efua Danquah'], 'Process evaluation of two programmes that taught the same units. Mentoring outlasted manuals where the head of the unit stayed.'),
  report('Equipment on loan: what remains of donated tools in six units', 2023, ['kwame', 'yasmin'], 'Visits to six units in North and West Africa, two to five years after equipment was given. Vehicles had been reassigned; software without a paid licence was not in use.'),
  chapter('Training without a court: why arrests did not become convictions', 2024, ['kwame'], 'Follows 74 cases of trained investigators to their end. Most ended at the prosecutor’s desk for want of a witness, not for want of skill.'),

  article('Partners who must say yes: security assistance and its audiences in North Africa', 2018, ['yasmin'], 'Interviews with officials on both sides of four programmes against smuggling. What was agreed in public and what was meant in private differed in all four.'),
  article('Border towns and their bargains', 2022, ['yasmin'], 'Historical and interview study of three towns that live from trade that is partly illegal. Crackdowns that came with an alternative income lasted; others were waited out.'),
  report('Evaluating what cannot be published: notes from four programmes', 2024, ['yasmin', 'kwame'], 'Sets out how four evaluations of sensitive overseas programmes dealt with what they could not print. A sealed annex and an agreed public summary worked best.'),

  article('After the takedown: where sellers went in the first ninety days', 2021, ['callum'], 'Follows 310 seller names through three closures of online markets. Two in three were seen again within a month, most of them where their customers already were.'),
  article('What a closed messenger leaves behind', 2023, ['callum', 'Rhodri Beynon'], 'Reviews what examiners found on devices after a criminal communications platform was closed. Notifications and backups held more than the application itself.'),
  chapter('Drones, phones and parcels: digital traces of supply into prisons', 2024, ['callum'], 'Case file analysis of 41 closed cases of supply into prisons. Flight records were found in nine, and in six of these they named a place nobody had searched.'),
  article('Notes for expert witnesses on incomplete devices', 2016, ['callum'], 'A practice note on how to speak in court about a device that was only partly read. It gives six wordings and what each of them promises.'),

  article('Not my client? How adult social care recognises exploitation', 2018, ['rukhsana'], 'Interviews with 40 social workers about adults who turned out to be exploited. Need hid exploitation: those with most contact were recognised last.'),
  article('Ten minutes and a form: a test of two screening tools for modern slavery', 2020, ['rukhsana', 'priyanka'], 'Compares two screening tools for modern slavery and human trafficking in four councils. The shorter one missed no more and was used three times as often.'),
  report('What helps after recognition: a year with 26 survivors', 2024, ['rukhsana', 'daniel'], 'Participatory research with survivors of exploitation over one year. A worker who stays and papers that arrive mattered more than any programme.'),

  article('Four lists and a shadow: hidden populations with lists that depend on each other', 2019, ['priyanka'], 'A capture–recapture method for lists that refer people to one another. Ignoring referral makes hidden populations look a fifth smaller than they are.'),
  article('How many are missed? Intervals for estimates of modern slavery that admit what is unknown', 2022, ['priyanka', 'Tove Ekström'], 'Re-estimates three published figures of hidden victims with honest intervals. Two of the three cannot tell a rise from a fall over five years.'),
  preprint('Missing on purpose: records that stop when somebody moves', 2025, ['priyanka', 'gareth'], 'Longitudinal administrative data of people who leave a service without a reason recorded. Those who return are not like those who do not, and weighting makes it worse.'),

  article('Inside the gate: port workers and the organisation of drug importation', 2017, ['gareth'], 'Closed case files of 52 importations of illegal drugs through three ports. In a third an insider chose the day; in most of the others the day chose the insider.'),
  article('What importers told us: interviews in four prisons', 2020, ['gareth', 'Marisol Ibarra'], 'Interviews with 38 convicted importers about partners, prices and losses. Losses of up to one load in four were planned for.'),
  chapter('Paying for a favour: small debts and large crimes in ports', 2023, ['gareth', 'joris'], 'Compares how port workers were drawn in at five ports. A small debt to a colleague comes before most approaches.'),
  article('Waiting for the tide: a diary of one harbour', 2014, ['gareth'], 'Field notes from a year in one harbour, before its terminal was automated. It shows what foremen knew and nobody asked.'),
];
