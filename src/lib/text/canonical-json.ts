/** A value as a JSON file can hold it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * JSON text that is equal for equal values, whatever the order of their fields and the white space around them.
 * @param value of no great depth (`jsonDepth`)
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`).join(',')}}`;
}

/** How deep lists and objects are nested in a JSON text, at most; in one pass, without parsing it. */
export function jsonDepth(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === BACKSLASH) at++;
      else if (letter === QUOTE) inText = false;
    } else if (letter === QUOTE) inText = true;
    else if (letter === BRACKET || letter === BRACE) deepest = Math.max(deepest, ++depth);
    // Closing ones stand two places after the opening ones.
    else if (letter === BRACKET + 2 || letter === BRACE + 2) depth--;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;
