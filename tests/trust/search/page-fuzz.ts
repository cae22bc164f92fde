import type { Findings } from '../suite';
import type { Draw } from './draw';
import { anyQuery } from './parser-fuzz';
import type { AskSearch } from './search-pages';

const LONGEST_MS = 2_000;

/** A sample of the same inputs through the whole page: every one is answered, and soon. */
export async function fuzzPages(
  draw: Draw,
  ask: AskSearch,
  about: { count: number; askers: readonly (string | null)[] },
  findings: Findings,
): Promise<void> {
  const { count, askers } = about;
  const failed: string[] = [];
  const slow: string[] = [];
  const times: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const query = anyQuery(draw, place);
    const { status, ms } = await ask(query, askers[place % askers.length] ?? null);
    if (status !== 200) failed.push(`${status} for ${JSON.stringify(query).slice(0, 200)}`);
    if (ms > LONGEST_MS) slow.push(`${Math.round(ms)} ms for ${JSON.stringify(query).slice(0, 200)}`);
    times.push(ms);
  }
  for (const one of [...failed, ...slow].slice(0, 10)) findings.say(one);
  times.sort((a, b) => a - b);
  const [middle = 0, late = 0, last = 0] = [0.5, 0.99, 1].map((share) => times[Math.ceil(count * share) - 1]);
  findings.say(
    `half within ${middle.toFixed(0)} ms, 99 % within ${late.toFixed(0)} ms, all within ${last.toFixed(0)} ms`,
  );
  findings.check(failed.length === 0, `${count} through the page, ${failed.length} not answered with 200`);
  findings.check(slow.length === 0, `${slow.length} took over ${LONGEST_MS / 1000} s`);
}
