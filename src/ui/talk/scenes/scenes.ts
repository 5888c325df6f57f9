import type { ReactNode } from 'react';
import type { SceneId } from '../../../state/talk/script';
import { ClicksScene } from './ClicksScene';
import { ForgetScene } from './ForgetScene';
import { NewcomerScene } from './NewcomerScene';
import { RaceScene } from './RaceScene';
import { WhyScene } from './WhyScene';

/** What stands on the stage in each scene of the script. */
export const SCENES: Record<SceneId, () => ReactNode> = {
  newcomer: NewcomerScene,
  clicks: ClicksScene,
  why: WhyScene,
  race: RaceScene,
  forget: ForgetScene,
};
