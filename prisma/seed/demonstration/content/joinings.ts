import type { Story } from '../story';

export interface JoiningStory extends Pick<Story, 'team' | 'route' | 'title' | 'threats' | 'strands' | 'priorities'> {
  by: string;
  drafted: number;
  /** What it leads to instead of a question of its own. */
  joins?: { question: string; asked: number; neededFor: string; context: string; neededIn: number; accepted?: { by: string; daysAgo: number } };
  reuses?: { finding: string; daysAgo: number };
}

/** Drafts that were not published, because somebody had asked or answered it. */
export const JOININGS: JoiningStory[] = [
  {
    by: 'georgina',
    team: 'hmrc',
    route: 'rapid-evidence-assessment',
    title: 'Why do students lend their bank accounts, and which warnings reach them?',
    threats: ['fraud', 'money-laundering'],
    strands: ['protect'],
    priorities: [],
    drafted: 18,
    joins: {
      question: 'money-mules',
      asked: 15,
      neededFor: 'Guidance to firms on accounts that are opened in the first weeks of term',
      context: 'We supervise firms that open accounts for students and can add what they report about closures. Our own draft asked the same for one age group.',
      neededIn: 150,
      accepted: { by: 'priya', daysAgo: 12 },
    },
  },
  {
    by: 'stephen',
    team: 'border-force',
    route: 'commissioned-study',
    title: 'In which containers and on which ferries do stolen vehicles leave?',
    threats: ['organised-acquisitive-crime'],
    strands: ['pursue'],
    priorities: [],
    drafted: 4,
    joins: {
      question: 'keyless-vehicles',
      asked: 2,
      neededFor: 'The plan for checks at two ports next summer',
      context: 'We hold counts of vehicles found in containers for three years and could share them with whoever wins. The winner would need to visit one port.',
      neededIn: 120,
    },
  },
  {
    by: 'ruth',
    team: 'college',
    route: 'rapid-evidence-assessment',
    title: 'Which wording of a letter makes people report a fraud?',
    threats: ['fraud'],
    strands: ['protect'],
    priorities: [],
    drafted: 18,
    reuses: { finding: 'five-letters', daysAgo: 15 },
  },
];
