/** The version in package.json. */
declare const __APP_VERSION__: string;

interface Window {
  /** Trusted Types (W3C), where the browser has them: what the default policy lets through, null for refused. */
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string | null; createScriptURL(url: string): string | null },
    ): unknown;
  };
  /** What works where the app itself does not (src/first/page-start.js). */
  weightlessStart: {
    /** What went wrong on this page so far, in order, the first twenty. */
    errors: string[];
    /**
     * All that this browser holds of everybody, as the text of a JSON file (`weightless-tables`, docs/format.md).
     * @param unsaved events that the page alone holds
     * @throws Error where the storage cannot be read and nothing is unsaved
     */
    storedData(unsaved?: readonly unknown[]): Promise<string>;
  };
}
