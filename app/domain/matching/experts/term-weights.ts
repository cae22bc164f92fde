/** How much saying it again adds; an abstract repeats its words for style, and who else has them tells more. */
const REPEATING = 0.25;

/**
 * What `count` ≥ 1 occurrences weigh: 1 + ¼ ln(1 + ln count), a quarter of what the double logarithm of Singhal, Choi,
 * Hindle, Lewis and Pereira (AT&T at TREC-7, 1999) adds. The tenth says next to nothing that the second did not say.
 */
export const occurrenceWeight = (count: number): number => 1 + REPEATING * Math.log(1 + Math.log(count));

/**
 * Inverse document frequency (Spärck Jones, 1972), ln((works + 1) / found): above 0 for every term that is found,
 * so that a collection of one work can still be matched.
 */
export const rarity = (works: number, found: number): number => Math.log((works + 1) / found);
