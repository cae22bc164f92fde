import { ACTIONS } from './actions';
import type { Played } from './sequence';

export interface Reached {
  /** By kind of thing, how many sequences came to each state. */
  states: Record<string, Map<string, number>>;
  /** How often each step was done. */
  moves: Map<string, number>;
}

const STATES = {
  question:
    'draft returned awaitingApproval open clarificationsClosed closed opened inEvaluation decided inDelivery answered withdrawn',
  evaluation: 'beforeOpening declaring scoring interviewing ranking recommended decided withdrawn',
  award: 'decided standstill extended readyToContract inDelivery closed',
  bids: 'none draft submitted withdrawn opened inEvaluation excluded',
  deliverables: 'no waiting reviewed accepted',
  expressions: 'none waiting invited notInvited',
  interviews: 'none invited declined recorded',
  claims: 'none new submitted queried answered approved requested paid withdrawn',
  interests: 'undecided confirmed dismissed',
};

/** What these sequences came to: every state is named, also one that none of them reached. */
export function reachedBy(all: readonly Played[]): Reached {
  const states = Object.fromEntries(
    Object.entries(STATES).map(([kind, names]) => [
      kind,
      new Map(names.split(' ').map((name) => [name, all.filter((one) => cameTo(one, kind, name)).length])),
    ]),
  );
  const done = all.flatMap(({ tried }) => tried).filter(({ kind }) => kind === 'done');
  const moves = ACTIONS.map(({ name }): [string, number] => [
    name,
    done.filter(({ step }) => step === name).length,
  ]);
  return { states, moves: new Map(moves) };
}

const cameTo = ({ reached }: Played, kind: string, name: string): boolean =>
  reached.some((standing) => [standing[kind as 'question']].flat().includes(name));
