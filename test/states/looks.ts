import type { Locator, Page } from 'playwright';
import { still } from './state';

/** The smallest a target may be, in CSS pixels either way (WCAG 2.5.8). */
const SMALLEST_TARGET = 24;

/** What is wider than the page, if the page is wider than the screen. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const right = (element: Element) => Math.round(element.getBoundingClientRect().right);
    const widest = [...document.querySelectorAll('body *')]
      .filter((element) => right(element) >= scrollWidth && element.childElementCount === 0)
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`);
    return [`is ${scrollWidth} pixels wide on a screen of ${clientWidth}: ${widest.join(', ')}`];
  });
}

/** Which of what one came for cannot be pressed as the page lies before one: out of view, or behind something else. */
export async function outOfReach(main: readonly Locator[]): Promise<string[]> {
  const found: string[] = [];
  for (const locator of main) {
    if ((await locator.count()) === 0) {
      found.push(`${locator} is not there`);
      continue;
    }
    const complaint = await locator.first().evaluate((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const { innerWidth, innerHeight } = window;
      const where = `lies at ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}, ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`;
      if (width === 0 || height === 0) return 'takes no room';
      // A row with a picture may go on below; its middle, where its title is, has to be seen.
      const small = height <= 60;
      const [upper, lower] = small ? [top, bottom] : [(top + bottom) / 2, (top + bottom) / 2];
      if (upper < 0 || lower > innerHeight || left < 0 || right > innerWidth) return where;
      const y = (upper + lower) / 2;
      const hit = document.elementFromPoint(left + width / 2, y);
      if (hit && (element.contains(hit) || hit.contains(element))) return null;
      return `${where}, behind ${hit?.tagName.toLowerCase()}.${hit?.getAttribute('class')}`;
    });
    if (complaint) found.push(`${locator} ${complaint}`);
  }
  return found;
}

/** Targets that are smaller than 24 pixels, but links within a line of text, which WCAG 2.5.8 lets be. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const kinds =
      'a[href], button, input, select, textarea, summary, [role="button"], [role="option"], [role="tab"], [role="menuitem"], [role="slider"], [role="switch"]';
    const found = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>(kinds)) {
      if (element instanceof HTMLInputElement && element.type === 'hidden') continue;
      if (element.closest('.visually-hidden, [inert], [aria-hidden="true"]')) continue;
      if (!element.checkVisibility({ opacityProperty: false, visibilityProperty: true })) continue;
      // A control and the words that name it are pressed as one.
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const boxes = [element, ...labels].map((part) => part.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      const top = Math.min(...boxes.map((box) => box.top));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      const [width, height] = [right - left, bottom - top];
      if (width === 0 || height === 0 || (width <= 2 && height <= 2)) continue;
      if (width >= smallest - 0.01 && height >= smallest - 0.01) continue;
      const inText =
        getComputedStyle(element).display === 'inline' &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
      if (inText) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      found.add(
        `${element.tagName.toLowerCase()} "${name.slice(0, 40)}" is ${Math.round(width)}x${Math.round(height)}`,
      );
    }
    return [...found].slice(0, 8);
  }, SMALLEST_TARGET);
}

/** Levels of headings that skip one: "h1, h3". */
export async function skippedHeadings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility() && !heading.closest('[aria-hidden="true"]'))
      .map((heading) => ({ level: Number(heading.tagName[1]), says: heading.textContent?.slice(0, 40) }));
    return seen.flatMap(({ level, says }, index) =>
      level > (seen[index - 1]?.level ?? 0) + 1
        ? [`"${says}" is h${level} after h${seen[index - 1]?.level ?? 0}`]
        : [],
    );
  });
}

/** Choices that look like what is not chosen beside them, where the system forces its colours. */
export async function unmarkedChoices(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const chosen =
      '[aria-pressed="true"], .mantine-SegmentedControl-label[data-active], [role="tab"][aria-selected="true"]';
    return [...document.querySelectorAll<HTMLElement>(chosen)].flatMap((element) => {
      const other = [...(element.parentElement?.parentElement?.querySelectorAll(element.tagName) ?? [])].find(
        (each) => !each.matches(chosen) && each.checkVisibility(),
      );
      if (!other || !element.checkVisibility()) return [];
      const look = (each: Element) => {
        const { backgroundColor, borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(each);
        return [backgroundColor, borderBlockEndColor, borderBlockEndWidth].join();
      };
      return look(element) === look(other) ? [`"${element.textContent}" does not look chosen`] : [];
    });
  });
}

/** Text that its own box cuts off, by words; what only readers of screens get does not count. */
export async function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const words = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim())
        .join(' ');
      if (!words || element.closest('.visually-hidden, svg')) continue;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== 'none' || element.clientWidth <= 1) continue;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const cuts = (how: string) => how === 'hidden' || how === 'clip';
      if (
        (cuts(overflowX) && scrollWidth > clientWidth + 1) ||
        (cuts(overflowY) && scrollHeight > clientHeight + 1)
      )
        found.push(words.slice(0, 60));
    }
    return found;
  });
}

/** The distances that WCAG 1.4.12 lets everyone set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Does something while text has the distances of WCAG 1.4.12, and the page has made room for it. */
export async function spaced<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const style = await page.addStyleTag({ content: SPACING });
  try {
    // A menu that has grown is put into the window again with the next frame.
    await still(page);
    return await look();
  } finally {
    await style.evaluate((element) => (element as Element).remove());
  }
}
