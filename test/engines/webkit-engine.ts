import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { WebKit } from '../../scripts/find-engines.mjs';
import type { Engine, Tab } from './engine';
import { until } from './screen';

/** How often, and how long, the driver is asked whether it listens, in milliseconds. */
const [EVERY, PATIENCE] = [100, 30_000];

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilListening(port: number): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

/** The driver and, where there is no screen, one for it; a group of processes, so that all of it ends together. */
function startDriver({ driver, screen }: WebKit, port: number): ChildProcess {
  const args = [`--port=${port}`];
  return screen
    ? spawn(screen, ['-a', driver, ...args], { stdio: 'ignore', detached: true })
    : spawn(driver, args, { stdio: 'ignore', detached: true });
}

/** WebDriver's name of a key of the DOM. */
const keyOf = (key: string): string =>
  ({ Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, ArrowRight: Key.ARROW_RIGHT })[key] ?? key;

function tabOf(driver: WebDriver): Tab {
  const evaluate: Tab['evaluate'] = (action, input) =>
    driver.executeScript(`return (${action})(arguments[0])`, input);
  return {
    evaluate,
    goTo: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    clickAt: (x, y) =>
      driver
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), duration: 0 })
        .click()
        .perform(),
    type: (letters) => driver.actions().sendKeys(letters).perform(),
    press: (key) => driver.actions().sendKeys(keyOf(key)).perform(),
    async resize(width, height) {
      const frame = driver.manage().window();
      // The window's bar takes some of the height; how much is told once the page has followed the window, which takes it a moment.
      // A width below the window's least cannot be had, so only the height is waited for.
      let bar = 0;
      await until('the page to have its size', async () => {
        await frame.setRect({ width, height: height + bar });
        const [inside, outside] = await evaluate(() => [window.innerHeight, window.outerHeight]);
        bar = Math.max(0, outside - inside);
        return inside === height;
      });
    },
  };
}

/** A browser of its own, with the programs that hold it. */
interface Session {
  driver: WebDriver;
  end(): void;
}

async function startSession(programs: WebKit): Promise<Session> {
  const port = await freePort();
  const group = startDriver(programs, port);
  const end = () => {
    if (group.pid) process.kill(-group.pid);
  };
  try {
    await untilListening(port);
    const wanted = new Capabilities();
    wanted.set('browserName', 'MiniBrowser');
    wanted.set('webkitgtk:browserOptions', { binary: programs.browser, args: ['--automation'] });
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(wanted)
      .build();
    return { driver, end };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * WebKitGTK by way of its own driver: Playwright knows only a WebKit of its own making. Every tab has a driver of its own, as one driver
 * that ends a session and starts the next now and then answers neither call.
 */
export function webkitEngine(programs: WebKit): Engine {
  const sessions: Session[] = [];
  const endAll = () => {
    for (const { end } of sessions.splice(0)) end();
  };
  return {
    async newTab() {
      endAll();
      const session = await startSession(programs);
      sessions.push(session);
      const tab = tabOf(session.driver);
      await tab.resize(1280, 800);
      return tab;
    },
    async close() {
      endAll();
    },
  };
}
