import { describePersons } from './persons-contract';

describePersons(15);
