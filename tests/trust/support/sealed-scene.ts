import { openedPrice, openedQuality } from '~/domain/bids/sealing/opened-content.server';
import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { makeQuestion } from '../../support/factories/questions';
import { Findings } from '../suite';
import { Canaries } from './canaries';
import { send, type Answer } from './http';
import { invitedTo, onlookersOf, type Onlooker } from './onlookers';
import { plantBid, type AskedQuestion, type PlantedBid } from './planted-bids';
import type { World } from './world';

export interface Scene {
  world: World;
  address: string;
  question: AskedQuestion;
  canaries: Canaries;
  submitted: PlantedBid;
  draft: PlantedBid;
  onlookers: Onlooker[];
  findings: Findings;
  sample: boolean;
}

export async function setScene(world: World, sample: boolean): Promise<Scene> {
  const address = world.web[0]?.address ?? '';
  const canaries = new Canaries();
  const findings = new Findings();
  const question = await makeQuestion({ routeSlug: 'competition', closesInDays: 3 });
  const submitted = await plantBid(address, question, canaries, { submit: true });
  const draft = await plantBid(address, question, canaries, { submit: false });
  const onlookers = [...(await onlookersOf(question)), await invitedTo(submitted.reference)];
  findings.say(
    `${canaries.words.length} words planted in every field of two bids, one submitted, one a draft`,
  );
  return { world, address, question, canaries, submitted, draft, onlookers, findings, sample };
}

export const pathOf = ({ reference }: PlantedBid): string => `/bids/${showReference(reference)}`;

export const cookieOf = ({ cookie }: Onlooker) => (cookie === undefined ? {} : { cookie });

export const denials = (): Promise<number> => database().fact.count({ where: { name: 'AttemptWasDenied' } });

export const some = (list: string[]): string => (list.length === 0 ? '' : `: ${list.slice(0, 3).join('; ')}`);

export async function isSealed({ submitted }: Scene): Promise<boolean> {
  const bid = await database().bid.findUniqueOrThrow({
    where: { reference: submitted.reference },
    select: { id: true },
  });
  return (
    (await openedQuality(database(), bid.id)) === null && (await openedPrice(database(), bid.id)) === null
  );
}

export const fails = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => false,
    () => true,
  );

export const confirmAs = (scene: Scene, name: string, capacity: string): Promise<Answer> => {
  const who = scene.onlookers.find((one) => one.name === name);
  const path = `/questions/${showReference(scene.question.reference)}/opening`;
  return send(scene.address, path, {
    ...(who?.cookie ? { cookie: who.cookie } : {}),
    form: { intent: 'confirm', capacity },
  });
};
