import { SemanticSpace } from './semantic-space';

/**
 * A space as bytes, to be stored: the length of the head as an unsigned 32-bit number, little endian; the head as
 * JSON `{ dimensions, vocabulary }`; then 32-bit floats, little endian: one weight a term, the singular values,
 * the term vectors row by row (vocabulary × dimensions).
 */
export function spaceToBytes({ parts }: SemanticSpace): Uint8Array<ArrayBuffer> {
  const { dimensions, vocabulary, termWeights, singularValues, termVectors } = parts;
  const head = new TextEncoder().encode(JSON.stringify({ dimensions, vocabulary }));
  const floats = [termWeights, singularValues, termVectors];
  const bytes = new Uint8Array(4 + head.length + 4 * floats.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const values of floats)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

/** Throws where the bytes are not a whole space. */
export function spaceFromBytes(bytes: Uint8Array): SemanticSpace {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const head = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { dimensions, vocabulary } = JSON.parse(head) as { dimensions: number; vocabulary: string[] };
  let at = 4 + length;
  const floats = (count: number) =>
    Float32Array.from({ length: count }, () => {
      at += 4;
      return view.getFloat32(at - 4, true);
    });
  const [termWeights, singularValues] = [floats(vocabulary.length), floats(dimensions)];
  const termVectors = floats(vocabulary.length * dimensions);
  if (at !== bytes.byteLength) throw new Error('A space of meanings has more bytes than its head says.');
  return new SemanticSpace({ dimensions, vocabulary, termWeights, singularValues, termVectors });
}
