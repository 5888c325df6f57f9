import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../src/lib/bytes';

describe('ByteWriter and ByteReader', () => {
  it('give back every number and text', () => {
    const numbers = fc.record({
      byte: fc.integer({ min: 0, max: 255 }),
      word: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      varint: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      signed: fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
      text: fc.string({ unit: 'grapheme' }),
    });
    fc.assert(
      fc.property(numbers, ({ byte, word, varint, signed, text }) => {
        const writer = new ByteWriter();
        writer.byte(byte);
        writer.uint32(word);
        writer.varint(varint);
        writer.signed(signed);
        writer.text(text);
        const reader = new ByteReader(writer.finish());
        expect(reader.byte()).toBe(byte);
        expect(reader.uint32()).toBe(word);
        expect(reader.varint()).toBe(varint);
        expect(reader.signed() + 0).toBe(signed + 0);
        expect(reader.text()).toBe(text);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  it('writes small magnitudes in one byte, of either sign', () => {
    const writer = new ByteWriter();
    for (const value of [-64, -1, 0, 1, 63]) writer.signed(value);
    expect(writer.finish().length).toBe(5);
  });

  it('grows beyond its first buffer', () => {
    const writer = new ByteWriter();
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i & 255);
    writer.byte(7);
    writer.bytes(bytes);
    expect(new Uint8Array(writer.finish()).subarray(1)).toEqual(bytes);
  });

  it('refuses to read past the end', () => {
    const empty = () => new ByteReader(new Uint8Array(0));
    expect(() => empty().byte()).toThrow(DamagedBytesError);
    expect(() => empty().uint32()).toThrow(DamagedBytesError);
    expect(() => new ByteReader(Uint8Array.of(0x80)).varint()).toThrow(DamagedBytesError);
    expect(() => new ByteReader(Uint8Array.of(5, 65)).text()).toThrow(DamagedBytesError);
  });

  it('refuses a number that never ends', () => {
    expect(() => new ByteReader(new Uint8Array(12).fill(0xff)).varint()).toThrow('too long');
  });
});
