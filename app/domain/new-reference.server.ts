import { randomBytes } from 'node:crypto';
import { referenceFrom } from './reference';

/** What people see and cite: random, so that it tells nothing of other rows. */
export const newReference = (): string => referenceFrom(randomBytes(7));
