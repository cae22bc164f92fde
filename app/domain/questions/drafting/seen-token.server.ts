import { createHash } from 'node:crypto';
import { canonicalJson } from '../../fact-hash.server';

/** Names stored answers by their content, so that a page can say which ones it showed. */
export const seenToken = (values: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(values))))
    .digest('hex')
    .slice(0, 32);
