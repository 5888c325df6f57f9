/** Finalizer of MurmurHash3 (Austin Appleby, public domain): every input bit moves every output bit. */
function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes two 32-bit integers to an unsigned 32-bit integer. Order matters. */
export function hashIntegers(a: number, b: number): number {
  return mix(Math.imul(mix(a | 0) ^ (b | 0), 0x9e3779b1) + 0x7f4a7c15);
}

/** Bytes that are taken in one step (slicing, Kounavis and Berry 2005): four times as fast as one by one. */
const SLICES = 8;

/** CRC_TABLE[256 * s + n] is the CRC-32 of byte n with s zeros behind it. */
const CRC_TABLE = /* @__PURE__ */ (() => {
  const table = new Int32Array(256 * SLICES);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  for (let at = 256; at < table.length; at++) {
    const c = table[at - 256];
    table[at] = table[c & 0xff] ^ (c >>> 8);
  }
  return table;
})();

/**
 * CRC-32 (ISO 3309, as in gzip and PNG) of the bytes, as an unsigned integer. Finds damage, not malice.
 * @param before that of the bytes in front of them; 0 for none
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const t = CRC_TABLE;
  const sliced = bytes.length - (bytes.length % SLICES);
  let c = ~before;
  let i = 0;
  for (; i < sliced; i += SLICES) {
    c ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    c =
      t[1792 + (c & 0xff)] ^
      t[1536 + ((c >>> 8) & 0xff)] ^
      t[1280 + ((c >>> 16) & 0xff)] ^
      t[1024 + (c >>> 24)] ^
      t[768 + bytes[i + 4]] ^
      t[512 + bytes[i + 5]] ^
      t[256 + bytes[i + 6]] ^
      t[bytes[i + 7]];
  }
  for (; i < bytes.length; i++) c = t[(c ^ bytes[i]) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
