import type { Findings } from '../suite';
import { fits, type Expected, type Tried } from './play';
import type { Played } from './sequence';

/** A promise that the model forgets. What it then expects of an attempt that the true model kept back. */
interface Fault {
  name: string;
  step: RegExp;
  /** The reason for which the true model kept it back. */
  why: RegExp;
  expected: Expected;
}

export const FAULTS: Fault[] = [
  {
    name: 'a contract may be signed before the standstill has ended',
    ...{ step: /^sign the contract$/, why: /standstill is not over/, expected: 'done' },
  },
  {
    name: 'a bid may be submitted at the closing instant',
    ...{ step: /^submit bid/, why: /bids are closed/, expected: 'done' },
  },
  {
    name: 'the notice needs no summaries',
    ...{ step: /^give the notice$/, why: /summaries are not sent/, expected: 'done' },
  },
  {
    name: 'whoever reviewed a deliverable accepts it',
    ...{ step: /^accept what/, why: /reviewed it themselves/, expected: 'done' },
  },
  {
    name: 'quality is agreed without all scores',
    ...{ step: /^agree on quality$/, why: /scores are missing/, expected: 'done' },
  },
  {
    name: 'an award is closed with money owed',
    ...{ step: /^close the award$/, why: /money is owed/, expected: 'done' },
  },
  {
    name: 'the decision waits for no declarations',
    ...{ step: /^approve the recommendation$/, why: /declarations are missing/, expected: 'done' },
  },
];

/** Each fault is put into the model's place over the attempts that were made; how many were found out. */
export function findFaults(all: readonly Played[], findings: Findings): number {
  const tried = all.flatMap((played) => played.tried);
  const found = FAULTS.map((fault) => {
    const concerned = tried.filter((one) => isConcerned(fault, one));
    const noticed = concerned.filter(({ kind }) => !fits(fault.expected, kind)).length;
    findings.say(`planted “${fault.name}”: found by ${noticed} of ${concerned.length} attempts`);
    return noticed > 0;
  });
  return found.filter(Boolean).length;
}

const isConcerned = ({ step, why }: Fault, tried: Tried): boolean =>
  tried.expected === 'not now' && step.test(tried.step) && why.test(tried.why ?? '');
