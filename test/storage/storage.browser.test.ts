import { describeStorage } from './storage-contract';

describeStorage('a real browser');
