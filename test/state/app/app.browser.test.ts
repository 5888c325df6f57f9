import { describeApp } from './app-contract';

describeApp('a real browser');
