/** How a name of a bibliography comes apart; `literal` for bodies, which have no family name. */
export type NameParts = { family: string; given: string } | { literal: string };

const BODY =
  /\b(office|agency|ministry|department|group|team|university|institute|foundation|centre|center|council|police|service|commission|committee|association|unit|initiative|inspectorate|network|collaboration|society|ltd|plc)\b/i;
const PARTICLE = /^(van|von|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|al|el|bin|ibn)$/i;
/** Forms of address are no part of a name that is cited. */
const ADDRESSED =
  /^(?:(?:dr|prof|professor|associate professor|assistant professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|revd?)\.?\s+)+(?=\S)/i;
/** Names in these scripts are written with the family name first. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・ー\s]+$/u;

/** `Department for Business, Energy and Industrial Strategy`: a comma does not make a person of a body. */
const isBodyWithComma = (beforeComma: string): boolean =>
  BODY.test(beforeComma) && /\s/.test(beforeComma.trim());

/** `Leah Moyle`, `Moyle, Leah`, `Jan van der Berg`, `山田 太郎`, or a body such as `Home Office`. */
export function nameParts(name: string): NameParts {
  const [family, ...given] = name.split(',').map((part) => part.trim());
  if (family && given.length > 0)
    return isBodyWithComma(family)
      ? { literal: name.trim() }
      : { family, given: given.join(', ').replace(ADDRESSED, '') };
  const bare = name.trim().replace(ADDRESSED, '');
  const words = (/\s/.test(bare) ? bare : name.trim()).split(/\s+/);
  if (words.length < 2 || BODY.test(name)) return { literal: name.trim() };
  if (FAMILY_FIRST.test(name)) return { family: words[0] ?? '', given: words.slice(1).join(' ') };
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') };
}

/** The inverse of `nameParts`: the plainest way to write a name that comes apart into the same parts again. */
export function nameFromParts({ family, given }: { family: string; given: string }): string {
  if (family === '' || given === '') return family || given;
  const plainest = [`${given} ${family}`, `${family} ${given}`].find((name) => {
    const parts = nameParts(name);
    return !('literal' in parts) && parts.family === family && parts.given === given;
  });
  return plainest ?? `${family}, ${given}`;
}

/** `Moyle, L.`, as a citation writes it. */
export function citedName(name: string): string {
  const parts = nameParts(name);
  if ('literal' in parts) return parts.literal;
  const initials = parts.given
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => `${Array.from(word)[0]?.toUpperCase() ?? ''}.`);
  return `${parts.family}, ${initials.join(' ')}`;
}

/** `Moyle, Leah`, as an index files it. */
export function indexedName(name: string): string {
  const parts = nameParts(name);
  return 'literal' in parts ? parts.literal : `${parts.family}, ${parts.given}`;
}
