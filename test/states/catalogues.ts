import type { Page } from 'playwright';
import { smallPack, smallPackBytes } from '../fixtures/small-pack';
import type { State } from './state';

const AT = { who: 'few', at: 'your-data', heading: 'Your data' } as const;
const PRIVATE = { manifest: { isPrivate: true, licence: 'For yourself.' } } as const;

const films = (page: Page) => page.getByRole('region', { name: 'The films' });

async function choose(page: Page, bytes: Uint8Array): Promise<void> {
  const field = films(page).getByRole('region', { name: 'A catalogue file' }).locator('input[type=file]');
  await field.waitFor({ state: 'attached' });
  await field.setInputFiles({
    name: 'newer.wlpk',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
}

/** Another catalogue is added, and in use. */
async function add(page: Page): Promise<void> {
  await choose(page, smallPackBytes(PRIVATE));
  await films(page).getByText('You now use ml-newer.').waitFor();
}

/** Takes it out again, and with it goes its use. */
const takeOut = (page: Page) =>
  page.evaluate(async () => {
    const actions = await window.weightless.catalogues();
    await actions.refresh();
    for (const { id } of actions.store.getState().kept ?? []) await actions.remove(id);
  });

/** Adds another catalogue and presses a button of its row, which brings a dialog. */
const asks = (name: string) => async (page: Page) => {
  await add(page);
  await films(page).getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor();
};

type Learning = ReturnType<Awaited<ReturnType<typeof window.weightless.learning>>['getState']>;

/** Puts the learning of a catalogue somewhere: real ones are over in a moment, or take minutes. */
async function learnTo(page: Page, at: Learning['at'], says: string): Promise<void> {
  await films(page).getByRole('button', { name: 'Choose a zip file' }).waitFor();
  await page.evaluate(async (step) => (await window.weightless.learning()).setState({ at: step }), at);
  const said = films(page).getByText(says).first();
  await said.waitFor();
  await said.scrollIntoViewIfNeeded();
}

/** Other films than those that come along: choosing, learning and removing them. */
export const CATALOGUES: readonly State[] = [
  { name: 'another catalogue, in use', ...AT, act: add, undo: takeOut },
  { name: 'another catalogue, save', ...AT, act: asks('Save ml-newer as a file'), undo: takeOut },
  { name: 'another catalogue, remove', ...AT, act: asks('Remove ml-newer'), undo: takeOut },
  {
    name: 'another catalogue, refused',
    ...AT,
    act: async (page) => {
      await choose(page, smallPackBytes(PRIVATE).slice(0, 600));
      await films(page).getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'a catalogue, being learned',
    ...AT,
    act: (page) =>
      learnTo(
        page,
        { step: 'learning', progress: { doing: 'Learning the network', share: 0.42, remainingMs: 95_000 } },
        'Learning the network',
      ),
  },
  {
    name: 'a catalogue, learned and not kept',
    ...AT,
    act: (page) =>
      learnTo(
        page,
        {
          step: 'learned',
          manifest: smallPack().manifest,
          notices: ['Of 2 films there were no facts.'],
          kept: { state: 'lost', message: 'The browser has no room for these films.' },
        },
        'The browser has no room for these films.',
      ),
  },
  {
    name: 'a catalogue, not learned',
    ...AT,
    act: (page) =>
      learnTo(
        page,
        { step: 'failed', message: 'Only 5 people have two ratings or more here.' },
        'Only 5 people have two ratings or more here.',
      ),
  },
];
