import { looksAtEverySize } from './every-size';

looksAtEverySize('new');
