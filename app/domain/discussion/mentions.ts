const WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’.-]*`;
const CALLED = new RegExp(String.raw`(?<![\p{L}\p{N}])@(${WORD}(?: ${WORD}){0,4})`, 'gu');
const TOKEN = /@\{([0-9A-Z]{8})\}/g;

/** Signs at the end of a name belong to the sentence. */
const trimmed = (name: string): string => name.replace(/[.'’-]+$/, '');

/** Every name that a text may call, the longest reading first: “@Ann Lee Saw it” may mean Ann Lee Saw, Ann Lee or Ann. */
export function namesCalled(text: string): string[] {
  const names = [...text.matchAll(CALLED)].flatMap(([, words = '']) => {
    const parts = words.split(' ');
    return parts.map((_, place) => trimmed(parts.slice(0, parts.length - place).join(' ')));
  });
  return [...new Set(names)];
}

export interface Called {
  reference: string;
  name: string;
}

/** Names of known people become tokens that no change of name breaks; what else follows an @ stays as typed. */
export function withTokens(text: string, people: readonly Called[]): string {
  const byName = new Map(people.map((person) => [person.name.toLowerCase(), person]));
  return text.replaceAll(CALLED, (typed: string, words: string) => {
    const parts = words.split(' ');
    for (let count = parts.length; count > 0; count -= 1) {
      const name = trimmed(parts.slice(0, count).join(' '));
      const person = byName.get(name.toLowerCase());
      if (person) return `@{${person.reference}}${typed.slice(1 + name.length)}`;
    }
    return typed;
  });
}

const SIGNS = /[\\`*_{}[\]<>()#+.!|~-]/g;

/** The names again, for one reader. A token that is nobody's mention was typed, and stays as it was typed. */
export const withNames = (
  text: string,
  mentioned: readonly Called[],
  reader: { seesNames: boolean; markdown: boolean },
): string =>
  text.replaceAll(TOKEN, (token, reference: string) => {
    const person = mentioned.find((one) => one.reference === reference);
    if (!person) return token;
    const name = reader.seesNames ? person.name : 'somebody';
    return reader.markdown ? `**@${name.replaceAll(SIGNS, String.raw`\$&`)}**` : `@${name}`;
  });
