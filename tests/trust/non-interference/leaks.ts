import { FAULTS, type Fault } from '../access/faults';

/** A mistake in the text of the built product that lets one secret go. */
export interface Leak extends Pick<Fault, 'name' | 'find' | 'replace'> {
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
function known(name: string): Pick<Fault, 'name' | 'find' | 'replace'> {
  const fault = FAULTS.find((one) => one.name === name);
  if (!fault) throw new Error(`nobody plants “${name}”`);
  return fault;
}

export const LEAKS: Leak[] = [
  {
    ...known('drafts are shown to the network'),
    ...{ secret: 'that a draft exists', at: below('/questions', '/search') },
  },
  {
    ...known('experts read the bids of others'),
    ...{ secret: 'what a bid says', at: below('/bids') },
  },
  {
    ...known('an award shows before its notice'),
    ...{ secret: 'a decision of which nobody was told', at: below('/awards') },
  },
  {
    name: 'who has a conflict about one bid hears of a recommendation',
    find: /(async function hearsOfAward\([^)]*\) \{\s*)if \(!isWalledFromSome\(actor, question\.id\)\) (?=return true;)/,
    replace: '$1',
    ...{ secret: 'that there is a recommendation', at: below('/questions') },
  },
];
