/** Words that stay as they are when an identifier becomes a name. */
const AS_WRITTEN: Record<string, string> = {
  ai: 'AI',
  uk: 'UK',
  '3d': '3D',
};

/** `protect-uk-integrity` as `Protect UK integrity`, for lists that give identifiers only. */
export function nameFromSlug(slug: string): string {
  const words = slug.split('-').map((word) => AS_WRITTEN[word] ?? word);
  const sentence = words.join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `Cash-in-transit & cargo theft` as `cash-in-transit-cargo-theft`. */
export function slugFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
}

/** A note as a sentence: a capital first and a full stop last. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const closed = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}
