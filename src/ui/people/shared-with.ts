export { sharedWith } from '../../words/en/people/shared-with';
