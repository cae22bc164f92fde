/**
 * What is to be known, as a question for a title and as a clause for a sentence. `{subject}` and `{place}`
 * stand for the other parts.
 */
export const UNKNOWNS: Readonly<Record<string, string>> = {
  'How has {subject} changed {place} over the past decade?':
    'how the pattern has changed {place} over ten years, and which of the changes were noticed late',
  'How do courts sentence {subject} {place}?':
    'how sentences passed {place} compare with those elsewhere, and what explains the difference',
  'What does {subject} cost local public services {place}?':
    'what councils and hospitals {place} spend because of it, and which costs are hidden',
  'What prolongs investigations into {subject} {place}?':
    'which stages of an investigation take longest {place}, from first report to charge',
  'Why do prosecutions for {subject} fail {place}?':
    'at which point cases {place} collapse, and whether disclosure, witnesses or evidence is to blame',
  'Is {subject} seasonal {place}?':
    'whether it rises and falls through the year {place}, with school holidays, harvests or tourism',
  'How far do offenders travel for {subject} {place}?':
    'where those who commit it {place} live, and by what means they travel',
  'How do the media portray {subject} {place}?':
    'how local newspapers and social media {place} describe it, and what readers conclude',
  'Do frontline staff understand {subject} {place}?':
    'what nurses and housing officers {place} have been taught about it, and what they remember',
  'Which signs of {subject} do neighbours notice {place}?':
    'what residents {place} see and hear before officials know anything',
  'Is information about {subject} shared between agencies {place}?':
    'which agreements and systems {place} help agencies to share what they know, and which stand in the way',
  'Are police records a fair guide to {subject} {place}?':
    'how far recorded crime {place} differs from what surveys and other services show',
  'Does unemployment affect {subject} {place}?':
    'whether job losses and rising prices {place} have been followed by more of it',
  'How do groups behind {subject} divide their tasks {place}?':
    'how work is divided among members {place}, and which specialists are hardest to replace',
  'How do groups engaged in {subject} settle disputes {place}?':
    'how quarrels over money and territory are settled {place}, with or without violence',
  'How are the earnings of {subject} shared out {place}?':
    'how much reaches those at the bottom {place}, and what leaders do with the rest',
  'Do people convicted of {subject} reoffend {place}?':
    'what people convicted of it {place} do in the five years after their sentence',
  'What are the backgrounds of people convicted of {subject} {place}?':
    'the ages and schooling of those sentenced for it {place}, and what they had done before',
  'Does public worry about {subject} match the risk {place}?':
    'how much people {place} fear it, and whether they are the ones in danger',
  'Which kinds of business are exposed to {subject} {place}?':
    'which trades {place} suffer from it or unwittingly assist it',
  'How do language barriers affect enquiries into {subject} {place}?':
    'how interpreters are found {place}, and what is lost or misunderstood in interviews',
  'Could mapping show where {subject} concentrates {place}?':
    'whether it gathers in a few streets or sites {place}, and how stable these are',
  'Is {subject} tied to other serious crime {place}?':
    'which other offences those involved {place} commit, before or at the same time',
  'What do community safety partnerships do about {subject} {place}?':
    'which actions partnerships {place} have agreed, carried out and reviewed',
  'What can authorities learn from abroad about {subject} {place}?':
    'which approaches from other countries could be adopted {place}, and with what changes',
  'Which gaps in the law hinder action against {subject} {place}?':
    'which powers officers {place} find missing, unclear or too slow to use',
  'How do people affected by {subject} judge public services {place}?':
    'what those affected {place} thought of the response, and what they would have preferred',
  'Does publicity for arrests discourage {subject} {place}?':
    'whether reports of arrests and sentences {place} are noticed by those who might offend',
  'Do new roads and railways alter {subject} {place}?':
    'whether better transport {place} has brought new offenders or new routes',
  'How does probation work with people convicted of {subject} {place}?':
    'what probation staff {place} offer to people convicted of it, and what is lacking',
  'What do trade bodies do against {subject} {place}?':
    'what associations and unions {place} have tried, and which members took part',
  'How do faith and voluntary groups respond to {subject} {place}?':
    'what volunteers {place} provide, whom they reach and what limits them',
  'Is {subject} given its due in police and crime plans {place}?':
    'how priorities are chosen {place}, and whether spending follows the plan',
  'Would specialist prosecutors improve results against {subject} {place}?':
    'whether advocates with special training win more cases {place}, and in what time',
  'Which forensic evidence decides cases of {subject} {place}?':
    'which traces and records proved decisive in cases {place}, and which were never examined',
  'What would give early warning of growth in {subject} {place}?':
    'which figures collected {place} move first when it begins to grow',
  'How might {subject} develop {place} by 2035?':
    'how new technology and prices could alter it {place} over the next ten years, and what could be done now',
  'How strong are overseas links in {subject} {place}?':
    'how far those involved {place} depend on partners abroad, and in which countries',
  'How do schools teach about {subject} {place}?': 'what pupils {place} are told, by whom and at what age',
  'Do minor offences lead investigators to {subject} {place}?':
    'whether minor motoring and licensing cases {place} uncover it, and what is missed when they do not',
  'What happens to people wrongly suspected of {subject} {place}?':
    'how mistaken suspicion arises and is put right {place}, and what follows for those concerned',
  'Does {subject} deter investment {place}?':
    'whether firms and house buyers {place} stay away because of it',
  'How well were past campaigns against {subject} evaluated {place}?':
    'what earlier campaigns {place} set out to do, and how their success was judged',
};

