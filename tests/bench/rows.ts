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
    select: { id: true },
  });
  const some = (index: number) => [terms[index % terms.length], terms[(index * 7 + 3) % terms.length]];
  let question = '';
  let finding = '';
  for (let made = 0; made < count; made += 1) {
    const termIds = [...new Set(some(made).flatMap((term) => (term ? [term.id] : [])))];
    const asked = await makeQuestion({
      state: 'open',
      asking,
      released: true,
      title: `How much of trade ${made} is known?`,
    });
    await db.questionTerm.createMany({
      data: termIds.map((termId) => ({ questionId: asked.id, termId })),
      skipDuplicates: true,
    });
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
