/** What somebody is called before they give a name. It is stored with the person, so it is the same in every language. */
export const UNNAMED = 'You';

/** Whether a person has given a name. */
export function isNamed(name: string): boolean {
  return name !== UNNAMED;
}
