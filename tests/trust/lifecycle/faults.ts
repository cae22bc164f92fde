import type { Findings } from '../suite';
import { expectedOf, fits, shownStep, type Expected, type Tried } from './play';
import type { Played } from './sequence';

/** A promise that the model forgets: in these steps this reason keeps nothing back any more. */
interface Fault {
  name: string;
  step: RegExp;
  forgets: RegExp;
  /** Walls keep nobody out any more. */
  forgetsWalls?: boolean;
}

const NOTHING = /^$/;

export const FAULTS: Fault[] = [
  {
    name: 'a contract may be signed before the standstill has ended',
    ...{ step: /^sign the contract$/, forgets: /standstill is not over/ },
  },
  {
    name: 'a bid may be submitted at the closing instant',
    ...{ step: /^submit bid/, forgets: /bids are closed/ },
  },
  {
    name: 'the notice needs no summaries',
    ...{ step: /^give the notice$/, forgets: /summaries are not sent/ },
  },
  {
    name: 'whoever reviewed a deliverable accepts it',
    ...{ step: /^accept what/, forgets: /reviewed it themselves/ },
  },
  {
    name: 'quality is agreed without all scores',
    ...{ step: /^agree on quality$/, forgets: /scores are missing/ },
  },
  {
    name: 'an award is closed with money owed',
    ...{ step: /^close the award$/, forgets: /money is owed/ },
  },
  {
    name: 'the decision waits for no declarations',
    ...{ step: /^approve the recommendation$/, forgets: /declarations are missing/ },
  },
  {
    name: 'an expression may be sent at its deadline',
    ...{ step: /^send expression/, forgets: /expressions are closed/ },
  },
  {
    name: 'a full bid needs no invitation',
    ...{ step: /^start bid/, forgets: /not invited/ },
  },
  {
    name: 'whoever is told is told before all are judged',
    ...{ step: /^tell who is invited$/, forgets: /one is not judged/ },
  },
  {
    name: 'an undecided interest keeps nobody from scoring',
    ...{ step: /^score/, forgets: /interest is undecided/ },
  },
  {
    name: 'the ranking waits for no interviews',
    ...{ step: /^recommend/, forgets: /interviews are not over/ },
  },
  {
    name: 'a claim is paid before its payment is requested',
    ...{ step: /^record that claim . is paid$/, forgets: /not requested/ },
  },
  {
    name: 'a milestone is paid beside its open claim',
    ...{ step: /^pay milestone/, forgets: /claim is open/ },
  },
  { name: 'a confirmed conflict is no wall', step: /./, forgets: NOTHING, forgetsWalls: true },
];

interface Concerned {
  sequence: number;
  one: Tried;
}

/** The attempts that find a fault out. */
export const noticedBy = (fault: Fault, all: readonly Played[]): Concerned[] =>
  concernedBy(fault, all).filter(({ one }) => !fits(expectedBy(fault, one), one.kind));

const concernedBy = (fault: Fault, all: readonly Played[]): Concerned[] =>
  all.flatMap(({ tried }, sequence) =>
    tried.flatMap((one) => (isConcerned(fault, one) ? [{ sequence, one }] : [])),
  );

/** Each fault is put into the model's place over all attempts; the names of those that no attempt found out. */
export function missedFaults(all: readonly Played[], findings: Findings): string[] {
  return FAULTS.filter((fault) => {
    const noticed = noticedBy(fault, all);
    const [first] = noticed;
    const where = first
      ? `, first in sequence ${first.sequence} at step ${first.one.place}: ` +
        shownStep({ name: first.one.step, by: first.one.by })
      : '';
    findings.say(
      `planted “${fault.name}”: found by ${noticed.length} of ${concernedBy(fault, all).length} attempts${where}`,
    );
    return noticed.length === 0;
  }).map(({ name }) => name);
}

/** What it forgets is among what kept the attempt back. */
const isConcerned = ({ step, forgets, forgetsWalls = false }: Fault, tried: Tried): boolean =>
  step.test(tried.step) &&
  (forgetsWalls
    ? tried.theirs && tried.walled
    : tried.expected === 'not now' && tried.why.some((one) => forgets.test(one)));

/** Something else may still keep it back. */
const expectedBy = ({ forgets, forgetsWalls = false }: Fault, { theirs, walled, why }: Tried): Expected =>
  expectedOf({
    theirs,
    walled: walled && !forgetsWalls,
    why: why.filter((one) => !forgets.test(one)),
  });
