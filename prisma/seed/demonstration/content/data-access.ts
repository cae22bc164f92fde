import type { Opinion, RefusalCode } from '~/domain/requests/data/data-request';

export interface DataPanelStory {
  /** How the name of the dataset begins. */
  dataset: string;
  by: string;
  members: string[];
  quorum: number;
}

export const DATA_PANELS: DataPanelStory[] = [
  { dataset: 'Losses that nobody reported', by: 'ngozi', members: ['ngozi', 'elif', 'marek'], quorum: 2 },
  { dataset: 'Prices and lead times', by: 'elif', members: ['elif', 'marek'], quorum: 2 },
];

type Said = [member: string, opinion: Opinion, reason: string];

export interface DataStory {
  dataset: string;
  by: string;
  question: string;
  asked: number;
  wanted: Record<string, string>;
  notes: [who: string, text: string][];
  opinions: Said[];
  decision?: { by: string; outcome: 'refuse'; code: RefusalCode; words: string };
  /** An appeal that is granted on conditions. */
  next?: { by: string; safeData: string; opinions: Said[]; terms: string; conditions: string };
}

/** Invented: nobody asked for any of these data. */
export const DATA_ASKED: DataStory[] = [
  {
    dataset: 'Losses that nobody reported',
    by: 'ines',
    question: 'fraud-reporting',
    asked: 26,
    wanted: {
      extract: 'All three waves: kind of loss, whom they told, why not, age band, and postcode district.',
      purpose: 'Whether those who lose money to online fraud report less where the nearest police station has closed.',
      basis: 'publicTask',
      safePeople: 'One doctoral researcher, trained in the safe use of research data, and a supervisor.',
      safeProjects: 'A thesis and an open paper; no use against any person who answered.',
      safeSettings: 'A laptop of the university with an encrypted disk.',
      safeData: 'Names were never gathered. Postcode district is needed for the distance to a station.',
      safeOutputs: 'The supervisor reads every table before it leaves the laptop.',
    },
    notes: [
      ['ngozi', 'Would region and a band of distance do, which we could work out for you?'],
      ['ines', 'A band would do if it has at least five steps.'],
    ],
    opinions: [
      ['elif', 'refuse', 'Districts and age bands together tell some people apart.'],
      ['marek', 'refuse', 'I agree. A laptop is not a safe setting for this.'],
    ],
    decision: {
      by: 'elif',
      outcome: 'refuse',
      code: 'data',
      words: 'Postcode districts with age bands could tell people apart. A band of distance, made by the holder, would answer the question.',
    },
    next: {
      by: 'marek',
      safeData: 'Region, and the distance to the nearest station in five bands that the holder works out. No districts.',
      opinions: [
        ['ngozi', 'conditions', 'Good. In our secure room, please.'],
        ['marek', 'conditions', 'With the bands, yes.'],
      ],
      terms: 'Cite the survey; report no cell of fewer than ten people; tell us of what comes out.',
      conditions: 'In the secure room of the university that holds the data.',
    },
  },
  {
    dataset: 'Prices and lead times',
    by: 'ines',
    question: 'small-boats',
    asked: 8,
    wanted: {
      extract: 'Weekly prices and days to delivery, all models, from January 2025 on.',
      purpose: 'Whether prices online moved before prices of dealers after each joint operation.',
      basis: 'notPersonal',
      safePeople: 'One doctoral researcher and a supervisor.',
      safeProjects: 'A paper for a journal; results first to the asking team.',
      safeSettings: 'A server of the university that two people reach.',
      safeData: 'Dealers stay numbered.',
      safeOutputs: 'No figure of a single dealer.',
    },
    notes: [],
    opinions: [['marek', 'approve', 'No person is in these data, and the numbers protect the dealers.']],
  },
];
