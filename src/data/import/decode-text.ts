import { quote } from '../read/refusal';
import { fileName, type ImportFile, ImportRefusal, MAX_IMPORT_BYTES } from './history';

/** First bytes of files that are no text, and what they are. */
const BINARY: { bytes: number[]; what: string }[] = [
  {
    bytes: [0x50, 0x4b],
    what: 'a zip file or an Excel workbook; unpack it, or save the sheet as CSV',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an Excel workbook; save the sheet as CSV' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF; what is read here is CSV or JSON' },
  { bytes: [0x1f, 0x8b], what: 'compressed with gzip; unpack it first' },
];

/** The text of a file. */
export interface DecodedText {
  /** Lines end in a line feed; without a byte order mark. */
  text: string;
  notices: string[];
}

/**
 * Reads a file's bytes as text: UTF-8, UTF-16 with a byte order mark as Excel's "Unicode text" has it, else Windows-1252.
 * @throws ImportRefusal where it is too large, empty, no text or a web page.
 */
export function decodeText({ name, bytes }: ImportFile): DecodedText {
  const file = fileName(name);
  if (bytes.length === 0) throw new ImportRefusal(`${file} is empty.`);
  if (bytes.length > MAX_IMPORT_BYTES) throw tooLarge(name, bytes.length);
  const binary = BINARY.find((kind) => kind.bytes.every((byte, at) => bytes[at] === byte));
  if (binary) throw new ImportRefusal(`${file} is ${binary.what}.`);
  const decoded = decode(bytes);
  if (decoded === null || decoded.text.includes('\0')) {
    throw new ImportRefusal(`${file} is not a text file. What is read here is CSV or JSON.`);
  }
  refuseWebPage(decoded.text, file);
  const text = decoded.text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new ImportRefusal(`${file} is empty.`);
  const notices = decoded.isOld
    ? [`${file} is not UTF-8; it was read as Windows-1252, so look at letters with accents.`]
    : [];
  return { text, notices };
}

/** What is said of a file that is larger than any history. @param size in bytes */
export function tooLarge(name: string, size: number): ImportRefusal {
  const [has, most] = [size, MAX_IMPORT_BYTES].map((n) => Math.ceil(n / 1024 / 1024));
  return new ImportRefusal(
    `${fileName(name)} has ${has} MB. A history of up to ${most} MB can be imported; larger files are mostly data sets of many people.`,
  );
}

function decode(bytes: Uint8Array): { text: string; isOld: boolean } | null {
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe)
      return { text: new TextDecoder('utf-16le').decode(bytes), isOld: false };
    if (first === 0xfe && second === 0xff)
      return { text: new TextDecoder('utf-16be').decode(bytes), isOld: false };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isOld: false };
  } catch {
    return bytes.includes(0) ? null : { text: new TextDecoder('windows-1252').decode(bytes), isOld: true };
  }
}

/** Refuses pages that a site sends in place of an export: mostly that one has to sign in. */
function refuseWebPage(text: string, file: string): void {
  const start = text.slice(0, 4000).trimStart();
  if (!/^<(?:!doctype|html|head|body|\?xml)/i.test(start)) return;
  const from = start.search(/<title>/i);
  const to = start.search(/<\/title>/i);
  const title = from >= 0 && to > from ? start.slice(from + 7, to).trim() : '';
  const called = title === '' ? '' : ` called ${quote(title)}`;
  throw new ImportRefusal(
    `${file} is a web page${called}, not an export. Sign in at the site, then download the export again.`,
  );
}
