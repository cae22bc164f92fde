/**
 * What `count` ≥ 1 occurrences weigh: 1 + ln(1 + ln count), the double logarithm of Singhal, Choi, Hindle, Lewis and
 * Pereira (AT&T at TREC-7, 1999). The tenth occurrence says next to nothing that the second did not say.
 */
export const occurrenceWeight = (count: number): number => 1 + Math.log(1 + Math.log(count));

/**
 * Inverse document frequency (Spärck Jones, 1972), ln((works + 1) / found): above 0 for every term that is found,
 * so that a collection of one work can still be matched.
 */
export const rarity = (works: number, found: number): number => Math.log((works + 1) / found);
