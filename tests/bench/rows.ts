import { database } from '~/platform/db.server';
import { makeFinding } from '../support/factories/findings';
import { makeOrganisation, makePerson } from '../support/factories/people';
import { makeAskingTeam, makeQuestion } from '../support/factories/questions';

/** Enough of everything that a page of any list is full, and one of each to look at. */
export async function makeRows(count: number): Promise<{ question: string; finding: string }> {
  const db = database();
  const asking = await makeAskingTeam();
  const submitter = await makePerson({ expert: true });
  const terms = await db.term.findMany({
    where: { scheme: { in: ['threatArea', 'strand'] } },
    select: { id: true, scheme: true, slug: true },
  });
  const some = (index: number) => [terms[index % terms.length], terms[(index * 7 + 3) % terms.length]];
  let question = '';
  let finding = '';
  for (let made = 0; made < count; made += 1) {
    const chosen = [...new Set(some(made))].flatMap((term) => (term ? [term] : []));
    const termIds = chosen.map(({ id }) => id);
    const title = `How much of trade ${made} is known?`;
    const asked = await makeQuestion({ state: 'open', asking, released: true, title, terms: chosen });
    const known = await makeFinding({
      released: true,
      submittedById: submitter.id,
      questionId: asked.id,
      termIds,
    });
    question = asked.reference;
    finding = known.reference;
  }
  return { question, finding };
}

/** A member of a team, who sees what the network sees. */
export async function makeReader() {
  const organisation = await makeOrganisation();
  return makePerson({ expert: true, organisationId: organisation.id });
}
