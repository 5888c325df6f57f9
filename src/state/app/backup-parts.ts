// Named for itself too, so that it is loaded together with this module.
import '../../storage/backup/backups';
import type { Restored } from '../../storage/backup/restore-order';
import { type BackupActions, createBackup } from '../backup/backup';
import { leftoversFile } from '../profile/leftovers';
import type { LaterSources } from './later-sources';

/** One's own data out and in, wired to the profile in use and to the other tabs. Loaded when it is asked for. */
export function createBackupOf(sources: LaterSources): BackupActions {
  const { dependencies, storage, own, profiles, library, films } = sources;
  const { model, writer, tuning, settingsFor } = own;
  return createBackup({
    ...{ dependencies, storage, model, library, settingsFor },
    appVersion: __APP_VERSION__,
    people: () => profiles.getState().list,
    async saveAll() {
      await tuning.settled();
      await writer.retry();
      await writer.settled();
      await model.session.follow();
    },
    unsavedOf: (profileId) => writer.pendingOf(profileId),
    async onRestored(restored) {
      await films.readAnew().catch((error) => {
        dependencies.logger.warn('Films added by hand could not be read anew.', error);
      });
      await showRestored(sources, restored);
    },
    startOver: (erase) => startOver(sources, erase),
  });
}

/** See `LaterParts.leftovers`. */
export async function leftoversOf({ storage }: LaterSources, profileId: string): Promise<string> {
  return leftoversFile(await storage.rescue.rows(profileId), __APP_VERSION__);
}

/** Shows what was restored. Never rejects: it is restored, whatever can be read of it now. */
async function showRestored(
  { dependencies, tabs, profiles, own: { model, moods, tuning } }: LaterSources,
  { people, gaveWay }: Restored,
): Promise<void> {
  try {
    const { activeId } = profiles.getState();
    const isGone = gaveWay !== null && gaveWay === activeId;
    if (isGone) await profiles.getState().switchTo(people[0].profileId);
    else await profiles.load();
    for (const { profileId } of people) {
      if (profileId === activeId) {
        await model.session.follow();
        await moods.load(profileId);
        await tuning.follow(profileId);
      }
      tabs.sayEvents(profileId);
      tabs.sayMoods(profileId);
      tabs.sayTuning(profileId);
    }
  } catch (error) {
    dependencies.logger.warn('What was restored could not be shown yet.', error);
  }
  tabs.sayProfiles();
  tabs.sayFilms();
}

/** See `BackupParts.startOver`. */
async function startOver(
  { dependencies, tabs, profiles, own: { model, writer }, library, libraries, films }: LaterSources,
  erase: () => Promise<string[]>,
): Promise<void> {
  const { profileId } = model.store.getState();
  model.session.leave();
  let erased: string[];
  try {
    erased = await erase();
  } catch (error) {
    if (profileId !== null) await model.session.open(profileId, library());
    throw error;
  }
  for (const id of erased) {
    writer.drop(id);
    tabs.sayRemoved(id);
  }
  try {
    if (library().source.kind === 'pack') await films.use(await libraries.of(null));
    else await films.readAnew();
  } catch (error) {
    dependencies.logger.warn('The bundled films are there when the page is loaded again.', error);
  }
  profiles.forget();
  await profiles.load();
  tabs.sayCatalogue();
  tabs.sayProfiles();
  tabs.sayFilms();
}
