/** Codes that TMDB uses in its own way, or that not every engine can name. */
const OWN_NAMES: Record<string, string> = {
  cn: 'Cantonese',
  xx: 'No language',
  zh: 'Mandarin',
};

const displayNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/**
 * English name of a film's language.
 * @param code ISO 639-1 or one of TMDB's own codes; '' gives "Unknown language", an unknown code itself.
 */
export function languageName(code: string): string {
  if (code === '') return 'Unknown language';
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return OWN_NAMES[code] ?? displayNames.of(code) ?? code;
}
