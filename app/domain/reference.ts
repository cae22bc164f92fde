/** 29 symbols that are hard to misread: no I, L, O, U, Z, 0 or 1. A prime number of them, for the check. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXY';
const BODY = 7;

/**
 * The check character: the sum of symbol values, each times its position (1-based), mod 29. Because 29 is
 * prime and longer than the body, every single wrong symbol and every swap of two symbols is found.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [index, symbol] of [...body].entries()) sum += (index + 1) * ALPHABET.indexOf(symbol);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** A reference of 8 characters from 7 random bytes. The bias of 256 mod 29 is accepted: references are no secrets. */
export function referenceFrom(random: Uint8Array): string {
  const body = [...random.subarray(0, BODY)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return body + checkCharacter(body);
}

/** What a person typed or a URL carries, as stored; null when it cannot be a reference. */
export function parseReference(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/[\s-]/g, '');
  if (compact.length !== BODY + 1) return null;
  if (![...compact].every((symbol) => ALPHABET.includes(symbol))) return null;
  return checkCharacter(compact.slice(0, BODY)) === compact.slice(BODY) ? compact : null;
}

/** As shown to people and in addresses: `H7K4-QXMF`. */
export const showReference = (reference: string): string => `${reference.slice(0, 4)}-${reference.slice(4)}`;
