import { createHash } from 'node:crypto';
import type { Proposal } from './proposal';

/** What was previewed, so that nothing else is confirmed. */
export const digestOf = ({ places }: Proposal): string =>
  createHash('sha256')
    .update(places.map(({ bidId, personId }) => `${bidId} ${personId}`).join('\n'))
    .digest('hex')
    .slice(0, 32);
