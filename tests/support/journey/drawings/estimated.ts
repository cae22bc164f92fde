import { paths } from '~/paths';
import { makePerson } from '../../factories/people';
import { opening } from '../../factories/elicitations';
import { daysMoved, moveClock } from '../clock';
import type { Journey, Walker } from '../journey';

/** Sends a form as its page would: estimates are sealed with the key of the installation, which the suite does not hold. */
async function send(walker: Walker, address: string, path: string, form: Record<string, string>) {
  const answer = await walker.page.request.post(`${address}${path}`, {
    form,
    headers: { origin: address },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${path} answered ${answer.status()}`);
  return answer.headers()['location'] ?? '';
}

/** Three experts estimate one number about this finding, and the first round closes. */
export async function estimatedTogether(journey: Journey, keeper: string, finding: string): Promise<string> {
  const at = journey.address;
  const desk = await journey.as({ id: keeper, name: 'the desk' });
  const invite = await send(desk, at, paths.newElicitation({ finding }), opening({}, daysMoved()));
  const [, , reference = ''] = invite.split('/');
  for (const [place, best] of [417, 513, 229].entries()) {
    const expert = await makePerson({ expert: true, name: `Estelle Mate ${place}` });
    await send(desk, at, paths.elicitationExperts(reference), { person: expert.reference });
    await send(await journey.as(expert), at, paths.giveEstimates(reference), {
      ...{ round: '1', 'e1-1-lowest': String(best - 100), 'e1-2-highest': String(best + 200) },
      ...{ 'e1-3-best': String(best), 'e1-4-confidence': '80', 'e1-5-reasons': 'Court files' },
    });
  }
  await moveClock(11);
  return paths.elicitation(reference);
}
