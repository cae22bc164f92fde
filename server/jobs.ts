import { startSealer } from '~/domain/audit/sealer.server';
import { sweepOrphans } from '~/domain/knowledge/files/sweep-orphans.server';
import { jobs } from '~/domain/notifications/jobs.server';
import { startReactions } from '~/domain/reactions.server';
import { disconnect } from '~/platform/db.server';
import { log } from '~/platform/log.server';
import { endOnUnhandledFaults, untilToldToStop } from './life-of-process';

endOnUnhandledFaults();
const stopping = new AbortController();
const upkeep = {
  ...jobs,
  tasks: { ...jobs.tasks, sweepOrphans },
  schedule: [{ task: 'sweepOrphans', match: '17 * * * *' }],
};
const work = Promise.all([startReactions(stopping.signal, upkeep), startSealer(stopping.signal)]);
log.info('jobs-started');

await Promise.race([work, untilToldToStop()]);
stopping.abort();
await work;
await disconnect();
process.exit(0);
