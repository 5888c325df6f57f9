import { expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, dialog, films, goTo, listed, press, say, see, seeNothingOf } from './steps';

async function openList(): Promise<void> {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
}

const choose = async (name: string) => {
  await button('Share').click();
  await page.getByRole('menuitem', { name }).click();
};

/** Puts something in the browser's place for the time of the test. */
function stand(name: 'clipboard' | 'share', value: unknown): void {
  Object.defineProperty(navigator, name, { value, configurable: true });
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, name);
  });
}

test('share: copies the list as text, as it is shown', async () => {
  const writeText = vi.fn(async (_: string) => {});
  stand('clipboard', { writeText });
  await openList();
  await choose('Copy as text');
  await see(button('Copied'));
  const lines = (writeText.mock.calls[0][0] as string).trimEnd().split('\n');
  expect(lines.slice(0, 2)).toEqual(['For you', '']);
  expect(lines.slice(2)).toHaveLength(50);
  lines.slice(2).forEach((line, n) => {
    expect(line).toMatch(new RegExp(`^${n + 1}\\. ${listed()[n]}( \\(\\d{4}\\))?, \\d+ % match$`));
  });
});

test('share: shows the text to be copied by hand when the browser does not let it be copied', async () => {
  stand('clipboard', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
  await openList();
  await choose('Copy as text');
  const text = dialog().getByRole('textbox', { name: 'For you as text' });
  await expect.element(text).toHaveValue(expect.stringContaining(`1. ${listed()[0]}`));
  await press('{Escape}');
  await seeNothingOf(dialog());
  await expect.element(button('Share')).toHaveFocus();
});

test('share: hands the list to the device where it shares, and is silent when that is called off', async () => {
  const share = vi.fn(async (_: ShareData) => {
    throw new DOMException('called off', 'AbortError');
  });
  stand('share', share);
  await openList();
  await choose('Share with …');
  await expect.poll(() => share.mock.calls.length).toBe(1);
  expect(share.mock.calls[0][0]).toEqual({ title: 'For you', text: expect.stringContaining('% match') });
  await seeNothingOf(dialog());
});

test('share: prints the films and nothing that can be pressed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  onTestFinished(() => print.mockRestore());
  await openList();
  await choose('Print');
  expect(print).toHaveBeenCalledOnce();
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  onTestFinished(() =>
    cdp()
      .send('Emulation.setEmulatedMedia', { media: '' })
      .then(() => {}),
  );
  await see(films().getByRole('link', { name: listed()[0] ?? '', exact: true }));
  const drawn = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0);
  expect(drawn('button, nav, footer, [role="slider"]')).toEqual([]);
  expect(drawn('h1, h3')).toHaveLength(51);
});
