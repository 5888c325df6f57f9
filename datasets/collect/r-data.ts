/**
 * Reads one object out of an R "lazy load" database (the pair `Rdata.rdx`, `Rdata.rdb` inside R packages), so that R
 * itself is not needed to rebuild the data files.
 *
 * Source of the layout: "R Internals", section 1.8 (serialization formats), and R's `src/main/serialize.c`.
 * The index (rdx) is a gzip-compressed serialization of lists of `[offset, length]`; each block of the database (rdb)
 * is a 4-byte big-endian length and a compressed serialization. Only the item types
 * that data frames are made of are understood; anything else is an error, never a guess.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync, inflateSync } from 'node:zlib';

/** R vectors become arrays; NA becomes null. */
export type RVector = (number | string | null)[];

/** A value read from R: vectors and lists keep their attributes (names, levels, class). */
export interface RValue {
  kind: 'null' | 'vector' | 'list' | 'symbol' | 'environment';
  values: RVector;
  items: RValue[];
  name: string;
  attributes: Map<string, RValue>;
}

/** R's integer NA is the smallest 32-bit integer. */
const NA_INTEGER = -2147483648;

function rValue(kind: RValue['kind'], part: Partial<RValue> = {}): RValue {
  return { kind, values: [], items: [], name: '', attributes: new Map(), ...part };
}

/** Decodes R's XDR (big-endian) serialization, versions 2 and 3. */
class Unserializer {
  private position = 0;
  private readonly references: RValue[] = [];
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  read(): RValue {
    if (this.bytes.toString('latin1', 0, 2) !== 'X\n')
      throw new Error('not an R serialization in XDR format');
    this.position = 2;
    const version = this.integer();
    this.position += 8; // the R version that wrote the data, and the oldest that can read it
    if (version === 3) {
      const nativeEncodingLength = this.integer(); // its name is skipped: strings carry their own encoding mark
      this.position += nativeEncodingLength;
    }
    return this.item();
  }

  private integer(): number {
    this.position += 4;
    return this.bytes.readInt32BE(this.position - 4);
  }

  private length(): number {
    const length = this.integer();
    if (length < 0) throw new Error('R long vectors are not supported');
    return length;
  }

  private times<T>(count: number, read: () => T): T[] {
    return Array.from({ length: count }, read);
  }

  private item(): RValue {
    const flags = this.integer();
    const type = flags & 0xff;
    const hasAttributes = (flags & 0x200) !== 0;
    switch (type) {
      case 1: {
        // symbol
        const symbol = rValue('symbol', { name: this.item().name });
        this.references.push(symbol);
        return symbol;
      }
      case 2: // pair list
        return this.pairList(flags);
      case 9: // one string
        return this.characters();
      case 10: // logical
      case 13: {
        // integer
        const values = this.times(this.length(), () => this.integer());
        return this.finish(
          'vector',
          { values: values.map((v) => (v === NA_INTEGER ? null : v)) },
          hasAttributes,
        );
      }
      case 14: // double
        return this.finish(
          'vector',
          { values: this.times(this.length(), () => this.double()) },
          hasAttributes,
        );
      case 16: // strings
        return this.finish('vector', { values: this.strings() }, hasAttributes);
      case 19: // list
        return this.finish('list', { items: this.times(this.length(), () => this.item()) }, hasAttributes);
      case 238: // ALTREP: a vector stored in a compact form
        return this.compact();
      case 254: // NULL
        return rValue('null');
      case 255: // an object seen before
        return this.references[(flags >> 8 || this.integer()) - 1] ?? rValue('null');
      case 242: // an empty environment
      case 253: // the global environment
        return rValue('environment');
      case 247: {
        // the lazy-load marker of an environment, named by strings
        this.position += 4;
        this.strings();
        const environment = rValue('environment');
        this.references.push(environment);
        return environment;
      }
      default:
        throw new Error(`R item type ${type} at byte ${this.position} is not supported`);
    }
  }

  private double(): number | null {
    this.position += 8;
    const value = this.bytes.readDoubleBE(this.position - 8);
    return Number.isNaN(value) ? null : value;
  }

