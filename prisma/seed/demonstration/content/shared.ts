import type { FindingStory } from '../story';
import { P } from './priorities';

/** Research that nobody commissioned, shared by its invented authors. */
export interface SharedStory {
  by: string;
  title: string;
  kind: 'article' | 'report' | 'preprint' | 'chapter';
  year: number;
  venue: string;
  summary: string;
  limits: string;
  threats: string[];
  strands: string[];
  levels: string[];
  enablers?: string[];
  /** How far it has come; published unless said. */
  ends?: 'draft' | 'submitted' | 'returned' | 'retracted' | 'newVersion';
  why?: string;
  finding: FindingStory;
}

const CC_BY = 'Creative Commons Attribution 4.0';

export const SHARED: SharedStory[] = [
  {
    by: 'seun',
    title: 'What cash brokers charge: a price series from public court records (invented)',
    kind: 'preprint',
    year: 2026,
    venue: 'Invented working papers of the demonstration',
    summary: 'Invented result. Prices of informal exchange named in 48 public judgments lay between 2 and 7 per cent and rose after two seizures of brokers’ cash. The series is thin before this year.',
    limits: 'Judgments name prices months later and for cases that failed.',
    threats: ['money-laundering'],
    strands: ['pursue'],
    levels: ['national', 'online'],
    enablers: ['cryptoassets', 'illicit-finance'],
    finding: {
      key: 'broker-prices',
      studyType: 'descriptive',
      keyMessages: 'Prices in 48 judgments lay between 2 and 7 per cent.\nThey rose after two seizures of brokers’ cash.',
      methods: 'Prices and dates coded from 48 public judgments by two readers.',
      licence: CC_BY,
      cases: [[P.economy, 'A price that can be followed is a measure of pressure.']],
      published: 110,
      released: 'It rests on public records alone.',
      rated: {
        priorities: [[P.economy, 3.6]],
        reasons: {
          5: ['It is why we asked for an index.'],
          4: ['A measure of pressure at last.', 'Shapes what we ask for next.'],
          3: ['Judgments come late, as it says.', 'Informs the debate on brokers.'],
          2: ['Forty-eight judgments are not a market.', 'Prices in court are the defence’s prices.'],
        },
      },
    },
  },
  {
    by: 'marek',
    title: 'Roads, yards and prices: where stolen plant leaves a region (invented)',
    kind: 'report',
    year: 2025,
    venue: 'Invented reports of the demonstration',
    summary: 'Invented result. Recovered plant lay within eight miles of a trunk road in 71 per cent of 204 recoveries. Thefts followed the price of used machines with a lag of two months. After yards were asked to record sellers, recoveries nearby halved and recoveries in the next county rose.',
    limits: 'Recoveries, not thefts; the two counties differ in more than the rule.',
    threats: ['organised-acquisitive-crime'],
    strands: ['protect'],
    levels: ['regional', 'local'],
    enablers: ['borders-and-ports'],
    finding: {
      key: 'plant-roads',
      studyType: 'descriptive',
      keyMessages: 'Seven in ten recoveries lay close to a trunk road.\nThefts followed prices with a lag of two months.\nRecording sellers moved recoveries to the next county.',
      methods: 'Maps and monthly series of 204 recoveries, with prices of used machines.',
      licence: CC_BY,
      cases: [[P.communities, 'Rural communities carry this cost; the road is where it can be met.']],
      published: 88,
      rated: {
        priorities: [[P.communities, 3.5]],
        reasons: {
          5: ['We moved two patrols to the trunk road.'],
          4: ['The lag of two months helps us to plan.', 'Shapes the agreement with neighbours.'],
          3: ['Two counties, and different ones.', 'Informs our map.'],
          2: ['Recoveries are what is found, not what is lost.'],
          1: ['Not our kind of theft.'],
        },
      },
    },
  },
  {
    by: 'hannah',
    title: 'Six weeks of a helpline: who calls after a warning (invented)',
    kind: 'article',
    year: 2025,
    venue: 'Invented journal of the demonstration',
    summary: 'Invented result. A first count of callers by route, since found to have counted some calls twice.',
    limits: 'One helpline, six weeks.',
    threats: ['child-sexual-abuse'],
    strands: ['protect'],
    levels: ['online'],
    ends: 'retracted',
    why: 'Calls transferred between two lines were counted twice. The author asked for the retraction and is preparing a corrected count.',
    finding: {
      key: 'helpline-count',
      studyType: 'descriptive',
      keyMessages: 'Withdrawn count of callers by route.',
      methods: 'Counts of calls.',
      licence: CC_BY,
      cases: [],
      published: 125,
    },
  },
  {
    by: 'arben',
    title: 'Waiting at the coast: small trades around crossings (invented)',
    kind: 'chapter',
    year: 2024,
    venue: 'Invented collection of the demonstration',
    summary: 'Invented result. Those who sell food, phones and rides to people waiting are told of crossings a day or two before; most want no part in them. Three of the trades depend on the same two landlords.',
    limits: 'One stretch of coast, two winters.',
    threats: ['organised-immigration-crime', 'modern-slavery-human-trafficking'],
    strands: ['pursue'],
    levels: ['border', 'international'],
    ends: 'newVersion',
    why: 'Adds the second winter and corrects the number of traders.',
    finding: {
      key: 'small-trades',
      studyType: 'qualitative',
      keyMessages: 'Traders learn of crossings a day or two before.\nThree trades depend on the same two landlords.',
      methods: 'Fieldwork over two winters.',
      licence: CC_BY,
      cases: [[P.soc, 'Landlords may be a better place to act than traders.']],
      published: 70,
      rated: {
        priorities: [[P.soc, 3.4]],
        reasons: {
          4: ['Landlords were not on our list.', 'Shapes what we ask partners.'],
          3: ['One coast.', 'Fieldwork of this depth is rare.'],
          2: ['Two winters ago is long ago here.'],
        },
      },
    },
  },
  {
    by: 'catriona',
    title: 'How soon do overdose services see a change in supply? (invented)',
    kind: 'article',
    year: 2026,
    venue: 'Invented journal of the demonstration',
    summary: 'Invented result. In three cities services noticed a change in supply between nine and 23 days before it showed in deaths.',
    limits: 'Three cities; services differ in how they record.',
    threats: ['illegal-drugs'],
    strands: ['protect'],
    levels: ['local'],
    ends: 'submitted',
    finding: { key: 'supply-change', studyType: 'descriptive', keyMessages: 'Services saw a change nine to 23 days before deaths did.', methods: 'Weekly records of services in three cities.', licence: CC_BY, cases: [[P.communities, 'Nine days are enough for a warning.']], published: 4 },
  },
  {
    by: 'anjali',
    title: 'Can people hear a cloned voice? A listening test (invented)',
    kind: 'preprint',
    year: 2026,
    venue: 'Invented working papers of the demonstration',
    summary: 'Invented result. Listeners told cloned from real voices in 61 per cent of trials; training raised that to 64.',
    limits: 'Clean recordings in a laboratory; telephones are worse.',
    threats: ['fraud', 'cyber-crime'],
    strands: ['protect'],
    levels: ['online'],
    enablers: ['ai-generated-imagery'],
    ends: 'returned',
    why: 'Please say how the voices were made and whether their speakers agreed, and add the licence of the recordings.',
    finding: { key: 'listening-test', studyType: 'method', keyMessages: 'People cannot reliably hear a cloned voice; training hardly helps.', methods: 'Listening test with 240 people.', licence: CC_BY, cases: [[P.economy, 'Training call takers to listen is not worth its cost.']], published: 9 },
  },
  {
    by: 'diego',
    title: 'After interdiction: how exporters share losses (invented)',
    kind: 'preprint',
    year: 2026,
    venue: 'Invented working papers of the demonstration',
    summary: 'Invented result. A draft on how losses are insured among exporters.',
    limits: 'To be written.',
    threats: ['illegal-drugs'],
    strands: ['pursue'],
    levels: ['international'],
    ends: 'draft',
    finding: { key: 'shared-losses', studyType: 'qualitative', keyMessages: 'Losses are shared by rules that everybody knows.', methods: 'Interviews.', licence: CC_BY, cases: [], published: 3 },
  },
];
