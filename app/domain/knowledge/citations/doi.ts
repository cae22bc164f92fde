/** ISO 26324: a directory indicator `10.` with a registrant code, a slash, and a suffix of printable characters. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+$/;
const PREFIX = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:\s*/i;
const MOST = 200;

/**
 * A DOI as stored: without its prefix and in lower case, because DOIs are case-insensitive. Null when the
 * text cannot be one.
 */
export function parseDoi(text: string): string | null {
  const bare = text.trim().replace(PREFIX, '').trim().toLowerCase();
  return bare.length <= MOST && DOI.test(bare) ? bare : null;
}

export const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;