  /** A string; its encoding mark is in the flags that `item` has just read (bit 2 of the mark: Latin-1). */
  private characters(): RValue {
    const flags = this.bytes.readInt32BE(this.position - 4);
    const length = this.integer();
    if (length === -1) return rValue('null');
    const isLatin1 = ((flags >> 12) & 0x04) !== 0;
    const name = this.bytes.toString(isLatin1 ? 'latin1' : 'utf8', this.position, this.position + length);
    this.position += length;
    return rValue('symbol', { name });
  }

  private strings(): (string | null)[] {
    return this.times(this.length(), () => {
      const text = this.item();
      return text.kind === 'null' ? null : text.name;
    });
  }

  private finish(kind: RValue['kind'], part: Partial<RValue>, hasAttributes: boolean): RValue {
    const value = rValue(kind, part);
    if (hasAttributes) value.attributes = this.item().attributes;
    return value;
  }

  /** A pair list is read as a map from tag to value, which is all that attributes need; order is kept in `items`. */
  private pairList(firstFlags: number): RValue {
    const list = rValue('list');
    let flags = firstFlags;
    while ((flags & 0xff) === 2) {
      if (flags & 0x200) this.item(); // attributes of the list cell itself: never used by data frames
      const tag = flags & 0x400 ? this.item().name : '';
      const value = this.item();
      list.items.push(value);
      list.attributes.set(tag, value);
      flags = this.integer();
    }
    if ((flags & 0xff) !== 254) throw new Error('an R pair list does not end in NULL');
    return list;
  }

  private compact(): RValue {
    const description = this.item();
    const state = this.item();
    const attributes = this.item().attributes;
    const className = description.items[0]?.name;
    if (className === 'compact_intseq') {
      const [count = 0, start = 0, step = 1] = state.values as number[];
      return rValue('vector', {
        values: Array.from({ length: count }, (_, i) => start + i * step),
        attributes,
      });
    }
    if (className?.startsWith('wrap_')) return { ...(state.items[0] ?? state), attributes };
    throw new Error(`R compact vectors of class ${className} are not supported`);
  }
}

/** Unpacks one block. R marks LZMA with "Z" and bzip2 with "2"; a zlib block, as in our source, has no mark. */
function decompress(block: Buffer): Buffer {
  const mark = String.fromCharCode(block[4] ?? 0);
  if (mark === 'Z' || mark === '2') {
    throw new Error('R data compressed with LZMA or bzip2 are not supported: use dslabs 0.7.4');
  }
  const bytes = inflateSync(block.subarray(4));
  const length = block.readUInt32BE(0);
  if (bytes.length !== length) throw new Error(`an R data block has ${bytes.length} bytes, not ${length}`);
  return bytes;
}

/** Reads the object `name` from the lazy-load database at `base` (the path without `.rdx` and `.rdb`). */
export function readRObject(base: string, name: string): RValue {
  const index = new Unserializer(gunzipSync(readFileSync(`${base}.rdx`))).read();
  const names = index.attributes.get('names')?.values ?? [];
  const variables = index.items[names.indexOf('variables')];
  const at = variables?.attributes.get('names')?.values.indexOf(name) ?? -1;
  const [offset, length] = (variables?.items[at]?.values ?? []) as number[];
  if (offset === undefined || length === undefined)
    throw new Error(`${base}.rdx has no object named ${name}`);
  return new Unserializer(decompress(readFileSync(`${base}.rdb`).subarray(offset, offset + length))).read();
}

/** A column of a data frame; factors are replaced by their labels. */
export function dataFrameColumn(frame: RValue, name: string): RVector {
  const at = frame.attributes.get('names')?.values.indexOf(name) ?? -1;
  const column = frame.items[at];
  if (!column) throw new Error(`the data frame has no column ${name}`);
  const levels = column.attributes.get('levels')?.values;
  return levels
    ? column.values.map((code) => (code === null ? null : (levels[Number(code) - 1] ?? null)))
    : column.values;
}
