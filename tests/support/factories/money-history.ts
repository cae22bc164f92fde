import { changeMoney, makeMoneyWorld } from '../random-money';

/** Of all that can happen to money, what is not dated back: a replay compares days as they were lived. */
const HAPPENS = [
  ...['enterLine', 'promise', 'fundAward', 'planTranche', 'payTranche', 'tag', 'enterAnotherLine', 'fold'],
  ...['replaceLine', 'settlePromise', 'untag', 'moveTeam', 'fundAward', 'planTranche', 'payTranche'],
];
const DAYS = 5;

/** Money that is entered, corrected, promised, paid, folded and tagged anew, on five days. */
export async function makeMoneyHistory() {
  const world = await makeMoneyWorld(2019);
  const happen = async () => {
    const carried = new Set<string>();
    for (const name of HAPPENS) if (await changeMoney(name, world)) carried.add(name);
    if (!carried.has('enterLine')) throw new Error('no money was entered');
  };
  return Array.from({ length: DAYS }, () => happen);
}
