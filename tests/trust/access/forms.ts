import type { Findings } from '../suite';
import { changedBetween, imprint } from './changes';
import { ATTEMPTS, type Attempt } from './attempts';
import type { Product } from './product';
import { ACTOR_NAMES, type ActorName } from './roles';
import { expectedOf, pathOf } from './rule';
import type { Scene } from './scene/scene';

export interface Sent {
  attempts: number;
  cells: number;
  differences: number;
  /** How many went through for somebody who may; the others were refused by the state of things. */
  through: number;
}

/**
 * Sends each form as everybody who may not, and looks whether anything changed; then once as somebody who may:
 * a form that is turned away whoever sends it would prove nothing.
 */
export async function sendForms(product: Product, scene: Scene, findings: Findings): Promise<Sent> {
  const total = { attempts: ATTEMPTS.length, cells: 0, differences: 0, through: 0 };
  for (const attempt of ATTEMPTS) {
    const { wrong, cells, through } = await tryAll(product, scene, attempt);
    total.cells += cells;
    total.differences += wrong.length;
    total.through += through;
    for (const text of wrong) findings.check(false, text);
  }
  return total;
}

async function tryAll(product: Product, scene: Scene, { what, row, fields }: Attempt) {
  const [[state, rule]] = Object.entries(row.states) as [[string, Attempt['row']['states'][string]]];
  const params = scene.things.find(row.of, state);
  const path = pathOf(row, params);
  const send = (actor: ActorName) =>
    product.send(path, new URLSearchParams(fields), scene.cast.cookieOf(actor));
  const expectations = ACTOR_NAMES.map((actor) => ({
    actor,
    expected: expectedOf(row, rule, actor, params),
  }));
  const refused = expectations.filter(({ expected }) => expected !== '200');
  const wrong: string[] = [];
  const before = await imprint();
  for (const { actor, expected } of refused) {
    const got = await send(actor);
    if (got !== expected) wrong.push(`${what}, sent by ${actor}: expected ${expected}, got ${got}`);
  }
  const changed = changedBetween(before, await imprint());
  if (changed.length > 0) wrong.push(`${what}, sent by those who may not, changed ${changed.join(', ')}`);
  const entitled = expectations.find(({ expected }) => expected === '200');
  const got = entitled && (await send(entitled.actor));
  const isThrough = got?.startsWith('to /') === true && !got.startsWith('to /sign-in');
  if (entitled && !isThrough && got !== '422')
    wrong.push(`${what}, sent by ${entitled.actor}, who may: got ${got}`);
  return { wrong, cells: refused.length + (entitled ? 1 : 0), through: isThrough ? 1 : 0 };
}
