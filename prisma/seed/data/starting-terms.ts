/** Research methods and disciplines to start with; coordinators extend them. Slug, name, definition, aliases. */
export type StartingTerm = [slug: string, name: string, definition: string, aliases?: string[]];

export const METHODS: StartingTerm[] = [
  ['rapid-evidence-assessment', 'Rapid evidence assessment', 'A structured search and summary of what is known, made in weeks by limiting scope.', ['REA']],
  ['systematic-review', 'Systematic review', 'A review with a stated protocol, full search and explicit inclusion rules.', ['meta-analysis']],
  ['randomised-controlled-trial', 'Randomised controlled trial', 'Units are assigned by chance to be treated or not, then compared.', ['RCT', 'field experiment']],
  ['quasi-experiment', 'Quasi-experiment', 'A comparison without random assignment, such as difference in differences or matching.', ['natural experiment']],
  ['longitudinal-administrative-data', 'Longitudinal administrative data', 'Records of the same people or bodies over time, kept for running a service.', ['linked data']],
  ['survey', 'Survey', 'The same questions put to a sample of people or bodies.'],
  ['interviews-focus-groups', 'Interviews and focus groups', 'Guided conversations with people who know, alone or together.', ['qualitative interviews']],
  ['ethnography', 'Ethnography', 'Long observation of people in their own setting, online or off.', ['observation', 'netnography']],
  ['case-file-analysis', 'Case file analysis', 'Systematic reading of closed case files, judgments or reports.'],
  ['crime-script-analysis', 'Crime script analysis', 'Breaking a crime into its steps to find where it could be made harder.'],
  ['network-analysis', 'Network analysis', 'Who is tied to whom, and what follows from the shape of the ties.', ['SNA']],
  ['geospatial-analysis', 'Geospatial analysis', 'Where things happen and why there, with maps and spatial statistics.', ['GIS', 'hotspots']],
  ['machine-learning-text-analysis', 'Machine learning and text analysis', 'Statistical learning from data or language.', ['NLP', 'data science']],
  ['agent-based-modelling', 'Agent-based modelling', 'Simulating many actors with simple rules to see what emerges.', ['ABM', 'simulation']],
  ['cost-benefit-analysis', 'Cost–benefit analysis', 'Costs and effects of options put in money.', ['economic evaluation']],
  ['process-evaluation', 'Process evaluation', 'How a programme was carried out, for whom, and why it did or did not take.', ['theory of change']],
  ['expert-elicitation', 'Expert elicitation', 'Structured judgements of several experts, such as Delphi.', ['Delphi']],
  ['capture-recapture', 'Hidden population estimation', 'Estimating the size of what is not seen, from overlapping partial lists.', ['multiple systems estimation']],
  ['market-measurement', 'Illicit market measurement', 'Prices, purity, volumes or listings, sampled over time.', ['darknet market scraping']],
  ['legal-doctrinal', 'Legal and doctrinal analysis', 'What the law says and how courts apply it.'],
  ['historical-archival', 'Historical and archival research', 'What happened before, from records of the time.'],
  ['participatory-research', 'Participatory research', 'Research made with the people it is about.', ['co-production', 'lived experience']],
];

/** What is done about it, drawn from the literature that the knowledge base starts with. */
export const INTERVENTIONS: StartingTerm[] = [
  ['preventing-recruitment', 'Preventing recruitment', 'Keeping people from being drawn into organised crime, by finding and reaching those at risk.', ['early intervention']],
  ['estimating-hidden-victims', 'Estimating hidden victims', 'Putting a number on victims whom no record shows, to size the response and to see whether it changes.', ['multiple systems estimation', 'prevalence estimation']],
  ['anti-money-laundering-rules', 'Anti-money-laundering rules', 'Duties of banks and professions to know their customers and report suspicion, and their supervision.', ['AML']],
  ['online-warnings', 'Warnings shown online', 'Telling people, at the moment of a risky search or upload, what they are about to do and where help is.', ['deterrence messaging', 'splash pages']],
  ['encouraging-reports', 'Encouraging victims to report', 'Making it easier and more worth while to report, and duties to do so.', ['reporting duties']],
];

export const DISCIPLINES: StartingTerm[] = [
  ['criminology', 'Criminology', 'Crime, offenders, victims and responses.'],
  ['crime-science', 'Crime science', 'Reducing crime by studying its opportunities.'],
  ['economics', 'Economics', 'Incentives, markets and costs.'],
  ['sociology', 'Sociology', 'Groups, institutions and inequality.'],
  ['psychology', 'Psychology', 'How people think, decide and behave.'],
  ['law', 'Law', 'Rules, rights and courts.'],
  ['political-science', 'Political science and international relations', 'Power, states and policy.'],
  ['computer-science', 'Computer science and security', 'Systems, networks and how they are attacked.', ['cyber security']],
  ['data-science-statistics', 'Statistics and data science', 'Learning from data with stated uncertainty.'],
  ['geography', 'Geography', 'Places, borders and movement.'],
  ['public-health', 'Public health and epidemiology', 'Harm and prevention in populations.'],
  ['forensic-science', 'Forensic science and chemistry', 'Traces, substances and materials.'],
  ['accounting-finance', 'Accounting and finance', 'Money, firms and the services that move it.'],
  ['social-work', 'Social work and safeguarding', 'Protecting and supporting people at risk.'],
  ['engineering', 'Engineering and materials', 'How things are made, moved and detected.'],
  ['history', 'History', 'How present problems came about.'],
];

/** Names that a list of identifiers cannot give by itself. */
export const NAMES: Record<string, string> = {
  'ai-generated-imagery': 'AI-generated imagery',
  cryptoassets: 'Cryptoassets',
  'drivers-and-causes': 'Drivers and causes',
  'public-private-partnership': 'Public–private partnership',
  'capacity-building-overseas': 'Capacity building overseas',
  'hostile-states-elites-cyber-economic': 'Hostile states, elites, cyber and economic crime',
  'dominate-communities-and-criminal-marketplace': 'Dominate communities and the criminal marketplace',
  'undermine-economy-and-institutions': 'Undermine the economy and institutions',
};
