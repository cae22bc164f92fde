/** Values as they stand in a file of the pack. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type Fields = Record<string, Json>;

/** The folders of a pack, in the order in which a question goes through them. */
export const STAGES = {
  people: { folder: '00-people', title: 'People, teams and organisations' },
  question: { folder: '01-question', title: 'The question' },
  open: { folder: '02-open', title: 'While it was open' },
  bids: { folder: '03-bids', title: 'Bids' },
  interests: { folder: '04-interests', title: 'Interests and conflicts' },
  assessment: { folder: '05-assessment', title: 'Assessment' },
  decision: { folder: '06-decision', title: 'Decision' },
  delivery: { folder: '07-delivery', title: 'Contract and delivery' },
  knowledge: { folder: '08-knowledge', title: 'What came of it' },
  facts: { folder: '09-facts', title: 'The chained facts' },
  publication: { folder: '10-open-contracting', title: 'Open Contracting' },
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_ORDER = Object.keys(STAGES) as Stage[];

export interface PackRecord {
  /** Names the record within its set. */
  key: string;
  fields: Fields;
}

/** Records of one kind: one file. */
export interface PackSet {
  name: string;
  title: string;
  stage: Stage;
  records: PackRecord[];
  /** The file holds its one record, not a list. */
  alone?: boolean;
}

export interface LeftOut {
  what: string;
  why: string;
}

/** A stretch of the trail from before a fact of the question to the next head that was signed. */
export interface ChainSegment {
  /** Chain in hex before the first entry. */
  before: string;
  /** The position and hash of every fact up to the head; those of the question are among them. */
  entries: { position: number; hash: string }[];
  head: { position: number; chain: string; signedAt: string; signature: string };
}

export interface Pack {
  question: string;
  sets: PackSet[];
  leftOut: LeftOut[];
  chain: ChainSegment[];
}

export const fileOf = ({ stage, name }: Pick<PackSet, 'stage' | 'name'>): string =>
  `${STAGES[stage].folder}/${name}.json`;

export const setNamed = ({ sets }: Pick<Pack, 'sets'>, name: string): PackSet | undefined =>
  sets.find((set) => set.name === name);
