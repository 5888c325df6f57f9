/** Thrown where stored or imported bytes are not what they should be; the message is for a person. */
export class DamagedBytesError extends Error {
  override name = 'DamagedBytesError';
}

/** A growing little-endian byte buffer with variable-length integers (LEB128). */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  private reserve(extra: number): void {
    if (this.length + extra <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + extra));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  /** Unsigned integer below 2^53, 7 bits a byte. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  /** Signed integer of magnitude below 2^52, small magnitudes short (zigzag). */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  /** UTF-8, preceded by its length in bytes. */
  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.varint(encoded.length);
    this.bytes(encoded);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }
}

/** Reads what ByteWriter wrote; every read past the end throws DamagedBytesError. */
export class ByteReader {
  private position = 0;
  private readonly source: Uint8Array;

  constructor(source: Uint8Array) {
    this.source = source;
  }

  get remaining(): number {
    return this.source.length - this.position;
  }

  byte(): number {
    if (this.position >= this.source.length) throw new DamagedBytesError('The data ends too early.');
    return this.source[this.position++];
  }

  uint32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
    throw new DamagedBytesError('A number in the data is too long.');
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  bytes(length: number): Uint8Array {
    if (length > this.remaining) throw new DamagedBytesError('The data ends too early.');
    this.position += length;
    return this.source.subarray(this.position - length, this.position);
  }

  text(): string {
    return new TextDecoder('utf-8', { fatal: false }).decode(this.bytes(this.varint()));
  }
}

/** A typed array that can be joined with another of its kind. */
type Column = Uint8Array | Int8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The values of two arrays, one after the other. */
export function joined<T extends Column>(first: T, second: T): T {
  const Kind = first.constructor as new (length: number) => T;
  const both = new Kind(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
