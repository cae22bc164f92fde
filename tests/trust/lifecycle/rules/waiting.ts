import type { Model } from '../model/model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Until when to wait: a while, or to an instant at which something ends, itself or the last second before it. */
export const WAITS: { name: string; until: (model: Model) => number | null; onward?: boolean }[] = [
  { name: 'wait an hour', until: ({ now }) => now + HOUR_MS },
  { name: 'wait two days', until: ({ now }) => now + 2 * DAY_MS },
  { name: 'wait for clarifications to close', until: ({ clarifyUntil }) => clarifyUntil },
  {
    name: 'wait for the last second of expressions',
    until: ({ expressionsCloseAt }) => expressionsCloseAt && expressionsCloseAt - 1_000,
  },
  {
    name: 'wait for the deadline of expressions',
    until: ({ expressionsCloseAt }) => expressionsCloseAt,
    onward: true,
  },
  {
    name: 'wait until times can be chosen no more',
    until: ({ interviews }) => interviews && interviews.chooseBy,
  },
  { name: 'wait for the last second of bidding', until: ({ closesAt }) => closesAt - 1_000 },
  { name: 'wait for the closing instant', until: ({ closesAt }) => closesAt, onward: true },
  {
    name: 'wait for the last second of the standstill',
    until: ({ award }) => (award?.standstillOverAt ? award.standstillOverAt - 1_000 : null),
  },
  {
    name: 'wait for the end of the standstill',
    until: ({ award }) => award?.standstillOverAt ?? null,
    onward: true,
  },
];
