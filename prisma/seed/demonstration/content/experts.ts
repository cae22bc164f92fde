import type { Availability } from '~/domain/people/expert-profile';
import type { CastMember } from './cast';

export interface ExpertCast extends CastMember {
  summary: string;
  threats: string[];
  methods: string[];
  disciplines: string[];
  languages: string[];
  regions: string[];
  availability: Availability;
  days: number;
  clearance?: 'BPSS' | 'CTC' | 'SC';
}

type Row = [
  key: string,
  name: string,
  title: string,
  organisation: string,
  summary: string,
  threats: string,
  methods: string,
  disciplines: string,
  languages: string,
  regions: string,
  availability: Availability,
  days: number,
  clearance?: 'BPSS' | 'CTC' | 'SC',
];

const list = (text: string): string[] => text.split(', ').filter(Boolean);

const ROWS: Row[] = [
  ['amara', 'Dr Amara Okonjo-Hale', 'Senior Lecturer in Criminology', 'university-of-leeds', 'Studies how drug networks take over homes and what tenants, housing officers and neighbours notice first. Six years of fieldwork with people who were cuckooed, done with local charities.', 'illegal-drugs, modern-slavery-human-trafficking', 'ethnography, participatory-research, interviews-focus-groups', 'criminology, sociology', 'English, Igbo', 'Northern England', 'available', 60],
  ['tomasz', 'Dr Tomasz Wieczorek', 'Associate Professor of Crime Science', 'university-college-london', 'Breaks acquisitive crime into scripts and tests where a change in handling, marking or resale would break them. Worked with scrap dealers, rail operators and insurers.', 'organised-acquisitive-crime, illegal-firearms', 'crime-script-analysis, agent-based-modelling, quasi-experiment', 'crime-science, engineering', 'English, Polish', 'United Kingdom, Poland', 'available', 45],
  ['leila', 'Professor Leila Farahmand', 'Professor of Financial Crime Law', 'university-of-sussex', 'Reads court records and corporate registers to show how lawyers, company agents and accountants are used to hide ownership and to evade sanctions.', 'bribery-corruption-sanctions-evasion, money-laundering', 'legal-doctrinal, case-file-analysis, network-analysis', 'law, accounting-finance', 'English, Persian, French', 'Middle East, Western Europe', 'limited', 25, 'SC'],
  ['gareth', 'Professor Gareth Prosser', 'Professor of Criminology', 'cardiff-university', 'Twenty years on the organisation of drug importation, with closed case files and interviews with convicted importers and port workers in three countries.', 'illegal-drugs, organised-immigration-crime', 'case-file-analysis, interviews-focus-groups, network-analysis', 'criminology', 'English, Welsh, Spanish', 'United Kingdom, Western Europe', 'available', 50, 'CTC'],
  ['ngozi', 'Dr Ngozi Adeyemi-Clarke', 'Reader in Economic Crime', 'university-of-portsmouth', 'Measures why people who lose money to fraud tell nobody, and what happens to those who do. Ran three national surveys and two field trials of reporting letters.', 'fraud, cyber-crime', 'survey, randomised-controlled-trial, interviews-focus-groups', 'criminology, psychology', 'English, Yoruba', 'United Kingdom', 'available', 40],
  ['hamish', 'Dr Hamish Drummond', 'Lecturer in Forensic Engineering', 'university-of-strathclyde', 'Tests how printed and converted parts fail, what traces printers leave, and which steps of home manufacture need skill. Works with ballistic laboratories on closed cases.', 'illegal-firearms', 'case-file-analysis, market-measurement, expert-elicitation', 'forensic-science, engineering', 'English, German', 'United Kingdom, Western Europe', 'available', 35, 'SC'],
  ['sunniva', 'Dr Sunniva Halvorsen', 'Lecturer in Cyber Security Economics', 'kings-college-london', 'Studies what organisations do in the days after ransomware, who advises them and how insurance, law and backup shape the decision to pay.', 'cyber-crime', 'interviews-focus-groups, survey, cost-benefit-analysis', 'economics, computer-science', 'English, Norwegian, Swedish', 'United Kingdom, Nordic countries', 'available', 40, 'BPSS'],
  ['arben', 'Dr Arben Kelmendi', 'Research Fellow in Migration Studies', 'university-of-brighton', 'Ethnographer of migrant journeys and of the small trades that feed on them. Long fieldwork in Albania, northern France and English coastal towns.', 'organised-immigration-crime, modern-slavery-human-trafficking', 'ethnography, interviews-focus-groups', 'sociology, geography', 'English, Albanian, French, Serbian', 'Western Balkans, Northern France', 'available', 70, 'BPSS'],
  ['meilin', 'Dr Mei-Lin Tan', 'Assistant Professor of Security Engineering', 'university-of-cambridge', 'Builds and attacks systems that detect abuse imagery without reading private messages, and measures what each design misses.', 'child-sexual-abuse, cyber-crime', 'machine-learning-text-analysis, expert-elicitation', 'computer-science', 'English, Mandarin', 'United Kingdom, South-East Asia', 'limited', 20, 'CTC'],
  ['rukhsana', 'Professor Rukhsana Mirza', 'Professor of Social Work', 'university-of-nottingham', 'Leads a group on the recognition of exploitation by front-line workers, above all in adult social care. Former safeguarding social worker.', 'modern-slavery-human-trafficking', 'interviews-focus-groups, process-evaluation, participatory-research', 'social-work, sociology', 'English, Urdu, Punjabi', 'United Kingdom, South Asia', 'available', 30],
  ['seun', 'Dr Oluwaseun Balogun', 'Lecturer in Data Science', 'university-of-edinburgh', 'Follows value through exchanges, mixers and cash businesses with public ledgers and court data, and says how sure one can be.', 'money-laundering, fraud', 'network-analysis, machine-learning-text-analysis, market-measurement', 'data-science-statistics, accounting-finance', 'English, Yoruba', 'United Kingdom, West Africa', 'available', 45],
  ['catriona', 'Professor Catriona MacLennan', 'Professor of Public Health', 'university-of-strathclyde', 'Epidemiologist of drug markets: what a change in supply does to harm, and how soon services can see it.', 'illegal-drugs', 'longitudinal-administrative-data, systematic-review, quasi-experiment', 'public-health', 'English, Gaelic', 'Scotland, Northern England', 'limited', 15],
  ['diego', 'Dr Diego Villaseñor', 'Departmental Lecturer in Latin American Politics', 'university-of-oxford', 'Works on how armed groups, growers and exporters share the cocaine trade, and what interdiction does to the sharing.', 'illegal-drugs, bribery-corruption-sanctions-evasion', 'ethnography, historical-archival, expert-elicitation', 'political-science, history', 'Spanish, Portuguese, English', 'Latin America', 'available', 35],
  ['yasmin', 'Dr Yasmin El-Sayed', 'Senior Lecturer in International Politics', 'birkbeck-university-of-london', 'Studies what happens to anti-corruption bodies after the donors have left, with archives and interviews in five countries.', 'bribery-corruption-sanctions-evasion, money-laundering', 'process-evaluation, interviews-focus-groups, historical-archival', 'political-science, law', 'English, Arabic, French', 'North Africa, Middle East', 'available', 40],
  ['priyanka', 'Dr Priyanka Deshmukh', 'Associate Professor of Statistics', 'university-of-warwick', 'Estimates what is not counted: overlapping lists, missing data and honest intervals. Wrote the method note that two police forces use.', 'modern-slavery-human-trafficking, child-sexual-abuse', 'capture-recapture, longitudinal-administrative-data, survey', 'data-science-statistics', 'English, Marathi, Hindi', 'United Kingdom, India', 'available', 30],
  ['joris', 'Dr Joris van Aalst', 'Senior Researcher', 'inv-lowland-institute', 'Interviews dock workers, planners and convicted helpers in container ports, and maps who is asked to do what.', 'illegal-drugs, organised-immigration-crime', 'interviews-focus-groups, network-analysis, crime-script-analysis', 'criminology, sociology', 'Dutch, English, French, German', 'North Sea ports', 'available', 60],
  ['elif', 'Dr Elif Karadeniz', 'Lecturer in International Conflict', 'university-of-kent', 'Follows goods rather than people: engines, boats, lifejackets and payments in the supply of Channel crossings.', 'organised-immigration-crime, money-laundering', 'market-measurement, interviews-focus-groups, network-analysis', 'geography, political-science', 'Turkish, Kurdish, English, German', 'Turkey, Northern France, Germany', 'available', 50],
  ['benedict', 'Professor Benedict Osei', 'Professor of Violence Research', 'university-of-manchester', 'Leads cohort studies of people who leave prison with debts to organised groups, and of what makes intimidation stop.', 'illegal-firearms, illegal-drugs', 'longitudinal-administrative-data, interviews-focus-groups, quasi-experiment', 'criminology, psychology', 'English, Twi', 'Northern England', 'limited', 20, 'CTC'],
  ['hannah', 'Dr Hannah Lindqvist-Moore', 'Senior Lecturer in Forensic Psychology', 'university-of-bath', 'Works on what stops people at risk of offending against children from starting, and on how warnings and helplines reach them.', 'child-sexual-abuse', 'randomised-controlled-trial, survey, systematic-review', 'psychology', 'English, Swedish', 'United Kingdom, Nordic countries', 'available', 35],
  ['marek', 'Dr Marek Dvořák', 'Lecturer in Human Geography', 'northumbria-university', 'Maps rural and infrastructure theft: cable, plant, fuel and livestock, and the roads and yards that carry them away.', 'organised-acquisitive-crime', 'geospatial-analysis, longitudinal-administrative-data, case-file-analysis', 'geography, crime-science', 'English, Czech, Slovak', 'Northern England, Central Europe', 'available', 45],
  ['siobhan', 'Professor Siobhán Devlin', 'Professor of Law', 'queens-university-belfast', 'Studies borders where jurisdiction changes in a field: smuggling, coercive control by groups, and evidence that can be used on both sides.', 'illegal-drugs, money-laundering', 'legal-doctrinal, historical-archival, interviews-focus-groups', 'law, history', 'English, Irish', 'Ireland', 'available', 25],
  ['kwame', 'Dr Kwame Asante-Boateng', 'Assistant Professor of Peace and Security', 'coventry-university', 'Evaluates training and mentoring of investigators in West Africa, and what is left of it two years on.', 'bribery-corruption-sanctions-evasion, organised-immigration-crime', 'process-evaluation, quasi-experiment, interviews-focus-groups', 'political-science, sociology', 'English, French, Twi', 'West Africa', 'available', 55],
  ['ines', 'Dr Inês Carvalho', 'Assistant Professor of Economics', 'london-school-of-economics-and-political-science', 'Puts costs and effects of crime policy in money where that can be done, and says where it cannot.', 'money-laundering, fraud', 'cost-benefit-analysis, quasi-experiment', 'economics', 'Portuguese, English, Spanish', 'Western Europe', 'limited', 20],
  ['anjali', 'Dr Anjali Nair-Hughes', 'Lecturer in Artificial Intelligence', 'university-of-york', 'Studies synthetic images and voices: how they are made, who buys them and whether they can be told apart at scale.', 'child-sexual-abuse, fraud', 'machine-learning-text-analysis, market-measurement', 'computer-science, data-science-statistics', 'English, Malayalam', 'United Kingdom', 'available', 40, 'BPSS'],
  ['callum', 'Dr Callum Strachan', 'Senior Lecturer in Digital Forensics', 'university-of-staffordshire', 'Former examiner. Works on what closed platforms leave behind, and on how users move when one is taken down.', 'cyber-crime, illegal-drugs', 'case-file-analysis, network-analysis, market-measurement', 'computer-science, forensic-science', 'English, Russian', 'United Kingdom', 'available', 50, 'SC'],
  ['teodora', 'Dr Teodora Petrescu', 'Lecturer in Labour Studies', 'university-of-leicester', 'Studies recruitment debt and labour abuse in care, food and car washes, mostly with workers who later left.', 'modern-slavery-human-trafficking, organised-immigration-crime', 'interviews-focus-groups, ethnography, survey', 'sociology, law', 'Romanian, English, Italian', 'Romania, United Kingdom', 'available', 45],
  ['daniel', 'Daniel Abrahams', 'Head of Research and Learning', 'inv-harbour-trust', 'Runs a charity’s research with people who were exploited: safe methods, shared findings, and what support they say helped.', 'modern-slavery-human-trafficking, child-sexual-abuse', 'participatory-research, process-evaluation', 'social-work', 'English', 'United Kingdom', 'available', 25],
  ['farah', 'Farah Haidari', 'Director of Analytics', 'inv-northgate-analytics', 'Links open registers, adverts and prices to watch markets change. Works for firms and public bodies, and declares which.', 'fraud, organised-acquisitive-crime, money-laundering', 'machine-learning-text-analysis, network-analysis, market-measurement', 'data-science-statistics, economics', 'English, Dari, Pashto', 'United Kingdom', 'available', 90],
  ['wanjiru', 'Dr Wanjirũ Kamau', 'Senior Lecturer in African History', 'university-of-exeter', 'Historian of smuggling and of states that lived with it; works on the ivory, gold and charcoal trades of East Africa.', 'bribery-corruption-sanctions-evasion, money-laundering', 'historical-archival, interviews-focus-groups', 'history, political-science', 'English, Swahili, Kikuyu', 'East Africa', 'unavailable', 0],
  ['adriana', 'Adriana Šimić', 'Senior analyst', 'inv-adriatic-unit', 'Analyst in a joint investigation unit on the Adriatic; writes on money couriers and road freight, within what may be published.', 'organised-immigration-crime, money-laundering', 'network-analysis, case-file-analysis', 'criminology', 'Croatian, English, Italian', 'Western Balkans', 'limited', 10],
];

