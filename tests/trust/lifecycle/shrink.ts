import type { Action } from './action';
import type { Cast } from './cast';
import { ROLES } from './model/model';
import { shownStep, type Step } from './play';
import { playAgain, type Played } from './sequence';

const MOST_TRIES = 24;

/** The shortest sequence found that still fails, in words: ever smaller parts are left out while it does. */
export async function shrunk(cast: Cast, actions: readonly Action[], failed: Played): Promise<string[]> {
  let best = failed;
  // What somebody sees is looked for with everybody's eyes; how a step goes needs nobody's.
  const seenBy = failed.differences[0]?.includes(': expected ') ? [] : ROLES;
  let tries = MOST_TRIES;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < best.steps.length && tries > 0;) {
      const left = best.steps.filter((_, place) => place < from || place >= from + size);
      tries -= 1;
      const again = await playAgain(cast, actions, failed, left, seenBy);
      if (again.differences[0] === failed.differences[0]) best = again;
      else from += size;
    }
  }
  return [
    `on a ${best.route.slug}${best.route.furtherApproval ? ' with a further approval' : ''}:`,
    ...best.steps.map((step: Step, place) => `${place + 1}. ${shownStep(step)}`),
    ...best.differences.slice(0, 5),
  ];
}
