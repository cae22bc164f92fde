import { createHash, randomInt } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = 8;
const SECRET = 32;
const CHECK = 6;
/** What finds a token that lies about, in code or in a letter. */
const TOKEN = /^soundings_([0-9A-Za-z]{40})_([0-9A-Za-z]{6})$/;

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Six letters that follow from the others, so that a scanner tells a token from what merely looks like one. */
function checkOf(body: string): string {
  let rest = hashOf(`soundings_${body}`).readUIntBE(0, 6);
  let check = '';
  while (check.length < CHECK) {
    check += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return check;
}

/** Eight letters to know it by and 32 that are secret: 190 random bits. Only the hash is kept. */
export function newTokenSecret() {
  const body = Array.from({ length: PREFIX + SECRET }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const token = `soundings_${body}_${checkOf(body)}`;
  return { token, prefix: body.slice(0, PREFIX), hash: new Uint8Array(hashOf(token)) };
}

/** The hash to look a token up by; null for a text that cannot be one, which no database need be asked about. */
export function hashOfTokenSecret(text: string): Uint8Array<ArrayBuffer> | null {
  const [, body, check] = TOKEN.exec(text) ?? [];
  return body !== undefined && checkOf(body) === check ? new Uint8Array(hashOf(text)) : null;
}
