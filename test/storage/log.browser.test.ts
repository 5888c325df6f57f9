import { describeLog } from './log-contract';

describeLog('a real browser', 5);
