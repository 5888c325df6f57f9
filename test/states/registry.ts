import { BRINGING } from './bringing';
import { CATALOGUES } from './catalogues';
import { COMPARE } from './compare';
import { DIALOGS } from './dialogs';
import { FAULTS } from './faults';
import { FILMS } from './films';
import { FOUND } from './found';
import { OWN_DATA } from './own-data';
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
  ...OWN_DATA,
  ...CATALOGUES,
  ...TALK,
  ...FAULTS,
  ...FOUND,
];
