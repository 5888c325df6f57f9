import * as v from 'valibot';
import type { Channel } from './dependencies';

/** What tabs tell each other: that the log of a profile grew, or that the list of profiles changed. */
const schema = v.variant('about', [
  v.object({ about: v.literal('events'), profileId: v.string() }),
  v.object({ about: v.literal('profiles') }),
]);

/** The line to the other tabs, in the app's words. What it carries are hints only: the database is what counts. */
export interface Tabs {
  sayEvents(profileId: string): void;
  sayProfiles(): void;
  close(): void;
}

export function connectTabs(
  openChannel: (onMessage: (message: unknown) => void) => Channel,
  listener: { onEvents(profileId: string): void; onProfiles(): void },
): Tabs {
  const channel = openChannel((message) => {
    const { success, output } = v.safeParse(schema, message);
    if (!success) return;
    if (output.about === 'events') listener.onEvents(output.profileId);
    else listener.onProfiles();
  });
  return {
    sayEvents: (profileId) => channel.post({ about: 'events', profileId }),
    sayProfiles: () => channel.post({ about: 'profiles' }),
    close: () => channel.close(),
  };
}
