import { z } from 'zod';

const SHAPE = /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/;
const PREFIX = /^(?:https?:\/\/)?(?:www\.)?ror\.org\//i;
/** Douglas Crockford's base 32, in which ROR writes its numbers. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Two check digits by ISO 7064 mod 97-10 over the number (ROR, "ROR identifier pattern"). */
function checkDigits(body: string): string {
  let number = 0;
  for (const symbol of body) number = number * 32 + SYMBOLS.indexOf(symbol);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
}

/** `03yrm5c26` from that or from its address; null when it cannot be a ROR ID. */
export function parseRor(text: string): string | null {
  const bare = text.trim().replace(PREFIX, '').toLowerCase();
  if (!SHAPE.test(bare)) return null;
  return checkDigits(bare.slice(0, 7)) === bare.slice(7) ? bare : null;
}

export const rorAddress = (ror: string): string => `https://ror.org/${ror}`;

/** Optional: nothing typed is the empty text. */
export const rorInput = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') return '';
    const ror = parseRor(text);
    if (ror) return ror;
    context.addIssue({
      code: 'custom',
      message: 'Enter a ROR ID, like 024mrxd33. One of its characters is wrong here',
    });
    return z.NEVER;
  });
