import { z } from 'zod';

/** How much of a list is read at once: a page of it unless a program asks otherwise. */
export const listLimit = z.number().int().min(1).max(100).default(25);

const place = z.union([z.iso.datetime(), z.iso.date()]).refine((text) => !text.startsWith('0000'));

/**
 * Where the page before ended: the instant or day that the list is sorted by, in UTC, an underscore and an id.
 * Dates that no calendar has are refused here, before the database would fail on them.
 */
export const cursorInput = z.string().refine((text) => {
  const [sortedBy, id, ...rest] = text.split('_');
  return rest.length === 0 && place.safeParse(sortedBy).success && z.uuid().safeParse(id).success;
}, 'This is no place in the list');
