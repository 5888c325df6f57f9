import { BRINGING } from './bringing';
import { COMPARE } from './compare';
import { DIALOGS } from './dialogs';
import { FAULTS } from './faults';
import { FILMS } from './films';
import { SCREENS } from './screens';
import type { State } from './state';
import { TALK } from './talk';

/** Every screen, dialog, popover and main state. A new one is an entry here: pictures and tests of all sizes go by it. */
export const STATES: readonly State[] = [
  ...SCREENS,
  ...FILMS,
  ...BRINGING,
  ...COMPARE,
  ...DIALOGS,
  ...TALK,
  ...FAULTS,
];
