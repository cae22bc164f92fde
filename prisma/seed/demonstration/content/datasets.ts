export interface DatasetStory {
  /** Who entered it. */
  by: string;
  holder: string;
  name: string;
  holds: string;
  accessRoute: string;
  constraints: string;
  covers: [from: number, to: number | null];
  geography: string;
  threats: string[];
  entered: number;
  /** Days before the loading; below zero lies ahead. */
  reviewBy: number;
  /** Without one it waits for a coordinator. */
  confirmedBy?: 'eleanor' | 'samuel';
  links: [by: string, noun: 'question' | 'finding', key: string, daysAgo: number][];
}

/** Data that invented people say somebody holds. None of them exist. */
export const DATASETS: DatasetStory[] = [
  {
    by: 'ngozi',
    holder: 'university-of-portsmouth',
    name: 'Losses that nobody reported: a survey in three waves',
    holds: 'Invented entry. Answers of 9,400 adults in three waves: what they lost, to which kind of fraud, whom they told and why, with weights. Instruments and code are open.',
    accessRoute: 'Apply to the data archive of the university; a decision takes about three weeks. Counts by age, region and kind of fraud are open to everybody.',
    constraints: 'For research in the public interest. No attempt to find out who answered. The third wave has no areas below region.',
    covers: [2023, 2026],
    geography: 'United Kingdom',
    threats: ['fraud'],
    entered: 84,
    reviewBy: -270,
    confirmedBy: 'eleanor',
    links: [
      ['priya', 'question', 'fraud-reporting', 70],
      ['ngozi', 'finding', 'silent-majority', 70],
    ],
  },
  {
    by: 'elif',
    holder: 'university-of-kent',
    name: 'Prices and lead times of outboard engines, weekly',
    holds: 'Invented entry. Weekly prices and days to delivery of six models in four countries, collected from dealers by telephone, with gaps marked.',
    accessRoute: 'Ask the author by e-mail. The series is sent within a week, with a codebook.',
    constraints: 'Dealers are numbered, not named. Not to be passed on while collection goes on.',
    covers: [2025, null],
    geography: 'Northern France, Belgium, Germany, Turkey',
    threats: ['organised-immigration-crime'],
    entered: 40,
    reviewBy: -120,
    confirmedBy: 'samuel',
    links: [
      ['colm', 'question', 'small-boats', 36],
      ['elif', 'finding', 'engine-links', 36],
    ],
  },
  {
    by: 'marek',
    holder: 'northumbria-university',
    name: 'Recoveries of stolen plant by road and yard',
    holds: 'Invented entry. 204 recoveries with month, distance to a trunk road, kind of machine and the price of used machines of that kind.',
    accessRoute: 'The map and monthly counts are in the repository of the university. Records by yard are released case by case.',
    constraints: 'Yards may not be named in print. Records by yard must be destroyed when the access ends.',
    covers: [2022, 2025],
    geography: 'Two counties of northern England',
    threats: ['organised-acquisitive-crime'],
    entered: 84,
    reviewBy: 9,
    confirmedBy: 'eleanor',
    links: [
      ['marek', 'finding', 'plant-roads', 70],
      ['kelly', 'question', 'metal-theft', 70],
    ],
  },
  {
    by: 'seun',
    holder: 'university-of-edinburgh',
    name: 'Charges for moving cash, coded from public judgments',
    holds: 'Invented entry. 48 judgments with month, charge, sum, place and the words of the judgment from which each was coded, by two readers.',
    accessRoute: 'Open once the journal has published the article; until then from the author, for review only.',
    constraints: 'Names in judgments are public, but are left out.',
    covers: [2015, 2025],
    geography: 'United Kingdom',
    threats: ['money-laundering'],
    entered: 84,
    reviewBy: -180,
    confirmedBy: 'samuel',
    links: [
      ['seun', 'finding', 'broker-prices', 70],
      ['imogen', 'question', 'illicit-markets', 70],
    ],
  },
  {
    by: 'daniel',
    holder: 'inv-harbour-trust',
    name: 'Calls to a helpline after a warning, by hour',
    holds: 'Invented entry. Counts of calls by hour and by the route on which callers heard of the line. No content of any call, and nothing about callers.',
    accessRoute: 'Write to the research lead of the charity. Its ethics panel meets in January, April, July and October.',
    constraints: 'Counts below ten are left out. Results are shown to the charity four weeks before they are printed.',
    covers: [2024, 2026],
    geography: 'England and Wales',
    threats: ['child-sexual-abuse'],
    entered: 40,
    reviewBy: -200,
    confirmedBy: 'eleanor',
    links: [
      ['hannah', 'finding', 'warnings-pilot', 36],
      ['priya', 'question', 'online-protection', 36],
    ],
  },
  {
    by: 'farah',
    holder: 'inv-northgate-analytics',
    name: 'Adverts for current accounts that may be lent, by week',
    holds: 'Invented entry. Weekly counts of open adverts that offer money for the use of an account, by the age they speak to.',
    accessRoute: 'Licensed to public bodies without charge for a year; others pay.',
    constraints: 'Counts only. The wording of adverts is not passed on.',
    covers: [2025, null],
    geography: 'United Kingdom',
    threats: ['fraud', 'money-laundering'],
    entered: 5,
    reviewBy: -150,
    links: [],
  },
];
