import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { filesIn, zipOf } from './verify-pack';

export interface Tampering {
  kind: string;
  tamper: (archive: Buffer) => Promise<Buffer>;
  found: RegExp;
}

const changed =
  (change: (files: Map<string, string>) => void) =>
  (archive: Buffer): Promise<Buffer> => {
    const files = filesIn(archive);
    change(files);
    return zipOf(files);
  };

const edit = (files: Map<string, string>, name: string, edited: (text: string) => string): void => {
  const text = files.get(name);
  if (text === undefined || edited(text) === text) throw new Error(`nothing to change in ${name}`);
  files.set(name, edited(text));
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** As a forger who knows the format: the manifest is made to fit again. */
function fit(files: Map<string, string>): void {
  edit(files, 'manifest.json', (text) => {
    const manifest = JSON.parse(text) as { files: { path: string; bytes: number; sha256: string }[] };
    const left = manifest.files.filter(({ path }) => files.has(path));
    const fitted = left.map(({ path }) => {
      const content = files.get(path) ?? '';
      return { path, bytes: Buffer.byteLength(content), sha256: sha256(content) };
    });
    return JSON.stringify({ ...manifest, files: fitted });
  });
}

const FACTS = '09-facts/facts.json';
const CHAIN = '09-facts/chain.json';
const earlier = (text: string) => text.replace(/"at": "20\d\d/, '"at": "1999');

const withAnotherHash = (text: string) =>
  text.replace(/"hash": "([0-9a-f]{64})"/, (_, hash: string) => `"hash": "${sha256(hash)}"`);

/** Signed again with the forger's own key, in the name of which the manifest then speaks. */
function signAgain(files: Map<string, string>): void {
  const pair = generateKeyPairSync('ed25519');
  const own = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  edit(files, 'manifest.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), publicKey: own }));
  const message = Buffer.from(`soundings-pack:${sha256(files.get('manifest.json') ?? '')}`);
  files.set('manifest.sig', sign(null, message, pair.privateKey).toString('base64'));
}

/** Ways to falsify a pack, each with what the verifier must say of it. */
export const PACK_TAMPERINGS: readonly Tampering[] = [
  {
    kind: 'a word of a record is changed',
    tamper: changed((files) =>
      edit(files, '01-question/question.json', (text) => text.replace('"title": "', '"title": "Not ')),
    ),
    found: /altered: 01-question\/question\.json/,
  },
  {
    kind: 'a letter is exchanged for another',
    tamper: changed((files) => edit(files, 'index.html', (text) => text.replace('Made', 'Mode'))),
    found: /altered: index\.html does not match its hash/,
  },
  {
    kind: 'a file is taken out',
    tamper: changed((files) => files.delete('left-out.json')),
    found: /missing: left-out\.json/,
  },
  {
    kind: 'a file is added',
    tamper: changed((files) => files.set('06-decision/memo.json', '[]')),
    found: /extra: 06-decision\/memo\.json/,
  },
  {
    kind: 'a file is taken out and the manifest fitted',
    tamper: changed((files) => {
      files.delete('left-out.json');
      fit(files);
    }),
    found: /signature of the manifest does not hold/,
  },
  {
    kind: 'a fact is dated back and the manifest fitted',
    tamper: changed((files) => {
      edit(files, FACTS, earlier);
      fit(files);
    }),
    found: /signature of the manifest does not hold[^]*altered: the fact/,
  },
  {
    kind: 'a fact is dated back, hashed again, fitted and signed by a forger',
    tamper: changed((files) => {
      edit(files, FACTS, earlier);
      fit(files);
      signAgain(files);
    }),
    found: /signature of the manifest does not hold/,
  },
  {
    kind: 'the hash of a fact beside is another',
    tamper: changed((files) => edit(files, CHAIN, withAnotherHash)),
    found: /altered: 09-facts\/chain\.json[^]*chain does not lead to the signed head/,
  },
  {
    kind: 'the signature is of something else',
    tamper: changed((files) => files.set('manifest.sig', Buffer.alloc(64, 7).toString('base64'))),
    found: /signature of the manifest does not hold/,
  },
  {
    kind: 'nobody signed',
    tamper: changed((files) => files.delete('manifest.sig')),
    found: /missing: manifest\.sig/,
  },
  {
    kind: 'a file leaves its folder',
    tamper: changed((files) => files.set('../../etc/passwd', 'root')),
    found: /unsafe: the name/,
  },
  {
    kind: 'bytes are hidden before the directory',
    tamper: (archive) => {
      const start = archive.readUInt32LE(archive.length - 6);
      const hidden = Buffer.concat([
        archive.subarray(0, start),
        Buffer.from('hidden'),
        archive.subarray(start),
      ]);
      hidden.writeUInt32LE(start + 6, hidden.length - 6);
      return Promise.resolve(hidden);
    },
    found: /hidden: there are bytes before the directory/,
  },
];
