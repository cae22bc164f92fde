import { randomBytes } from 'node:crypto';

/** A word that occurs nowhere else, in the forms in which bytes of a database or a log could hold it. */
export class Canaries {
  readonly words: string[] = [];

  /** A new word; letters only, so that no encoding of text changes it. */
  next(): string {
    const word = `zq${[...randomBytes(8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}qz`;
    this.words.push(word);
    return word;
  }

  /** An amount of money with its own spellings: as pence, as typed, as shown. */
  nextAmount(): string {
    const pounds = 4_000_000 + (randomBytes(4).readUInt32BE() % 900_000);
    const pence = 11 + (randomBytes(1).readUInt8() % 88);
    const typed = `${pounds}.${pence}`;
    this.words.push(typed, `${pounds}${pence}`, `${pounds.toLocaleString('en-GB')}.${pence}`);
    return typed;
  }

  /** The words found in a text, also where they stand in hexadecimal or in base64. */
  in(text: string): string[] {
    return this.words.filter((word) => spellings(word).some((spelling) => text.includes(spelling)));
  }

  inBytes(bytes: Buffer): string[] {
    return this.words.filter((word) => bytes.includes(word));
  }
}

const known = new Map<string, string[]>();

/** Base64 of a word inside a longer text depends on where it starts, modulo three. */
function spellings(word: string): string[] {
  const made = known.get(word);
  if (made) return made;
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('_'.repeat(shift) + word)
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  const all = [word, Buffer.from(word).toString('hex'), ...base64.filter((text) => text.length >= 8)];
  known.set(word, all);
  return all;
}
