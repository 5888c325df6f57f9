import type { SceneId } from '../../../state/talk/script';
import * as words from '../../../words/en/talk/speaker-notes';

/** What to say in each scene: points, not sentences to read out. */
export const SPEAKER_NOTES: Record<SceneId, readonly string[]> = {
  newcomer: words.newcomer,
  clicks: words.clicks,
  why: words.why,
  race: words.race,
  forget: words.forget,
};
