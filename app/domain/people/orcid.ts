import { z } from 'zod';

const SHAPE = /^\d{15}[\dX]$/;

/** The check character of the first 15 digits by ISO 7064 mod 11-2. */
function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** `0000-0002-1825-0097` from that, from bare digits or from the ORCID address; null when it cannot be one. */
export function parseOrcid(text: string): string | null {
  const compact = text
    .trim()
    .toUpperCase()
    .replace(/^HTTPS?:\/\/ORCID\.ORG\//, '')
    .replaceAll(/[\s-]/g, '');
  if (!SHAPE.test(compact) || checkCharacter(compact.slice(0, 15)) !== compact.slice(15)) return null;
  return compact.replace(/(.{4})(?=.)/g, '$1-');
}

/** Optional: nothing typed is the empty text. */
export const orcidInput = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') return '';
    const orcid = parseOrcid(text);
    if (orcid) return orcid;
    const message = 'Enter an ORCID iD of 16 characters, like 0000-0002-1825-0097. One of them is wrong here';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
