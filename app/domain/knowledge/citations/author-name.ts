/** How a name of a bibliography comes apart; `literal` for bodies, which have no family name. */
export type NameParts = { family: string; given: string } | { literal: string };

const BODY =
  /\b(office|agency|ministry|department|group|team|university|institute|foundation|centre|center|council|police|service|commission|committee|association|unit|initiative|inspectorate|network|collaboration|society|ltd|plc)\b/i;
const PARTICLE = /^(van|von|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|al|el|bin|ibn)$/i;

/** `Leah Moyle`, `Moyle, Leah`, `Jan van der Berg`, or a body such as `Home Office`. */
export function nameParts(name: string): NameParts {
  const [family, ...given] = name.split(',').map((part) => part.trim());
  if (family && given.length > 0) return { family, given: given.join(', ') };
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || BODY.test(name)) return { literal: name.trim() };
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') };
}

/** `Moyle, L.`, as a citation writes it. */
export function citedName(name: string): string {
  const parts = nameParts(name);
  if ('literal' in parts) return parts.literal;
  const initials = parts.given
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toUpperCase()}.`);
  return `${parts.family}, ${initials.join(' ')}`;
}
