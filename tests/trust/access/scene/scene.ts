import { makeCast, type Cast } from './cast';
import { makeAwards, makeEvaluations, makeSealedBids } from './competitions';
import { makeElicitations } from './elicitations';
import { makeFindings } from './findings';
import { makeMeasures } from './measures';
import { makeGovernance } from './governance';
import { makeRegisters } from './registers';
import { findPeople, findStrategy, makeHousekeeping } from './house';
import { makeAdvice, makeQuestions } from './questions';
import { makeInformation } from './information';
import { makeKeeping } from './keeping';
import { makeSuccession } from './succession';
import { Things } from './things';

export interface Scene {
  cast: Cast;
  things: Things;
}

/** Everything the table speaks of, in a database of its own. */
export async function setScene(): Promise<Scene> {
  const things = new Things();
  const cast = await makeCast();
  const { open } = await makeQuestions(cast, things);
  await makeElicitations(cast, open, things);
  await makeAdvice(cast, things);
  await makeSealedBids(cast, open, things);
  await makeEvaluations(cast, things);
  await makeAwards(cast, things);
  await makeInformation(cast, things);
  await makeFindings(cast, things);
  await makeKeeping(cast, things);
  await makeRegisters(cast, things);
  await makeMeasures(cast, things);
  await makeGovernance(things);
  await makeSuccession(cast, things);
  await findStrategy(things);
  await findPeople(cast, things);
  await makeHousekeeping(cast, things);
  keepHistories(things);
  return { cast, things };
}

/** The same things as the addresses of histories name them. */
function keepHistories(things: Things): void {
  const of = (state: string, noun: string, from: [string, string]) =>
    things.keep('history', state, { noun, reference: things.find(...from)['reference'] ?? '' });
  of('a draft question', 'question', ['question', 'draft']);
  of('an open question', 'question', ['question', 'open']);
  of('a decided question', 'question', ['question', 'decided']);
  of('a submitted bid', 'bid', ['bid', 'submitted']);
  of('an awarded bid', 'bid', ['bid', 'awarded']);
  of('a draft finding', 'finding', ['finding', 'draft']);
  of('a published finding', 'finding', ['finding', 'published']);
  of('a deliverable', 'deliverable', ['deliverable', 'waiting']);
  of('an impact record', 'impactRecord', ['impact record', 'published']);
  of('the researcher', 'person', ['expert', 'not listed']);
  of('a team', 'team', ['team', 'always']);
  of('a noun that is none', 'secret', ['team', 'always']);
}
