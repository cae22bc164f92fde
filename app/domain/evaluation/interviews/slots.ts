import { ukInstant } from '../../uk-time';

export interface OfferedSlot {
  startsAt: Date;
  place: string;
}

const LINE = /^(\d{1,2})[ /.](\d{1,2})[ /.](\d{4}),? +(\d{1,2})[:.](\d{2}),? +(\S.*)$/;
export const MOST_SLOTS = 200;

/** Times as typed, one a line: `1 12 2026 10:30 Room 2`, UK time; or why a line cannot be read. */
export function parseSlots(text: string): { slots: OfferedSlot[] } | { why: string } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return { why: 'Give at least one time' };
  if (lines.length > MOST_SLOTS) return { why: `Give at most ${MOST_SLOTS} times` };
  const slots: OfferedSlot[] = [];
  for (const [i, line] of lines.entries()) {
    const shown = `“${line.trim().slice(0, 80)}”`;
    const startsAt = readTime(line.trim());
    if (!startsAt) return { why: `Line ${i + 1} is not a date, a time and a place: ${shown}` };
    if (slots.some((slot) => slot.startsAt.getTime() === startsAt.startsAt.getTime()))
      return { why: `Line ${i + 1} gives a time twice: ${shown}` };
    slots.push(startsAt);
  }
  return { slots: slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
}

function readTime(line: string): OfferedSlot | null {
  const [, day, month, year, hour, minute, place] = LINE.exec(line) ?? [];
  if (place === undefined) return null;
  const startsAt = ukInstant(Number(year), Number(month), Number(day), Number(hour), Number(minute));
  return startsAt && { startsAt, place };
}

/** Each bid is offered times of its own: what another has taken cannot be seen. */
export const dealSlots = <Slot extends OfferedSlot>(slots: Slot[], bidIds: string[]) =>
  slots.flatMap((slot, i) => {
    const bidId = bidIds[i % bidIds.length];
    return bidId === undefined ? [] : [{ ...slot, bidId }];
  });
