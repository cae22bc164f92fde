/** The word that only what is secret holds. */
export const WORD = 'zirconium';
