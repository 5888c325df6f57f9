/** Whether a person has given a name; "You" is what somebody is called before. */
export function isNamed(name: string): boolean {
  return name !== 'You';
}
