import type { Section } from './section';
import { beginners } from './sections/beginners';
import { clicks, stars } from './sections/feedback';
import { fourNumbers } from './sections/four-numbers';
import { groups } from './sections/groups';
import { oneMoment } from './sections/one-moment';
import { paper } from './sections/paper';
import { tastes } from './sections/tastes';
import { probes, steering } from './sections/trials';
import { unlearning } from './sections/unlearning';

/** Every section, in the order of the document. A new one is a file in `sections` and a line here. */
export const SECTIONS: readonly Section[] = [
  clicks,
  stars,
  paper,
  beginners,
  oneMoment,
  groups,
  probes,
  tastes,
  steering,
  unlearning,
  fourNumbers,
];
