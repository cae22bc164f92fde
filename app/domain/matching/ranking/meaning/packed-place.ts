const GREATEST = 32_767;

/**
 * A vector in two bytes per dimension (signed, little endian), scaled so that its greatest component is ±32,767.
 * One byte would be too coarse: the first dimension, in which all documents are alike, is many times the others.
 * Zeros stay zeros.
 */
export function packedPlace(place: Float32Array): Uint8Array<ArrayBuffer> {
  const greatest = place.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const packed = new DataView(new ArrayBuffer(place.length * 2));
  place.forEach((value, index) => {
    packed.setInt16(index * 2, greatest > 0 ? Math.round((value / greatest) * GREATEST) : 0, true);
  });
  return new Uint8Array(packed.buffer);
}

/** The direction that was packed, of unit length; zeros stay zeros. */
export function unpackedPlace(packed: Uint8Array): Float32Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const place = Float32Array.from({ length: packed.byteLength / 2 }, (_, index) =>
    view.getInt16(index * 2, true),
  );
  const length = Math.hypot(...place) || 1;
  return place.map((value) => value / length);
}
