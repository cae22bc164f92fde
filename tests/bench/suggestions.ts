import { suggestedExperts } from '~/domain/matching/queries/suggested-experts.server';
import { ask } from '~/domain/query.server';
import { database, pool } from '~/platform/db.server';
import { actorFor } from '../support/factories/people';
import { makeAskingTeam, makeQuestion } from '../support/factories/questions';
import { distractors } from './duplicates/distractors';
import { onOwnDatabase } from './own-database';
import { rankEverything } from './scale/rank-everything';
import { quantile, verdict } from './scale/times';
import { makeExperts } from './scale/make-experts';

const EXPERTS = 100_000;
const QUESTIONS = 40;
const MOST_MS = 150;

/** `npm run bench -- suggestions [experts]`: whom a question's team is advised to invite, of so many with five works each. */
export const benchSuggestions = (count: number = EXPERTS): Promise<boolean> =>
  onOwnDatabase(async () => {
    const started = performance.now();
    await makeExperts(count);
    await rankEverything();
    console.log(
      `\n${count} experts with five works each, made and ranked in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
    const { references, actor } = await questions();
    const given = [...references, ...references];
    const times: number[] = [];
    let suggested = 0;
    for (const reference of given) {
      const from = performance.now();
      const answer = await ask(suggestedExperts, actor, { reference });
      times.push(performance.now() - from);
      suggested += answer?.people.length ?? 0;
    }
    // Each was asked once before it counts.
    const warm = times.slice(references.length);
    console.log(
      `      ${(suggested / given.length).toFixed(1)} suggested a question; median ${quantile(warm, 0.5).toFixed(0)} ms`,
    );
    const p95 = quantile(warm, 0.95);
    return verdict(p95 <= MOST_MS, `suggestions p95 ${p95.toFixed(0)} ms (≤ ${MOST_MS})`);
  });

async function questions() {
  const asking = await makeAskingTeam();
  const terms = await database().term.findMany({
    where: { scheme: { in: ['threatArea', 'strand'] } },
    select: { scheme: true, slug: true },
    orderBy: { slug: 'asc' },
  });
  const references: string[] = [];
  for (const [index, { title, text }] of distractors(1000 + QUESTIONS)
    .slice(1000)
    .entries()) {
    const chosen = [index, index * 7 + 3].flatMap((n) => terms[n % terms.length] ?? []);
    const made = await makeQuestion({
      state: 'open',
      asking,
      title,
      terms: [...new Set(chosen)],
      data: { summary: text },
    });
    references.push(made.reference);
  }
  await pool().query('ANALYZE');
  return { references, actor: await actorFor(asking.authorId) };
}
