import type { Level, WatchSetting } from '~/domain/discussion/comment';

export interface ThreadStory {
  by: string;
  daysAgo: number;
  level: Level;
  body: string;
  replies?: [by: string, body: string][];
  /** Taken out of sight by a coordinator, and why. */
  hidden?: { by: 'eleanor' | 'samuel'; reason: string };
}

export interface DiscussionStory {
  noun: 'question' | 'finding';
  key: string;
  threads: ThreadStory[];
  watching?: [by: string, setting: WatchSetting][];
}

/** What people say to one another about questions and findings; invented like the people. */
export const DISCUSSIONS: DiscussionStory[] = [
  {
    noun: 'question',
    key: 'new-tools',
    threads: [
      {
        by: 'anjali',
        daysAgo: 34,
        level: 'everybody',
        body: 'For cloned voices I can offer a monthly count from one bank, with the rule by which staff fill in the field. @Dr Hamish Drummond, is there anything that is counted by the same rule every month for printed parts?',
        replies: [
          ['hamish', 'Not monthly. Laboratories count cases by quarter, and two of them changed the rule last year. I could list what would have to be the same for a series.'],
          ['priya', 'A list of what would have to be the same is exactly what we lack. Two pages are enough, and we would ask the laboratories.'],
        ],
      },
      {
        by: 'edwin',
        daysAgo: 20,
        level: 'government',
        body: '@Shirin Vakili, your team asked us last spring for early signs of new forms of money. Would you be content if the horizon register followed two of them from January, rather than a study?',
        replies: [['shirin', 'Yes, if one of them is a price. We can live without the second until the summer.']],
      },
      {
        by: 'priya',
        daysAgo: 7,
        level: 'team',
        body: '@Maribel Santos, none of this commits money this year. If the round ends as it began, I would ask for thirty days of work in the spring.',
        replies: [['maribel', 'Noted for the spring round. Please put a range on it by the end of January.']],
      },
    ],
    watching: [
      ['colm', 'daily'],
      ['duncan', 'none'],
    ],
  },
  {
    noun: 'question',
    key: 'ten-minutes',
    threads: [
      {
        by: 'daniel',
        daysAgo: 4,
        level: 'everybody',
        body: 'Will the tenant know that these questions are asked of everybody? In our groups people said that a question is easier to answer when it is plainly a routine.',
        replies: [
          ['ruth', 'It could be. The checklist is used on any welfare visit, so the officer could say so truthfully. Thank you, I will put that to the two forces that pilot it.'],
          ['amara', 'It also protects those who answer: nobody can tell from the questions why the officer came.'],
        ],
      },
      {
        by: 'callum',
        daysAgo: 3,
        level: 'everybody',
        body: 'We run a two-day course on this for forces, with a discount until the end of the year. Write to me for dates.',
        hidden: { by: 'samuel', reason: 'It advertises a paid course. Offers of that kind belong on your profile, not in a discussion.' },
      },
    ],
    watching: [['kelly', 'daily']],
  },
  {
    noun: 'finding',
    key: 'plant-roads',
    threads: [
      {
        by: 'stephen',
        daysAgo: 34,
        level: 'everybody',
        body: '@Dr Marek Dvořák, do the recoveries near trunk roads include machines that were found at a port? If so, the eight miles may be the last stop rather than the first.',
        replies: [
          ['marek', 'No: finds at ports were left out, because the date of the theft was rarely known. With them the share falls to 66 per cent. I will say so in the next version.'],
          ['stephen', 'That is fair. The finds at ports could be matched by engine number, if you ever need the other half.'],
        ],
      },
      {
        by: 'imran',
        daysAgo: 14,
        level: 'government',
        body: 'Before we ask yards in our area to record sellers: has any force seen thefts follow the recoveries into the next county, or only the recoveries?',
        replies: [['kelly', 'Only recoveries so far. I would wait for the second year of counts before calling it displacement.']],
      },
    ],
    watching: [['tomasz', 'daily']],
  },
  {
    noun: 'finding',
    key: 'small-trades',
    threads: [
      {
        by: 'elif',
        daysAgo: 12,
        level: 'everybody',
        body: 'In the second winter, did the traders who sell phones also sell credit? In my interviews the two were one trade, and it decided who knew what and when.',
        replies: [['arben', 'At two of the five places, yes. I counted them as one trader, which is why the number of traders fell in the new version.']],
      },
      {
        by: 'eleanor',
        daysAgo: 10,
        level: 'coordinators',
        body: '@Samuel Adjei, a reader asks whether the stretch of coast can be told from the text. I think it cannot, since the second version gives no distances. Do you agree?',
        replies: [['samuel', 'I agree. I read it again with a map beside me. Nothing to change.']],
      },
    ],
  },
];
