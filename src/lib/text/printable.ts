/** Controls, marks of direction, private and unassigned characters, and halves of pairs: nothing of these can be read. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * Foreign text as it may stand in a message: what cannot be printed is written as an escape such as \u{0}.
 * @param longest of what is shown, in characters; what is longer is cut before a letter or an escape, and ends in "…".
 */
export function printable(text: string, longest = Number.POSITIVE_INFINITY): string {
  let shown = '';
  for (const letter of text.slice(0, longest + 1)) {
    const next = letter.replace(UNPRINTABLE, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
    if (shown.length + next.length > longest) return `${shown}…`;
    shown += next;
  }
  return shown;
}
