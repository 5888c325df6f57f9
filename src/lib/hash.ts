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

const CRC_TABLE = /* @__PURE__ */ (() => {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c >>> 0;
  }
  return table;
})();

/**
 * CRC-32 (ISO 3309, as in gzip and PNG) of the bytes, as an unsigned integer. Finds damage, not malice.
 * @param before that of the bytes in front of them; 0 for none
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let c = ~before;
  for (let i = 0; i < bytes.length; i++) c = CRC_TABLE[(c ^ bytes[i]) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
