/** Below the film to judge, as long as few are judged: what more answers bring. On the first screen from the start. */
import { counted, number } from '../../format';

export const judged = (films: number) => `${counted(films, { one: 'film', other: 'films' })} judged.`;
/** After `judged`: what was measured. @param percent whole */
export const moreBring = (step: { from: number; to: number; percent: number }, people: number) =>
  `Lists drawn from ${number(step.to)} are about ${number(step.percent)} % better than from ${number(step.from)}, as measured with ${number(people)} people.`;
