import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { citedName } from '../../knowledge/citations/author-name';
import { showKind } from '../../people/organisations/organisation';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import type { Noun } from '../language/fields';
import { HIT_END, HIT_START, snippetParts } from '../snippet';
import { bestPassage } from './best-passage';
import { candidatesOf, type Search } from './candidates.server';
import type { Hit, HitGroup } from './hit';

export type Shown = Pick<HitGroup, 'hits'>;

interface Found {
  noun: Noun;
  reference: string;
  title: string;
  name: string;
  fact: string | null;
  state: QuestionState | null;
  outcome: QuestionOutcome | null;
  snippet: string;
  /** Of a finding, in their order. */
  authors: string[] | null;
}

/** Read of what is shown alone. */
const AUTHORS = Prisma.sql`ARRAY(SELECT a.name FROM finding f
  JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  JOIN finding_author a ON a.version_id = v.id WHERE f.reference = every.reference ORDER BY a.position)`;

/** Letters of a text in which a passage is looked for. */
const LOOKED_AT = 5000;
const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, HighlightAll=true`;

/** The first of each noun in one statement: ranked by words and meaning or by cover density, then the latest. */
export async function hitGroups(
  db: Db,
  searches: readonly Search[],
  most: number,
): Promise<ReadonlyMap<Noun, Shown>> {
  if (searches.length === 0) return new Map();
  const rows = await db.$queryRaw<Found[]>`
    SELECT noun, reference, title, name, fact, state, outcome, snippet,
      CASE WHEN noun = 'finding' THEN ${AUTHORS} END AS authors
    FROM (${Prisma.join(
      searches.map((search) => topOf(search, most)),
      ' UNION ALL ',
    )}) every ORDER BY noun, nth`;
  return new Map(
    searches.map(({ noun }) => {
      const found = rows.filter((row) => row.noun === noun);
      return [noun, { hits: found.map(hitOf) }];
    }),
  );
}

function topOf(search: Search, most: number): Prisma.Sql {
  const { marked } = search.wanted;
  const plain = (text: Prisma.Sql) => Prisma.sql`translate(${text}, ${HIT_START + HIT_END}, '')`;
  const withMarks = (text: Prisma.Sql) =>
    marked
      ? Prisma.sql`ts_headline('soundings.words'::regconfig, ${plain(text)}, ${marked}, ${HEADLINE})`
      : plain(text);
  return Prisma.sql`SELECT ${search.noun}::text AS noun, nth, reference::text, title::text,
      ${withMarks(Prisma.sql`title`)} AS name, fact::text, state::text, outcome::text,
      ${withMarks(Prisma.sql`left(text, ${LOOKED_AT}::int)`)} AS snippet
    FROM (SELECT found.*, row_number() OVER (ORDER BY rank DESC, place, id) AS nth
      FROM (${candidatesOf(search)}) found ORDER BY rank DESC, place, id LIMIT ${most}) top`;
}

const hitOf = (row: Found): Hit => ({
  reference: row.reference,
  title: row.title,
  name: snippetParts(row.name),
  fact: factOf(row),
  snippet: bestPassage(snippetParts(row.snippet)),
});

function factOf({ noun, state, outcome, fact, authors }: Found): string {
  if (noun === 'organisation') return showKind(fact ?? '');
  const parts = [state ? stateLabel(state, outcome) : '', authors ? byline(authors) : '', fact ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** `Moyle, L. and Ross, A.`; of more than two the first, and that there are others. */
function byline(authors: readonly string[]): string {
  const [first = '', ...others] = authors.map(citedName);
  return others.length > 1 ? `${first} and others` : [first, ...others].filter(Boolean).join(' and ');
}
