/** Codes that TMDB uses in its own way, or that not every engine can name. */
const OWN_NAMES: Record<string, string> = {
  cn: 'Cantonese',
  xx: 'No language',
  zh: 'Mandarin',
};

/** Made when it is first asked for: it takes a browser tens of milliseconds to read what it knows of languages. */
let displayNames: Intl.DisplayNames | undefined;

/**
 * English name of a film's language.
 * @param code ISO 639-1 or one of TMDB's own codes; '' gives "Unknown language", an unknown code itself.
 */
export function languageName(code: string): string {
  if (code === '') return 'Unknown language';
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  displayNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  return OWN_NAMES[code] ?? displayNames.of(code) ?? code;
}
