import type { LotRule } from '../../questions/lots/lot';
import { compare, minus, type Fraction } from '../scoring/fraction';

/** Who bids, for the limit on lots, and where the lot stands in the lead's own order. */
export interface LotBidder {
  bidder: string;
  order: number | null;
}

export interface LotBid extends LotBidder {
  id: string;
  total: Fraction;
}

export interface LotToAllot {
  number: number;
  /** How many of its bids are awarded. */
  places: number;
  /** By rank, the first first. */
  ranked: LotBid[];
}

export interface LotLimit {
  /** How many lots one bidder wins. */
  most: number;
  rule: LotRule;
}

interface Win {
  lot: number;
  bid: LotBid;
  /** How far its total is ahead of the bid that would take its place; null where there is none. */
  ahead: Fraction | null;
}

/**
 * The bids that stand aside because their bidder keeps other lots. Whoever comes first in too many lots leaves some,
 * those who follow move up, and so on until nobody has too many. A bid that stood aside never comes back.
 */
export function standAside(lots: LotToAllot[], { most, rule }: LotLimit): Set<string> {
  const aside = new Set<string>();
  for (;;) {
    const wins = new Map<string, Win[]>();
    for (const win of lots.flatMap((lot) => winsIn(lot, aside)))
      wins.set(win.bid.bidder, [...(wins.get(win.bid.bidder) ?? []), win]);
    const tooMany = [...wins].filter(([, own]) => own.length > most);
    if (tooMany.length === 0) return aside;
    for (const [bidder, own] of tooMany)
      for (const { lot } of own.sort((a, b) => byRule(a, b, rule)).slice(most))
        for (const { id } of bidsOf(bidder, lot, lots)) aside.add(id);
  }
}

const bidsOf = (bidder: string, number: number, lots: LotToAllot[]): LotBid[] =>
  lots.find((lot) => lot.number === number)?.ranked.filter((bid) => bid.bidder === bidder) ?? [];

/** The best winning bid of each bidder in a lot. */
function winsIn({ number, places, ranked }: LotToAllot, aside: ReadonlySet<string>): Win[] {
  const standing = ranked.filter(({ id }) => !aside.has(id));
  const next = standing[places];
  const seen = new Set<string>();
  return standing.slice(0, places).flatMap((bid) => {
    if (seen.has(bid.bidder)) return [];
    seen.add(bid.bidder);
    return { lot: number, bid, ahead: next ? minus(bid.total, next.total) : null };
  });
}

/** What is kept comes first. */
function byRule(a: Win, b: Win, rule: LotRule): number {
  const first = rule === 'preference' ? byOrder(a, b) : byLead(a, b);
  return first || a.lot - b.lot;
}

const byOrder = (a: Win, b: Win): number => (a.bid.order ?? Infinity) - (b.bid.order ?? Infinity) || 0;

function byLead(a: Win, b: Win): number {
  if (a.ahead === null || b.ahead === null) return Number(b.ahead === null) - Number(a.ahead === null);
  return -compare(a.ahead, b.ahead);
}
