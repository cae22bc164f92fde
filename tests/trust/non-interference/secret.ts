import { run, type Command } from '~/domain/command.server';
import type { Person } from '~/domain/actor';
import { actorOf } from '~/domain/people/queries/actor-of.server';
import { database } from '~/platform/db.server';
import { done } from '../../support/outcome';
import type { ActorName } from '../access/roles';
import type { CompetitionScene } from './scene';

/** Something of a competition that some may know and the others may not find out by any answer. */
export interface Secret {
  name: string;
  /** The question that it is about, by its reference. */
  question: (scene: CompetitionScene) => string;
  /** Each has to see a difference; everybody else may see none. */
  entitled: ActorName[];
  /** Who is told a part of it, and is not asked. */
  besides?: ActorName[];
  /** What makes one world differ from the other, through the product's own commands wherever there is one. */
  make: (scene: CompetitionScene) => Promise<unknown>;
  /** What is done in the other world instead; nothing where this is missing. */
  instead?: (scene: CompetitionScene) => Promise<unknown>;
}

/** Carries a command out as one of the cast, in the session that they have: no new one is left behind. */
export async function does<Input, Loaded, Change, Value>(
  { cast }: CompetitionScene,
  name: Exclude<ActorName, 'visitor'>,
  command: Command<Input, Loaded, Change, Value>,
  input: Record<string, unknown>,
): Promise<Value> {
  return done(await run(command, await inOwnSession(cast.people[name].id), input));
}

async function inOwnSession(personId: string): Promise<Person> {
  const session = await database().session.findFirstOrThrow({ where: { personId } });
  const actor = await actorOf(personId, {
    storedId: session.id,
    secondFactorAt: session.secondFactorAt,
  });
  if (!actor) throw new Error('nobody of the cast is gone');
  return actor;
}

export { WORD } from './word';
