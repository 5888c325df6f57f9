import type { Browser, BrowserContext } from 'playwright';
import type { Engine, Tab } from './engine';

/** An engine that Playwright drives. */
export function playwrightEngine(browser: Browser): Engine {
  const contexts: BrowserContext[] = [];
  return {
    async newTab(): Promise<Tab> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      contexts.push(context);
      const page = await context.newPage();
      return {
        goTo: async (url) => void (await page.goto(url)),
        reload: async () => void (await page.reload()),
        // Playwright's own types for what goes into a page are wider than a journey needs.
        evaluate: (action, input) => page.evaluate(action as never, input as never),
        clickAt: (x, y) => page.mouse.click(x, y),
        type: (letters) => page.keyboard.type(letters),
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewportSize({ width, height }),
      };
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}
