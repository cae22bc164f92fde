import { log } from '~/platform/log.server';

/**
 * Settles on the usual signals, and when the supervisor that holds the other end of the channel is
 * gone. A terminal and npm may both deliver the same Ctrl-C, so repeats are heard and ignored.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => settle());
    process.once('disconnect', () => settle());
  });
}

/** What nobody handled leaves the process in an unknown state: it says so and ends; the supervisor starts another. */
export function endOnUnhandledFaults(): void {
  process.on('uncaughtException', (error) => {
    log.error('process-fault', { error });
    process.exit(1);
  });
  // A page abandoned while it streams may reject with nobody listening; that is no reason to fail everyone else.
  process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
}
