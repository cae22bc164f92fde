import { uuidv7 } from 'uuidv7';

/** A key: sorts by time of making and is never shown. */
export const newId = (): string => uuidv7();
