import { MantineProvider } from '@mantine/core';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { packBundled } from '../../src/data/bundled/pack-bundled';
import { decodePack } from '../../src/packs/pack-format';
import type { App } from '../../src/state/app/app';
import { createLearning } from '../../src/state/catalogues/learn-stores';
import { catalogueId } from '../../src/storage/films/catalogues';
import { AppProvider } from '../../src/ui/common/app-context';
import { LearnCatalogue } from '../../src/ui/your-data/LearnCatalogue';
import { makeDataset } from '../fixtures/small-world';
import { smallFolder } from '../worker/learn-in-process';

/** The part on the page, over real workers. @param answers what whoever keeps a pack says, one after the other */
async function open(answers: (string | null)[] = [null]) {
  const kept: Uint8Array[] = [];
  const { films, ratings } = packBundled(makeDataset(1, 40));
  const addressOf = (bytes: Uint8Array<ArrayBuffer>) => URL.createObjectURL(new Blob([bytes]));
  const datasetUrls = { films: addressOf(films), ratings: addressOf(ratings) };
  const learning = Promise.resolve(createLearning({ datasetUrls, watchPage: () => () => {} }));
  const app = { learning: () => learning } as Partial<App> as App;
  await render(
    <MantineProvider>
      <AppProvider app={app}>
        <LearnCatalogue
          onLearned={async (bytes) => {
            kept.push(bytes);
            return answers.shift() ?? null;
          }}
          isOver={() => false}
          onceKept={(id) => <p>Kept as {id}.</p>}
        />
      </AppProvider>
    </MantineProvider>,
  );
  onTestFinished(cleanup);
  return kept;
}

const pick = (contents: Record<string, string>) => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const inner = Object.entries(contents).map(([name, text]) => [`ml/${name}`, bytes(text)] as const);
  const zip = zipSync(Object.fromEntries(inner)) as Uint8Array<ArrayBuffer>;
  return page.getByLabelText('MovieLens zip file').upload(new File([zip], 'ml-new.zip'));
};
const see = (text: string | RegExp) => expect.element(page.getByText(text)).toBeVisible();
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('learning a catalogue: says what it will do, shows how far it is, and tells what was learned', async () => {
  const kept = await open(['There is no room for it.', null]);
  await see(/Nothing is uploaded/);
  await pick(smallFolder(40));
  // At nothing yet, the bar has no width to be seen.
  await expect.element(page.getByRole('progressbar', { name: 'Learning a catalogue' })).toBeInTheDocument();
  await see(/ml-new\.zip.* is learned: 60 films, from 40 people who gave 1,000 ratings/);
  await see(/Measured on 4 people who were held out: its stars are off by \d/);
  await see(/There is no room for it\. The catalogue in use stays in use\./);
  await button('Try again').click();
  await expect.poll(() => kept).toHaveLength(2);
  await see(`Kept as ${catalogueId(kept[1])}.`);
  expect(decodePack(kept[1]).manifest).toMatchObject({ films: 60, accuracy: { people: 4 } });
});

test('learning a catalogue: ends at once when it is called off, and says why nothing was learned', async () => {
  const kept = await open();
  await pick(smallFolder(40));
  await button('Cancel').click();
  await see(/Nothing is uploaded/);
  await pick(smallFolder(5));
  await see(/Only 5 people have two ratings or more here.* The catalogue in use stays in use\./);
  await pick({ 'notes.txt': 'nothing' });
  await see(/notes\.txt/);
  expect(kept).toEqual([]);
});
