import { parseReference, showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { pathOf, type Params, type Row } from '../access/rule';
import type { Things } from '../access/scene/things';
import { WORD } from './word';

/** What there is of one question in this world, by the nouns that the access table uses. */
export type Around = Map<string, Params[]>;

const referenceOf = { reference: true } as const;

export async function around(question: string): Promise<Around> {
  const db = database();
  const { id } = await db.question.findUniqueOrThrow({
    where: { reference: parseReference(question) ?? '' },
    select: { id: true },
  });
  const [where, select] = [{ questionId: id }, referenceOf];
  const ofAward = { where: { award: where }, select };
  const ofMilestone = { where: { milestone: { award: where } }, select };
  const found: [noun: string, rows: { reference: string }[], more?: Params][] = [
    ['question', [{ reference: question }], { task: 'need' }],
    ['bid', await db.bid.findMany({ where, select }), { section: 'summary', position: '1' }],
    ['award', await db.award.findMany({ where, select }), { position: '1', kind: 'dates', number: '1' }],
    ['clarification', await db.clarification.findMany({ where, select })],
    ['conflict', await db.conflict.findMany({ where, select })],
    ['challenges', await db.challenge.findMany({ where, select })],
    ['expressions', await db.expression.findMany({ where, select })],
    ['deliverable', await db.deliverable.findMany(ofMilestone)],
    ['claim', await db.paymentClaim.findMany(ofMilestone)],
    ['change', await db.changeRequest.findMany(ofAward)],
    ['obligation', await db.obligation.findMany(ofAward)],
    ['monitoringReport', await db.monitoringReport.findMany(ofAward)],
  ];
  return new Map(
    found.map(([noun, rows, more]) => [
      noun,
      rows.map(({ reference }) => ({ reference: showReference(reference.replace('-', '')), ...more })),
    ]),
  );
}

/** Nouns whose rows the table keeps under another: their addresses are made of the noun itself. */
const BY_NAME = ['challenges', 'expressions'];
const HISTORIES = ['question', 'bid', 'deliverable'];

const LISTS = [
  `/search?q=${WORD}`,
  `/search?q=${WORD.slice(0, 4)}n${WORD.slice(5)}`,
  '/search?q=bids%3A%3E0',
  '/search?q=state%3Aopen',
  '/search?q=state%3Adecided',
  '/search?q=author%3Ame',
  `/questions?q=${WORD}`,
  '/questions?state=open',
  `/api/v1/search/questions?q=${WORD}`,
  `/api/v1/search/experts?q=${WORD}`,
  '/no/such/page',
  '/favicon.ico',
];

export interface Address {
  path: string;
  /** A page has its data under an address of their own; files, feeds and answers to programs have none. */
  isPage: boolean;
  /** Of the question and what belongs to it, or of no single thing. */
  isNear: boolean;
}

/**
 * One address for each route of the product, with the parts that it has in this world: of what is around the
 * question where there is such, else of the scene.
 */
export function addressesOf(
  { table, isPage }: { table: readonly Row[]; isPage: (route: string) => boolean },
  { things, feeds }: { things: Things; feeds: readonly string[] },
  near: Around,
): Address[] {
  const known = table.flatMap((row) => {
    const [state = ''] = Object.keys(row.states);
    const scene = row.of === undefined ? {} : things.find(row.of, state);
    const here = near.get(row.of ?? '') ?? [];
    return (here.length > 0 ? here : [{}]).map((params) => ({
      path: pathOf(row, { ...scene, ...params }),
      isPage: isPage(row.route),
      isNear: here.length > 0 || row.of === undefined,
    }));
  });
  const named = (start: string, nouns: readonly string[]) =>
    nouns.flatMap((noun) => near.get(noun)?.map((one) => `${start}${noun}/${one['reference']}`) ?? []);
  const more = [...named('/', BY_NAME), ...named('/history/', HISTORIES), ...LISTS]
    .map((path) => ({ path, isPage: !path.startsWith('/api/') && path !== '/favicon.ico', isNear: true }))
    .concat(feeds.map((token) => ({ path: `/feeds/searches/${token}`, isPage: false, isNear: true })));
  return [...new Map([...known, ...more].map((one) => [one.path, one])).values()];
}
