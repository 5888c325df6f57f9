/** Controls, marks of direction, private and unassigned characters, and halves of pairs: nothing of these can be read. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * Foreign text as it may stand in a message: what cannot be printed is written as an escape such as \u{0}.
 * @param longest in characters; what is longer is cut and ends in "…".
 */
export function printable(text: string, longest = Number.POSITIVE_INFINITY): string {
  // Cut first: an escape is longer than what it stands for.
  const whole = text.length <= longest;
  const escaped = (whole ? text : text.slice(0, longest)).replace(
    UNPRINTABLE,
    (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return whole ? escaped : `${escaped}…`;
}
