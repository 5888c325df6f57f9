/** What a journey needs of a browser, whichever engine it has. Sizes and places in CSS pixels. */
export interface Tab {
  /** Goes to an address, and waits until the document is there. */
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * Runs a function in the page.
   * @param action refers to nothing outside itself; its answer, no promise, comes back as JSON does
   */
  evaluate<Answer, Input = undefined>(action: (input: Input) => Answer, input?: Input): Promise<Answer>;
  /** Presses the mouse's first button where a thing is, and lets it go. */
  clickAt(x: number, y: number): Promise<void>;
  /** Writes letters with the keyboard, or presses one key by its name in the DOM ("Enter", "ArrowRight"). */
  type(letters: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Makes the page so wide and high, or as nearly as the browser's window can be. */
  resize(width: number, height: number): Promise<void>;
}

/** A browser that is running. Every tab has storage of its own, as somebody new has. */
export interface Engine {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** An engine that journeys run in. */
export interface EngineEntry {
  name: string;
  /** Null where it is not on this machine. */
  start: (() => Promise<Engine>) | null;
}
