import type { Tab } from './engine';

/** A control or heading, by its role and name as a person hears them. */
interface Named {
  role: 'button' | 'link' | 'heading' | 'field' | 'tab' | 'option';
  name: string | RegExp;
}

/** How often a page is asked, and how long at most: machines with other work may be slow. In milliseconds. */
const [EVERY, PATIENCE] = [100, 60_000];

/** Waits until a question to the page has an answer. @returns the first that is neither null nor false */
export async function until<T>(what: string, ask: () => Promise<T | null | false>): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

/** Where a thing is; in the page. Null where it is not, is covered or out of view, or takes no press yet. */
function placeOf({
  role,
  source,
  flags,
  scroll,
}: {
  role: Named['role'];
  source: string;
  flags: string;
  scroll: boolean;
}) {
  const SELECTORS = {
    button: 'button, [role="button"]',
    link: 'a[href]',
    heading: 'h1, h2, h3',
    field: 'input, textarea',
    tab: '[role="tab"]',
    option: '[role="option"]',
  };
  const wanted = new RegExp(source, flags);
  const nameOf = (element: Element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const label = element.getAttribute('aria-label') ?? labels[0]?.textContent;
    return (label ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
  };
  for (const element of document.querySelectorAll<HTMLElement>(SELECTORS[role])) {
    if (!wanted.test(nameOf(element)) || (element as HTMLButtonElement).disabled) continue;
    if (scroll) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    if (width === 0 || !hit || !(element.contains(hit) || hit.contains(element))) continue;
    if (element.closest('[data-settling]')) continue;
    return { x, y, top, bottom: top + height };
  }
  return null;
}

function asked({ role, name }: Named, scroll: boolean) {
  const exact = typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;
  return { role, source: exact, flags: typeof name === 'string' ? '' : name.flags, scroll };
}

/** A person at a screen: waits for things, sees and presses them, in any engine. */
export interface Screen extends Tab {
  /** Waits until a thing is there, bringing it into view. @returns where it is */
  see(thing: Named): Promise<{ x: number; y: number; top: number; bottom: number }>;
  /** The same of what has to be in view already, without scrolling. */
  seeAtOnce(thing: Named): Promise<{ x: number; y: number; top: number; bottom: number }>;
  click(thing: Named): Promise<void>;
  /** Waits for words anywhere on the page. */
  read(words: RegExp): Promise<void>;
}

/** @param tab which is opened at the app's address or not at all yet */
export function screenOf(tab: Tab): Screen {
  const find = (thing: Named, scroll: boolean) =>
    until(`the ${thing.role} ${thing.name}`, () => tab.evaluate(placeOf, asked(thing, scroll)));
  return {
    ...tab,
    see: (thing) => find(thing, true),
    seeAtOnce: (thing) => find(thing, false),
    async click(thing) {
      let last = await find(thing, true);
      // What glides is pressed when it has arrived.
      const { x, y } = await until(`the ${thing.role} ${thing.name} to stand still`, async () => {
        const now = await find(thing, false);
        const isStill = now.x === last.x && now.y === last.y;
        last = now;
        return isStill && now;
      });
      await tab.clickAt(x, y);
    },
    async read(words) {
      const shown = () =>
        tab.evaluate(({ source, flags }) => new RegExp(source, flags).test(document.body.textContent ?? ''), {
          source: words.source,
          flags: words.flags,
        });
      await until(`the words ${words}`, shown);
    },
  };
}
