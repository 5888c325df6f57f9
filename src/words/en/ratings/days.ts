/** Days and times of day: in all screens about one’s ratings, also in Your data. */
import { moment } from '../../format';

/** "12 May 2026". */
export const dayName = (time: number) => moment(time, { day: 'numeric', month: 'long', year: 'numeric' });
/** "12 May 2026, 14:03". */
export const dayAndClock = (time: number) =>
  `${dayName(time)}, ${moment(time, { hour: '2-digit', minute: '2-digit' })}`;
