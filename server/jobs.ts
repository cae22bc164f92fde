import { startSealer } from '~/domain/audit/sealer.server';
import { lookingForConflicts } from '~/domain/evaluation/interests/conflicts/look-after-facts.server';
import { foldFindingTallies } from '~/domain/insight/map/counting/fold-finding-tallies.server';
import { foldMoneyTallies } from '~/domain/ledger/counting/fold-money-tallies.server';
import { sweepOrphans } from '~/domain/knowledge/files/sweep-orphans.server';
import { foldTermFrequencies } from '~/domain/matching/ranking/fold-term-frequencies.server';
import { learnMeanings, placeDocuments } from '~/domain/matching/ranking/meaning/learn-meanings.server';
import { lookForNewResults } from '~/domain/matching/saved/look-for-new-results.server';
import { inviteOutliers } from '~/domain/ratings/disagreement/invite-outliers.server';
import { fitRatings } from '~/domain/ratings/model/fit-ratings.server';
import { jobs } from '~/domain/notifications/jobs.server';
import { startReactions } from '~/domain/reactions.server';
import { disconnect } from '~/platform/db.server';
import { log } from '~/platform/log.server';
import { endOnUnhandledFaults, untilToldToStop } from './life-of-process';

endOnUnhandledFaults();
const stopping = new AbortController();
const upkeep = {
  ...jobs,
  reactions: [...jobs.reactions, lookingForConflicts],
  tasks: {
    ...jobs.tasks,
    sweepOrphans,
    foldTermFrequencies,
    foldFindingTallies,
    foldMoneyTallies,
    learnMeanings: () => learnMeanings(),
    placeDocuments,
    lookForNewResults: async () => void (await lookForNewResults()),
    fitRatings,
    inviteOutliers: async () => void (await inviteOutliers()),
  },
  schedule: [
    { task: 'sweepOrphans', match: '17 * * * *' },
    { task: 'foldTermFrequencies', match: '37 * * * *' },
    { task: 'foldFindingTallies', match: '38 * * * *' },
    { task: 'foldMoneyTallies', match: '39 * * * *' },
    { task: 'learnMeanings', match: '10 3 * * *' },
    { task: 'fitRatings', match: '40 3 * * *' },
    { task: 'inviteOutliers', match: '50 3 * * *' },
    { task: 'placeDocuments', match: '*/10 * * * *' },
    { task: 'lookForNewResults', match: '*/5 * * * *' },
  ],
};
const work = Promise.all([startReactions(stopping.signal, upkeep), startSealer(stopping.signal)]);
log.info('jobs-started');

await Promise.race([work, untilToldToStop()]);
stopping.abort();
await work;
await disconnect();
process.exit(0);
