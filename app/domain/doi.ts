/** ISO 26324: a directory indicator `10.` with a registrant code, a slash, and a suffix of printable characters. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+$/;
const PREFIX = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|^(?:info:)?doi[:/]\s*/i;
/** What a sentence or a list leaves at the end of one. */
const TRAILING = /[.,;:]+$/;
const MOST = 200;

/** Addresses of DOIs come with their signs percent-encoded. */
function decoded(text: string): string {
  if (!/%[\da-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A DOI as stored: without its prefix and in lower case, because DOIs are case-insensitive. Null when the
 * text cannot be one.
 */
export function parseDoi(text: string): string | null {
  const typed = text.trim().replace(PREFIX, '').trim();
  const bare = (one: string) => one.replace(TRAILING, '').toLowerCase();
  const isOne = (one: string) => one.length <= MOST && DOI.test(one);
  return [bare(decoded(typed)), bare(typed)].find(isOne) ?? null;
}

export const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;
