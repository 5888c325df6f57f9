import type { Page } from 'playwright';
import type { State } from './state';

const ABOUT = { who: 'few', at: 'about', heading: 'About Weightless' } as const;

const UNREAD = '00000000-0000-4000-8000-0000000000aa';

/** Somebody who is gone, as this page knows them. */
const gone = (isLost: boolean) => (page: Page) =>
  page.evaluate(
    (lost) =>
      window.weightless.profiles.setState({
        gone: { id: 'ada', name: 'Ada', isLost: lost, known: 3, unsaved: 1 },
      }),
    isLost,
  );

/** What a page can find out about people, storage and other tabs, brought up as the stores say it. */
export const FOUND: readonly State[] = [
  {
    name: 'people, removed in another tab',
    ...ABOUT,
    act: async (page) => {
      await gone(false)(page);
      await page.getByRole('button', { name: 'Go on as yourself' }).waitFor();
    },
  },
  {
    name: 'people, an entry that was lost',
    ...ABOUT,
    act: async (page) => {
      await gone(true)(page);
      await page.getByRole('heading', { name: 'The entry of Ada was lost' }).waitFor();
    },
  },
  {
    name: 'people, ratings of nobody',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate(
        (profileId) =>
          window.weightless.profiles.setState({ activeId: null, orphans: [{ profileId, rows: 12 }] }),
        UNREAD,
      );
      await page.getByRole('button', { name: 'Keep 12 clicks as a person' }).waitFor();
    },
  },
  {
    name: 'people, not switched',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate(() => {
        const { profiles } = window.weightless;
        const { list } = profiles.getState();
        profiles.setState({
          list: [...list, { ...list[0], id: 'ada', name: 'Ada' }],
          switchTo: async () => 'What Ada rated could not be read. Try again.',
        });
      });
      await page.getByRole('button', { name: /^Profile: / }).click();
      await page.getByRole('menuitem', { name: /Ada/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'what was found at the start',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate((profileId) => {
        const { session, profiles, copies, model } = window.weightless;
        session.setState({
          notice: 'A newer version of Weightless is open in another tab.',
          discarded: true,
          fellBack: 'ml-newer is damaged.',
        });
        profiles.setState({ orphans: [{ profileId, rows: 12 }], mended: ['Ada'] });
        copies.setState({ isNews: true, others: ['/films/'] });
        model.setState({ relearned: { why: 'form', clicks: 12 } });
      }, UNREAD);
      await page.getByRole('button', { name: 'Keep them as a person' }).waitFor();
    },
  },
  {
    name: 'what was saved is gone',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate(() =>
        window.weightless.saving.setState({
          error: { name: 'StorageError', failure: 'lost', message: 'The browser deleted what was stored.' },
        }),
      );
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'waiting for long',
    ...ABOUT,
    act: async (page) => {
      await page.evaluate(() => window.weightless.session.setState({ overdue: 'storage' }));
      await page.getByRole('alert').waitFor();
    },
  },
];
