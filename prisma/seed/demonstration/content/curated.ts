import type { SharedStory } from './shared';

/** Shared a second time by its author, under the title of a draft; a coordinator merged it. */
export const SHARED_TWICE: SharedStory = {
  by: 'marek',
  title: 'Where stolen plant leaves a region: roads, yards and prices (invented)',
  kind: 'report',
  year: 2025,
  venue: 'Invented reports of the demonstration',
  summary: 'Invented result. Recovered plant lay within eight miles of a trunk road in 71 per cent of 204 recoveries, and thefts followed the price of used machines.',
  limits: 'Recoveries, not thefts.',
  threats: ['organised-acquisitive-crime'],
  strands: ['protect', 'pursue'],
  levels: ['regional'],
  finding: {
    key: 'plant-roads-twice',
    studyType: 'descriptive',
    keyMessages: 'Seven in ten recoveries lay close to a trunk road.',
    methods: 'Maps of 204 recoveries.',
    licence: 'Creative Commons Attribution 4.0',
    cases: [],
    published: 19,
  },
};

export const MERGES = {
  finding: { into: 'plant-roads', reason: 'The same report, shared a second time under the title of its draft. Its author asked for one record.' },
  term: {
    name: 'Delphi study',
    definition: 'Experts judge in rounds, and see what the others said in between.',
    added: 'Asked for by two experts who tag their work with it.',
    into: 'expert-elicitation',
    reason: 'It is one kind of expert elicitation, and was tagged beside it each time.',
  },
};

export const PRIVATE_WORD = {
  name: 'Ask again in spring',
  meaning: 'A coordinator writes to those who keep it in March, when budgets for the year are known.',
  on: [
    ['question', 'illicit-markets'],
    ['finding', 'small-trades'],
  ] as const,
};

export const ACCESS = {
  reason: 'I test whether prices of parts lead thefts of plant as they lead thefts of vehicles, for one county.',
  answer: 'Granted for the county that you name. Please tell me before anything is printed.',
};

export const INCLUSION = {
  reason: 'It follows lead times of engines, which is what this collection has no study of yet.',
  answer: 'Welcome: it is the first with lead times.',
};

export const SEARCHES = [
  { by: 'colm', name: 'Engines and boats', query: 'engines boats', alert: 'weekly', feed: true },
  { by: 'imran', name: 'Stolen plant and vehicles', query: 'stolen (plant OR vehicles)', alert: 'daily', feed: false },
] as const;
