/** A film's names: the one to show, and the others it is known by. */
export interface TitleNames {
  title: string;
  alternates: string[];
}

/** Articles that MovieLens moves behind a comma, in the languages of its titles; always with a capital there. */
const TRAILING_ARTICLE = new RegExp(
  `^(.*), (${[
    'The|A|An',
    "Le|La|Les|L'|Un|Une|Des",
    'El|Los|Las|Lo|Una|Il|I|Gli',
    'Der|Die|Das|Den|Dem|Ein|Eine',
    'Det|De|En|Ett|Et|Het|Een',
    'O|Os|As|Um|Uma|Az|Da',
  ].join('|')})$`,
  'u',
);

/** Brackets that belong to the title itself; in every other title the brackets at the end hold another name. */
const BRACKETS_IN_TITLE = new Set([
  'Yellow',
  'First Sequence',
  'Full Sequence',
  'Final Sequence',
  "and Don't Come Back!",
  "And Why Is Everybody Talkin' About Him?",
  'The Unexpected Virtue of Ignorance',
]);

/** "Matrix, The" becomes "The Matrix"; a title without a trailing article stays as it is. */
function moveArticleToFront(name: string): string {
  const match = TRAILING_ARTICLE.exec(name);
  if (!match) return name;
  const [, rest, article] = match;
  return article.endsWith("'") ? article + rest : `${article} ${rest}`;
}

/** Splits "Name (b (c))" before its last outermost bracket; null if the text does not end in one. */
function splitLastBracket(text: string): { before: string; inside: string } | null {
  if (!text.endsWith(')')) return null;
  let depth = 0;
  for (let i = text.length - 1; i > 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(') depth--;
    if (depth === 0) {
      return text[i - 1] === ' ' ? { before: text.slice(0, i - 1), inside: text.slice(i + 1, -1) } : null;
    }
  }
  return null;
}

/**
 * Reads a title as MovieLens writes it, without its year.
 *
 * "Seven (a.k.a. Se7en)" gives "Seven" and the alternate "Se7en";
 * "Postman, The (Postino, Il)" gives "The Postman" and "Il Postino".
 */
export function readMovieLensTitle(raw: string): TitleNames {
  let main = raw.replace(/\s+/g, ' ').trim();
  let suffix = '';
  const alternates: string[] = [];
  for (let split = splitLastBracket(main); split; split = splitLastBracket(main)) {
    main = split.before;
    if (BRACKETS_IN_TITLE.has(split.inside)) {
      suffix = ` (${split.inside})${suffix}`;
    } else {
      const name = split.inside.replace(/^a\.?k\.?a\.?:?\s+/i, '').trim();
      alternates.unshift(moveArticleToFront(name));
    }
  }
  const title = moveArticleToFront(main) + suffix;
  return { title, alternates: [...new Set(alternates)].filter((name) => name !== '' && name !== title) };
}
