import { describeForgetting } from './forget-contract';

describeForgetting('a real browser');
