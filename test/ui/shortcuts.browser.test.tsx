import { expect, onTestFinished, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { App } from '../../src/state/app/app';
import { focus, look, openApp, said, send } from './press-app';

/** One film liked, so that an undo would show. */
async function openWithLike(route = '/rate'): Promise<App> {
  const app = await openApp(route);
  const { current } = app.rate.getState();
  app.model.getState().rate(current ?? 0, 'like', { place: 'rate', predictionVisible: false });
  await look();
  return app;
}

const KEYS = ['l', 'd', 'n', 'u', '{ArrowRight}', '{ArrowDown}', '{Control>}z{/Control}'];
async function expectRest(app: App): Promise<void> {
  const before = said(app);
  for (const key of KEYS) await userEvent.keyboard(key);
  // Wherever the focus is.
  for (const key of ['l', 'd', 'u', '/']) send(key);
  send('z', { ctrlKey: true });
  expect(said(app)).toEqual(before);
}

async function open(button: Locator, opened: Locator): Promise<void> {
  await button.click();
  await expect.element(opened).toBeVisible();
  await look();
}

const person = () => page.getByRole('button', { name: /^Profile: / });

test.each(['/rate', '/for-you', '/my-ratings', '/my-model'])(
  'shortcuts on %s: rest when a menu is open',
  async (route) => {
    const app = await openWithLike(route);
    await open(person(), page.getByRole('menu'));
    await expectRest(app);
  },
);

test.each(['/rate', '/for-you', '/my-ratings', '/my-model'])(
  'shortcuts on %s: rest when a dialog is open, and act when it is closed',
  async (route) => {
    const app = await openWithLike(route);
    await open(person(), page.getByRole('menu'));
    await open(page.getByRole('menuitem', { name: /^Delete/ }), page.getByRole('dialog'));
    await expectRest(app);
    expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    send('u');
    expect(said(app).at(-1)).toBe('undo');
  },
);

test('shortcuts: rest when a popover is open', async () => {
  const app = await openWithLike();
  await open(page.getByRole('button', { name: 'Saved' }), page.getByText(/kept in this browser/));
  await expectRest(app);
});

test('shortcuts: rest when the search has found something, wherever the focus is', async () => {
  const app = await openWithLike();
  await page.getByRole('searchbox').fill('film');
  await expect.element(page.getByRole('option').first()).toBeVisible();
  const before = said(app);
  for (const key of ['l', 'd', 'u']) send(key);
  expect(said(app)).toEqual(before);
});

test.each([
  ['a native dialog', '<dialog open>A question</dialog>'],
  ['a dialog of any make', '<section role="dialog">A question</section>'],
  ['an alert dialog', '<section role="alertdialog">A question</section>'],
  ['a list to choose from', '<ul role="listbox"><li role="option">One</li></ul>'],
])('shortcuts: rest when %s is open, and act when it is hidden', async (_, html) => {
  const app = await openWithLike();
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  place.innerHTML = html;
  await expectRest(app);
  place.hidden = true;
  send('u');
  expect(said(app).at(-1)).toBe('undo');
});

test.each([
  ['a text field', '<input>'],
  ['a number field', '<input type="number">'],
  ['an area of text', '<textarea></textarea>'],
  ['a choice', '<select><option>like</option></select>'],
  ['what can be edited', '<div contenteditable="true"><b tabindex="0">text</b></div>'],
  ['what says that it is a text field', '<div role="textbox" tabindex="0"></div>'],
  ['a combobox', '<div role="combobox" tabindex="0"></div>'],
])('shortcuts: leave every key, Ctrl+Z too, to %s that has the focus', async (_, html) => {
  const app = await openWithLike();
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  place.innerHTML = html;
  const field = place.querySelector('[tabindex]') ?? place.children[0];
  focus(field);
  expect(document.activeElement).not.toBe(document.body);
  const before = said(app);
  for (const key of ['l', 'd', 'u', 'ArrowRight', '/']) expect(send(key, {}, field)).toBe(true);
  for (const special of [{ ctrlKey: true }, { metaKey: true }]) expect(send('z', special, field)).toBe(true);
  expect(said(app)).toEqual(before);
});

test.each([
  ['an answer that can be chosen with arrows', '<input type="radio" checked>'],
  ['a slider', '<input type="range">'],
  [
    'a strip that scrolls',
    '<div tabindex="0" style="width:90px;overflow:auto"><div style="width:900px">a</div></div>',
  ],
])('shortcuts: leave the arrows, not the letters, to %s that has the focus', async (_, html) => {
  const app = await openWithLike();
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  place.innerHTML = html;
  const before = said(app);
  expect(send('ArrowRight', {}, place.children[0])).toBe(true);
  expect(said(app)).toEqual(before);
  send('u', {}, place.children[0]);
  expect(said(app).at(-1)).toBe('undo');
});

test('shortcuts: leave to the browser what is pressed with Ctrl, Alt, AltGr or Meta', async () => {
  const app = await openWithLike();
  const before = said(app);
  for (const special of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { shiftKey: true },
    { modifierAltGraph: true },
  ])
    for (const key of ['l', 'd', 'n', 'u', 'ArrowRight']) expect(send(key, special)).toBe(true);
  expect(send('z', { ctrlKey: true, altKey: true })).toBe(true);
  expect(said(app)).toEqual(before);
});

test('shortcuts: rest when the key writes a letter of another script, or has no name', async () => {
  const app = await openWithLike();
  const before = said(app);
  send('l', { isComposing: true });
  send('l', { keyCode: 229 } as KeyboardEventInit);
  const nameless = new Event('keydown', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(nameless);
  expect(said(app)).toEqual(before);
});

test('shortcuts: rest when somebody else has answered the key', async () => {
  const app = await openWithLike();
  const before = said(app);
  const answer = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', answer);
  onTestFinished(() => document.body.removeEventListener('keydown', answer));
  for (const key of ['l', 'u']) send(key);
  expect(said(app)).toEqual(before);
});

test('shortcuts: act when the key is written large by Caps Lock', async () => {
  const app = await openApp();
  const { current } = app.rate.getState();
  send('L');
  expect(said(app)).toEqual([`like ${current}`]);
});
