import * as v from 'valibot';
import { type ErasureScope, erasureScopeSchema } from '../../events/erasure-scope';
import type { Channel } from './dependencies';

/**
 * What tabs tell each other: that the log of a profile grew, that something was erased from it, that its moods, its tuning,
 * the list of profiles or the films added by hand changed, that a profile was removed, that another catalogue is to be used
 * or one was added or removed.
 */
const schema = v.variant('about', [
  v.object({ about: v.literal('events'), profileId: v.string() }),
  v.object({ about: v.literal('erased'), profileId: v.string(), scope: erasureScopeSchema }),
  v.object({ about: v.literal('moods'), profileId: v.string() }),
  v.object({ about: v.literal('films') }),
  v.object({ about: v.literal('profiles') }),
  v.object({ about: v.literal('removed'), profileId: v.string() }),
  v.object({ about: v.literal('tuning'), profileId: v.string() }),
  v.object({ about: v.literal('catalogue') }),
]);

/** The line to the other tabs, in the app's words. What it carries are hints only: the database is what counts. */
export interface Tabs {
  sayEvents(profileId: string): void;
  sayErased(profileId: string, scope: ErasureScope): void;
  sayFilms(): void;
  sayMoods(profileId: string): void;
  sayProfiles(): void;
  sayRemoved(profileId: string): void;
  sayTuning(profileId: string): void;
  sayCatalogue(): void;
  close(): void;
}

/** What other tabs say is answered here; nothing waits for it. */
export interface TabsListener {
  onEvents(profileId: string): unknown;
  onErased(profileId: string, scope: ErasureScope): unknown;
  onFilms(): unknown;
  onMoods(profileId: string): unknown;
  onProfiles(): unknown;
  onRemoved(profileId: string): unknown;
  onTuning(profileId: string): unknown;
  onCatalogue(): unknown;
}

/**
 * Opens the line to the other tabs. Messages that this version does not understand are not heard.
 * @param listener asked for at every message of another tab
 */
export function connectTabs(
  openChannel: (onMessage: (message: unknown) => void) => Channel,
  listener: () => TabsListener,
): Tabs {
  const channel = openChannel((message) => {
    const { success, output } = v.safeParse(schema, message);
    if (!success) return;
    if (output.about === 'events') listener().onEvents(output.profileId);
    else if (output.about === 'films') listener().onFilms();
    else if (output.about === 'tuning') listener().onTuning(output.profileId);
    else if (output.about === 'erased') listener().onErased(output.profileId, output.scope);
    else if (output.about === 'moods') listener().onMoods(output.profileId);
    else if (output.about === 'removed') listener().onRemoved(output.profileId);
    else if (output.about === 'catalogue') listener().onCatalogue();
    else listener().onProfiles();
  });
  return {
    sayEvents: (profileId) => channel.post({ about: 'events', profileId }),
    sayErased: (profileId, scope) => channel.post({ about: 'erased', profileId, scope }),
    sayFilms: () => channel.post({ about: 'films' }),
    sayMoods: (profileId) => channel.post({ about: 'moods', profileId }),
    sayProfiles: () => channel.post({ about: 'profiles' }),
    sayRemoved: (profileId) => channel.post({ about: 'removed', profileId }),
    sayTuning: (profileId) => channel.post({ about: 'tuning', profileId }),
    sayCatalogue: () => channel.post({ about: 'catalogue' }),
    close: () => channel.close(),
  };
}
