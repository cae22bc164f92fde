import { FAULTS, type Fault } from '../access/faults';

type Planted = Pick<Fault, 'name' | 'find' | 'replace'>;

/** A mistake in the text of the built product that lets one secret go. */
export interface Leak extends Planted {
  /** Of what kind the answer is that lets it go. */
  kind: string;
  /** By its name. */
  secret: string;
  /** The addresses that are asked for again. */
  at: (path: string) => boolean;
}

const below =
  (...starts: string[]) =>
  (path: string): boolean =>
    starts.some((start) => path.startsWith(start));

/** One of the mistakes that the access table has to find, which here is found by what it lets go. */
function known(name: string): Planted {
  const fault = FAULTS.find((one) => one.name === name);
  if (!fault) throw new Error(`nobody plants “${name}”`);
  const { find, replace } = fault;
  return { name, find, replace };
}

export const LEAKS: Leak[] = [
  {
    kind: 'a count',
    name: 'everybody is told how many clarifications wait',
    find: /(const withoutCounts = \(exchange\) => \(\{\s*\.\.\.exchange,\s*)waitingClarifications: 0,/,
    replace: '$1',
    ...{ secret: 'that a clarification was asked for', at: below('/questions') },
  },
  {
    kind: 'a search hit',
    name: 'a search finds questions by the number of their bids before they are opened',
    find: /(function isToldOfBids\(asker\) \{\s*const me\w* = \w+\(asker\);\s*)if \(!me\w*\) return sql`false`;/,
    replace: '$1return sql`true`;',
    ...{ secret: 'that a bid was submitted', at: below('/search', '/api/v1/search') },
  },
  {
    kind: 'an entry of a feed',
    name: 'a feed finds what was decided and not told',
    find: /(AND \$\{toldAtSql[\w$]*\(alias\)\} IS NULL\s*THEN) 'inEvaluation' ELSE/,
    replace: "$1 'decided' ELSE",
    ...{ secret: 'a decision of which nobody was told', at: below('/feeds') },
  },
  {
    kind: 'a row of an export',
    name: 'the list of assessors is for everybody to take home',
    find: /(function mayExport\(actor, competition, (\w+)\) \{)/,
    replace: '$1 if (isMember(actor) && $2 === "assessors") return allow;',
    ...{ secret: 'who is on the panel', at: (path: string) => /^\/questions\/[^/]+\/export\//.test(path) },
  },
  {
    kind: 'the text of an error',
    name: 'who may not read conflicts is told why at each that there is',
    find: /(if \(!isAllowed\((\w+)\)\) return )\2\.kind === "deny" && \2\.why === \w+ \? \2 : hide;/,
    replace: '$1$2;',
    ...{ secret: 'a conflict that is suspected', at: below('/conflicts') },
  },
  {
    kind: 'a link in navigation',
    name: 'the discussion opens with a decision of which nobody was told',
    find: /(!isBlind\(\{ \.\.\.(\w+), takesBids: \w+\.route\.takesBids, told:) \w+ \}/,
    replace: '$1 $2.decidedAt !== null }',
    ...{ secret: 'a decision of which nobody was told', at: below('/questions') },
  },
  {
    kind: 'a page',
    ...known('experts read the bids of others'),
    ...{ secret: 'what a bid says', at: below('/bids') },
  },
  {
    kind: 'a page',
    ...known('an award shows before its notice'),
    ...{ secret: 'a decision of which nobody was told', at: below('/awards') },
  },
  {
    kind: 'a state',
    name: 'who has a conflict about one bid hears of a recommendation',
    find: /(async function hearsOfAward\([^)]*\) \{\s*)if \(!isWalledFromSome\(actor, question\w*\.id\)\) (?=return true;)/,
    replace: '$1',
    ...{ secret: 'that there is a recommendation', at: below('/questions') },
  },
];