export const EXPERTS: ExpertCast[] = ROWS.map(
  ([key, name, title, organisation, summary, threats, methods, disciplines, languages, regions, availability, days, clearance]) => ({
    key,
    name,
    title,
    organisation,
    summary,
    threats: list(threats),
    methods: list(methods),
    disciplines: list(disciplines),
    languages: list(languages),
    regions: list(regions),
    availability,
    days,
    ...(clearance ? { clearance } : {}),
  }),
);

/** Officials and officers who hold an expert profile beside their post. */
export const OFFICIALS_WITH_PROFILE: Omit<ExpertCast, 'name' | 'title' | 'organisation'>[] = [
  {
    key: 'ruth',
    summary: 'Serving detective with a doctorate on covert human sources. Reviews evidence with officers who would have to use it.',
    threats: ['illegal-drugs', 'modern-slavery-human-trafficking'],
    methods: ['process-evaluation', 'case-file-analysis'],
    disciplines: ['criminology'],
    languages: ['English'],
    regions: ['United Kingdom'],
    availability: 'limited',
    days: 8,
    clearance: 'SC',
  },
  {
    key: 'samuel',
    summary: 'Knows where evidence on illicit finance is kept and who wrote it; edits reviews of evidence for a think tank.',
    threats: ['money-laundering', 'bribery-corruption-sanctions-evasion'],
    methods: ['systematic-review', 'rapid-evidence-assessment'],
    disciplines: ['political-science'],
    languages: ['English', 'Twi', 'French'],
    regions: ['West Africa', 'United Kingdom'],
    availability: 'limited',
    days: 10,
  },
];
