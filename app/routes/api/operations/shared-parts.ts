import { z } from 'zod';

/** Eight characters with a check; asked with or without the hyphen, answered without. */
export const reference = z.string();
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const named = z.object({ reference, name: z.string() });
export const titled = z.object({ reference, title: z.string() });
/** Where people read the same. */
export const page = z.string();

/** What a command answers about the thing it changed. */
export const changed = z.object({ reference });

/** The day of a date that PostgreSQL or Prisma gave as an instant or as a text. */
export const asDay = (given: Date | string | null): string | null =>
  given === null ? null : new Date(given).toISOString().slice(0, 10);
