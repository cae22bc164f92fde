import type { SuiteOptions, SuiteResult } from '../suite';
import { setScene } from '../support/sealed-scene';
import { bidPages, crawls, fileAddresses, ownPageControl, postings } from '../support/sealed-by-people';
import { files, logs, otherKeys, tables } from '../support/sealed-in-storage';
import { closeQuestion, openedControl, openingAlone, openingEarly } from '../support/sealed-opening';
import { inWorld } from '../support/world';

/** Every way we know of to read a bid before it is opened; none may give a word of it. */
export function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  return inWorld({ webs: 1, jobs: true, logs: 'info' }, async (world) => {
    const scene = await setScene(world, sample);
    const { findings } = scene;
    await ownPageControl(scene);
    await bidPages(scene);
    await postings(scene);
    await fileAddresses(scene);
    await crawls(scene);
    await openingEarly(scene);
    await tables(scene);
    await files(scene);
    await logs(scene);
    otherKeys(scene);
    await closeQuestion(scene);
    await openingAlone(scene);
    await tables(scene);
    await openedControl(scene);
    return {
      tried: `13 ways by ${scene.onlookers.length} people, ${scene.canaries.words.length} planted words`,
      failures: findings.failures,
    };
  });
}
