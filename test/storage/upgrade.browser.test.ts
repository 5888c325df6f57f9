import { describeUpgrade } from './upgrade-contract';

describeUpgrade('a real browser');
