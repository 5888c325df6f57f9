import { printable } from '../lib/printable';

/** Largest backup file, in bytes. */
const MAX_BACKUP_BYTES = 64 * 1024 * 1024;

/** Thrown for a file that cannot be restored; the message names it and says why, for a person, in printable text. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal';
  /** Where the file can be taken instead; null where nowhere. */
  readonly leadsTo: 'import' | null;

  constructor(message: string, leadsTo: 'import' | null = null) {
    super(message);
    this.leadsTo = leadsTo;
  }
}

/** A file's name as it may stand in a message. */
export function namedFile(name: string): string {
  return name.trim() === '' ? 'This file' : printable(name, 80);
}

/** @throws BackupRefusal for a file that is larger than any backup */
export function checkBackupSize(bytes: number, file: string): void {
  if (bytes <= MAX_BACKUP_BYTES) return;
  const [size, most] = [bytes, MAX_BACKUP_BYTES].map((n) => Math.ceil(n / 1024 / 1024));
  throw new BackupRefusal(`${file} has ${size} MB; a backup has at most ${most} MB.`);
}

/** First bytes of files that are no text. */
const BINARY = [
  { bytes: [0x50, 0x4b], what: 'a zip file', leadsTo: 'import' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file', leadsTo: null },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', leadsTo: null },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an Excel workbook', leadsTo: 'import' },
] as const;
const TO_IMPORT = ' If it is the export of another site, bring it in under Import.';

/**
 * The text of a file that may be a backup.
 * @param file its name as it may stand in a message
 * @throws BackupRefusal for what shows at first sight that it is none
 */
export function backupText(bytes: Uint8Array, file: string): string {
  checkBackupSize(bytes.length, file);
  if (bytes.length === 0) throw new BackupRefusal(`${file} is empty.`);
  const binary = BINARY.find((kind) => kind.bytes.every((byte, at) => bytes[at] === byte));
  if (binary) {
    const { what, leadsTo } = binary;
    throw new BackupRefusal(`${file} is ${what}, not a backup.${leadsTo ? TO_IMPORT : ''}`, leadsTo);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BackupRefusal(
      `${file} is not a backup, or is damaged: it is not the plain text that a backup is.`,
    );
  }
  const start = text.slice(0, 2000).trimStart();
  if (start === '' && text.trim() === '') throw new BackupRefusal(`${file} is empty.`);
  if (start.startsWith('{') || start.startsWith('[')) return text;
  if (start.startsWith('<')) {
    throw new BackupRefusal(`${file} is a web page, not a backup. Look for the file that was saved.`);
  }
  if (/^[^\n]*[,;\t]/.test(start)) {
    throw new BackupRefusal(
      `${file} is a table, not a backup. Ratings from Letterboxd, IMDb and other sites are brought in under Import.`,
      'import',
    );
  }
  throw new BackupRefusal(`${file} is not a backup of Weightless.`);
}
