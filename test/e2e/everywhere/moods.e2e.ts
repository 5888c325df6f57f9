import { looksAtEverySize } from './every-size';

looksAtEverySize('moods');
