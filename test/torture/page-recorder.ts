import type { BrowserContext } from 'playwright';

/* What runs inside the page, and what it tells. */

/** What is new on a page: at a click, and when a frame differs from the one before. */
export interface Sight {
  /** Ids of events that are new on the page. */
  made: string[];
  /** Whether the page shows that everything is saved; false where nobody looked. */
  saved: boolean;
}

/** Where the next press finds the page. */
export interface Stand {
  /** Events that this tab has made since it was opened, whether saved or not. */
  made: number;
  canUndo: boolean;
  /** Catalogue index of the film to judge; null where none is left. */
  film: number | null;
}

declare global {
  interface Window {
    /** Set by `record`. */
    recorder: {
      stand(): Stand;
      /** Resolves when a press had an effect, or after a second: not every press is meant for what is on screen. */
      afterPress(before: Stand): Promise<Stand>;
      /** Resolves when the film that is up takes answers. */
      untilInView(): Promise<void>;
    };
    /** Tells the process that drives the page. */
    tellSight(sight: Sight): void;
  }
}

/** Lets every page of a context tell what it shows, and each be asked for its stand. Call it before a page is opened. */
export async function recordPages(context: BrowserContext, onSight: (sight: Sight) => void): Promise<void> {
  // tsx compiles functions to name themselves by a helper, which the page has to have too.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.exposeBinding('tellSight', (_source, sight: Sight) => onSight(sight));
  await context.addInitScript(record);
}

/** Runs in the page. */
function record(): void {
  let made = 0;
  let following = false;
  let before: { events: unknown; word: string | null } = { events: null, word: null };
  const told = new Set<string>();

  const tell = (saved: boolean) => {
    const ids = window.weightless.model.getState().events.map(({ id }) => id);
    const added = ids.filter((id) => !told.has(id));
    for (const id of added) told.add(id);
    window.tellSight({ made: added, saved });
  };

  /** Counts what this tab does: nothing but a click of its own adds to what waits to be saved. */
  const follow = () => {
    following = true;
    window.weightless.saving.subscribe(({ unsaved }, { unsaved: earlier }) => {
      if (unsaved <= earlier) return;
      made += unsaved - earlier;
      // At once, in case that the browser does not live to draw it.
      queueMicrotask(() => tell(false));
    });
  };

  /*
   * Looks when a frame is about to be drawn: by then the page has taken in every click so far, so that a "Saved" is about
   * all of them, and is what a person sees next.
   */
  const look = () => {
    requestAnimationFrame(look);
    if (!window.weightless) return;
    if (!following) follow();
    const { events, phase } = window.weightless.model.getState();
    const word = document.querySelector('.StorageIndicator-word')?.textContent ?? null;
    if (phase !== 'ready' || (events === before.events && word === before.word)) return;
    before = { events, word };
    tell(word === 'Saved');
  };
  requestAnimationFrame(look);

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const stand = () => {
    const { model, rate } = window.weightless;
    return { made, canUndo: model.getState().canUndo, film: rate.getState().current };
  };
  window.recorder = {
    stand,
    async afterPress(before) {
      const end = performance.now() + 1000;
      const isSame = () => made === before.made && stand().film === before.film;
      while (isSame() && performance.now() < end) await frame();
      return stand();
    },
    async untilInView() {
      while (document.querySelector('[data-settling]')) await frame();
    },
  };
}
