import { createHash } from 'node:crypto';
import { signBytes, signingPublicKey } from '~/platform/vault.server';
import { zipArchive } from '../../knowledge/citations/exchange/tables/zip-archive.server';
import { showReference } from '../../reference';
import { fileOf, STAGE_ORDER, STAGES, type Pack } from './pack';
import { contentsPage, namesIn, stagePage, type Heading } from './pack-html';

export const PACK_FORMAT = 'soundings-pack-1';
const TOOL = 'Soundings 0.1.0';

export interface PackFile {
  path: string;
  text: string;
}

export interface WrittenPack {
  archive: Buffer;
  /** SHA-256 of the manifest in hex. */
  manifest: string;
  files: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Every file of a pack but its manifest and signature. */
export function filesOf(pack: Pack, heading: Heading): PackFile[] {
  const names = namesIn(pack);
  const sets = pack.sets.filter(({ records }) => records.length > 0);
  const pages = STAGE_ORDER.flatMap((stage) => {
    const within = sets.filter((set) => set.stage === stage);
    if (within.length === 0) return [];
    return [{ path: `${STAGES[stage].folder}/index.html`, text: stagePage(stage, within, names) }];
  });
  return [
    { path: 'index.html', text: contentsPage({ ...pack, sets }, heading) },
    { path: 'left-out.json', text: asJson(pack.leftOut) },
    ...pages,
    ...sets.map((set) => {
      const records = set.records.map(({ fields }) => fields);
      return { path: fileOf(set), text: asJson(set.alone ? records[0] : records) };
    }),
    { path: `${STAGES.facts.folder}/chain.json`, text: asJson(pack.chain) },
  ];
}

/** The archive: its files, `manifest.json` with their lengths and hashes, and `manifest.sig`. */
export async function writeArchive(
  files: PackFile[],
  about: { question: string; redacted: boolean; madeAt: string; madeBy: string },
): Promise<WrittenPack> {
  const manifest = asJson({
    format: PACK_FORMAT,
    tool: TOOL,
    ...about,
    question: showReference(about.question),
    publicKey: signingPublicKey(),
    files: files
      .map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  });
  const hash = sha256(manifest);
  const { signature } = signBytes(Buffer.from(`soundings-pack:${hash}`));
  const signed = [
    { path: 'manifest.json', text: manifest },
    { path: 'manifest.sig', text: `${Buffer.from(signature).toString('base64')}\n` },
    ...files,
  ];
  const chunks: Buffer[] = [];
  for await (const chunk of zipArchive(
    signed.map(({ path, text }) => ({ name: path, content: inOnePiece(text) })),
  ))
    chunks.push(chunk);
  return { archive: Buffer.concat(chunks), manifest: hash, files: signed.length };
}

// What comes in pieces is deflated; a text given as such is stored as it is.
async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
