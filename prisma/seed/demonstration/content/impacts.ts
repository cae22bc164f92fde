import { P } from './priorities';

export interface ImpactStory {
  finding: string;
  by: string;
  priority: string;
  daysAgo: number;
  decidedDaysAgo: number;
  decision: string;
  effect: string;
  evidence: string;
  released?: string;
}

/** Decisions that invented people say a finding informed. */
export const IMPACTS: ImpactStory[] = [
  {
    finding: 'refusals',
    by: 'stephen',
    priority: P.highestHarm,
    daysAgo: 34,
    decidedDaysAgo: 38,
    decision: 'Invented decision: rotate planners every four months at three ports and name a person outside the line of command for reports.',
    effect: 'Rotation began at the first port; the named person received four reports in the first month.',
    evidence: 'Minutes of the port integrity board, item 4; monthly count of reports.',
    released: 'The measures are announced and the authors should be credited.',
  },
  {
    finding: 'first-contact',
    by: 'nadia',
    priority: P.integrity,
    daysAgo: 108,
    decidedDaysAgo: 115,
    decision: 'Invented decision: vet former employees again when they return within two years.',
    effect: 'Forty-one people were vetted again; two were not taken back.',
    evidence: 'Change note to the vetting instruction, annex B.',
  },
  {
    finding: 'five-letters',
    by: 'priya',
    priority: P.economy,
    daysAgo: 28,
    decidedDaysAgo: 31,
    decision: 'Invented decision: every letter after a reported loss says what happened to the last hundred reports.',
    effect: 'Two banks changed their letters; reports through them rose by a fifth in the first fortnight, which may not last.',
    evidence: 'Letter templates of 1 November and counts supplied by the banks.',
    released: 'Banks outside the network may follow.',
  },
  {
    finding: 'silent-majority',
    by: 'duncan',
    priority: P.economy,
    daysAgo: 96,
    decidedDaysAgo: 99,
    decision: 'Invented decision: end the campaign about shame and move its budget to contact with people under 35.',
    effect: 'The campaign ended at the close of its contract; £140,000 was moved.',
    evidence: 'Submission and reply on the spring budget, paragraphs 7 to 9.',
  },
  {
    finding: 'duty-to-report',
    by: 'shirin',
    priority: P.cyberIncident,
    daysAgo: 24,
    decidedDaysAgo: 27,
    decision: 'Invented decision: offer help with testing backups on the first day to every organisation that reports.',
    effect: 'Eleven organisations took it up in the first weeks; it is too early to say what it changed.',
    evidence: 'Service description, version 3, and the duty officer’s weekly count.',
    released: 'The offer is public.',
  },
  {
    finding: 'first-72-hours',
    by: 'colm',
    priority: P.cyberIncident,
    daysAgo: 79,
    decidedDaysAgo: 82,
    decision: 'Invented decision: make the first call within twelve hours of a report and ask an insurer to join it.',
    effect: 'The median first call moved from hour 31 to hour 10.',
    evidence: 'Duty log, before and after, read by the analytical standards team.',
  },
  {
    finding: 'doorstep-card',
    by: 'liam',
    priority: P.communities,
    daysAgo: 44,
    decidedDaysAgo: 48,
    decision: 'Invented decision: give the card to repair crews of four housing associations.',
    effect: 'Six reports came through the number on it in the first month, two of them about the same home.',
    evidence: 'Count kept by the reporting line; note of the partnership meeting.',
    released: 'The partners have agreed.',
  },
  {
    finding: 'care-indicators',
    by: 'edwin',
    priority: P.victims,
    daysAgo: 52,
    decidedDaysAgo: 55,
    decision: 'Invented decision: cut the list of indicators in the guidance from fourteen to three.',
    effect: 'The shorter list went to consultation; nine of ten replies welcomed it.',
    evidence: 'Consultation summary, section 2.',
    released: 'The guidance is public.',
  },
  {
    finding: 'warnings-pilot',
    by: 'tabitha',
    priority: P.childAbuse,
    daysAgo: 47,
    decidedDaysAgo: 50,
    decision: 'Invented decision: ask two providers to use the wording of the pilot until the trial reports.',
    effect: 'One provider changed its wording; the other waits for the trial.',
    evidence: 'Letters to the two providers and their replies.',
  },
];
