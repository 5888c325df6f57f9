/** Words that are written in two ways: the short one, then the one that stands for both. */
const PAIRS =
  'dr doctor mr mister mrs missus st saint ste sainte vol volume pt part ep episode ch chapter vs versus jr junior sr senior ft fort mt mount';
/** In order from 1. */
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth';
/** In order from 14: smaller numbers have Roman spellings, too (title-words). */
const TEENS = 'fourteen fifteen sixteen seventeen eighteen nineteen';
/** In order from 20. */
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** In order from 1. */
const UNITS = 'one two three four five six seven eight nine';

function createForms(): Map<string, string> {
  const forms = new Map<string, string>();
  const pairs = PAIRS.split(' ');
  for (let p = 0; p < pairs.length; p += 2) forms.set(pairs[p], pairs[p + 1]);
  ORDINALS.split(' ').forEach((word, i) => {
    forms.set(word, `${i + 1}${['st', 'nd', 'rd'][i] ?? 'th'}`);
  });
  TEENS.split(' ').forEach((word, i) => {
    forms.set(word, String(i + 14));
  });
  TENS.forEach((tens, t) => {
    forms.set(tens, String(10 * (t + 2)));
    UNITS.split(' ').forEach((unit, u) => {
      forms.set(tens + unit, String(10 * (t + 2) + u + 1));
    });
  });
  return forms;
}

const FORMS = createForms();

/** The form that stands for all spellings of a word: "dr" gives "doctor", "sixth" "6th", "fortytwo" "42"; any other word itself. */
export function commonForm(word: string): string {
  return FORMS.get(word) ?? word;
}

/** Words in which "forty two" is one, as "forty-two" is. */
export function withWholeNumbers(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const word of words) {
    const last = whole.length - 1;
    if (last >= 0 && TENS.includes(whole[last]) && FORMS.has(whole[last] + word)) whole[last] += word;
    else whole.push(word);
  }
  return whole;
}
