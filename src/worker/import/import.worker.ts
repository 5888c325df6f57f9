import { expose } from 'comlink';
import names from '../../../datasets/names.csv?raw';
import { readOtherNames } from '../../data/match/other-names';
import { browserLocks, holdLife } from '../life';
import type { LivingImportService } from './contract';
import { createImportService } from './service';

const held = holdLife(browserLocks(), self.name);
expose({
  ...createImportService(() => readOtherNames(names)),
  alive: () => held,
} satisfies LivingImportService);