/** Where it is to be known. */
export const PLACES: readonly string[] = [
  'in Cumbria',
  'in Cornwall',
  'in South Wales',
  'in rural Wales',
  'in Northern Ireland',
  'in the Scottish Highlands',
  'in Glasgow',
  'in Aberdeen',
  'in Merseyside',
  'in Greater Manchester',
  'in West Yorkshire',
  'in Teesside',
  'in Tyneside',
  'in Lincolnshire',
  'in the Black Country',
  'in Leicester',
  'in Nottingham',
  'in Norfolk',
  'in Kent',
  'in outer London',
  'in inner London',
  'in the Thames Valley',
  'in Hampshire',
  'in Bristol',
  'in Devon',
  'on the Isle of Wight',
  'in the Scottish Borders',
  'in former mining towns',
  'in market towns',
  'in university towns',
  'in seaside resorts',
  'in port towns',
  'in new towns',
  'in suburbs',
  'in border counties',
  'in remote islands',
  'in areas with small police forces',
  'in areas with many seasonal workers',
  'in areas of rapid house building',
  'along motorway corridors',
  'around large distribution parks',
  'around major airports',
  'on large housing estates',
  'in night-time economy districts',
];

/** What the answer is wanted for. */
export const DECISIONS: readonly string[] = [
  'the next spending review',
  'a bid for central funding',
  'the training of new detectives',
  'guidance to local authorities',
  'a public campaign planned for the autumn',
  'the redesign of a multi-agency team',
  'advice to ministers on legislation',
  'the review of sentencing guidelines',
  'a new information-sharing agreement',
  'the choice of sites for a pilot',
  'the refresh of a regional strategy',
  'the next strategic assessment',
  'work with industry on voluntary standards',
  'the commissioning of victim services',
  'a decision on specialist posts',
  'the evaluation of an existing programme',
  'inspections due next year',
  'a response to a parliamentary committee',
  'the allocation of investigators between regions',
  'talks with European partners',
  'an agreement with technology companies',
  'the design of a national survey',
  'the early help offer for families',
  'a business case for new equipment',
  'changes to licensing conditions',
  'the induction of border staff',
  'a toolkit for neighbourhood policing',
  'priorities for intelligence collection',
  'the terms of a data-linking project',
  'the renewal of a grant to charities',
];

/** How it might be found out: said in some questions and not in others. */
export const METHODS: readonly string[] = [
  'Interviews with people who have served sentences would be welcome.',
  'Court files and case records can be made available under agreement.',
  'We would prefer comparison over several years to a single snapshot.',
  'A rapid review followed by fieldwork in two places would suit us.',
  'Linked administrative data may answer part of the question.',
  'The views of people with lived experience should be included.',
  'Earlier studies are old, small or confined to one force.',
  'We can arrange access to practitioners but not to intelligence.',
  'Estimates should come with honest ranges.',
  'Partners in health, housing and education have offered to help.',
  'Smaller organisations should be heard as well as national ones.',
  'An interim answer within three months would be useful.',
  'We are open to methods borrowed from economics or geography.',
  'Frontline officers have raised this with us more than once.',
];

/** Parts that make no sense together: what happens on screens has no street, and some crimes no earnings. */
export const MISMATCHES: readonly { subjects: readonly string[]; unknowns: readonly string[] }[] = [
  {
    subjects: [
      'phishing',
      'account takeover among gamers',
      'intrusion into supplier systems',
      'SIM swapping',
      'theft of cryptoassets',
      'invoice fraud',
      'boiler room share fraud',
      'online grooming of children',
      'the trading of child abuse images',
      'tax repayment fraud',
      'mortgage fraud',
      'laundering through betting accounts',
      'ticket fraud',
      'bribery of foreign officials by exporters',
    ],
    unknowns: [
      'Is {subject} seasonal',
      'How far do offenders travel',
      'Which signs of',
      'Could mapping show',
      'Do new roads',
      'Do minor offences',
      'Does {subject} deter',
    ],
  },
  {
    subjects: [
      'online grooming of children',
      'the trading of child abuse images',
      'abuse by people in positions of trust',
      'drive-by shooting',
      'domestic servitude',
      'debt-related violence on prison wings',
      'account takeover among gamers',
    ],
    unknowns: [
      'How are the earnings',
      'How do groups',
      'Which kinds of business',
      'What do trade bodies',
      'Does {subject} deter',
      'How strong are overseas',
      'Is {subject} seasonal',
    ],
  },
  {
    subjects: [
      'the throwing of parcels over prison walls',
      'debt-related violence on prison wings',
      'theft of shotguns from certificate holders',
      'mortgage fraud',
      'invoice fraud',
      'bribery in building control',
      'corruption in council contracts',
      'bribery of foreign officials by exporters',
      'drug smuggling by airline passengers',
      'gold smuggling',
      'boiler room share fraud',
      'cash machine theft',
    ],
    unknowns: ['How do schools teach', 'How do faith'],
  },
];
