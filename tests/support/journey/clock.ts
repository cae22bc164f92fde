import { pool } from '~/platform/db.server';

const DAY_MS = 86_400_000;

/** How far the product's clock of this worker's installation was moved by the journeys before and by this one. */
let moved = 0;

export const daysMoved = (): number => moved;

/** So many days from today as the product has it. */
export const inDays = (days: number): Date => new Date(Date.now() + (moved + days) * DAY_MS);

export async function moveClock(days: number): Promise<void> {
  moved += days;
  await pool().query("UPDATE soundings.clock SET shift = shift + $1 * interval '1 day'", [days]);
}
