const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Days of the months; February's where it is no leap year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NOON = 12 * 60 * 60 * 1000;

/** Noon (UTC) of a day, which is that day almost everywhere; undefined where there is no such day. @param month 1..12 */
function dayOf(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12)) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : DAYS[month - 1];
  return day >= 1 && day <= days ? Date.UTC(year, month - 1, day) + NOON : undefined;
}

/** A day with a time of day; midnight says that only the day is known. */
function momentOf(
  day: number | undefined,
  [hour, minute, second]: number[],
  offset: string,
): number | undefined {
  if (day === undefined || hour > 23 || minute > 59 || second > 60) return undefined;
  if (hour + minute + second === 0) return day;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  const away =
    sign === undefined ? 0 : (sign === '-' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return day - NOON + ((hour * 60 + minute) * 60 + second) * 1000 + away;
}

function monthOf(name: string): number {
  return 1 + MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

/** Dates that say by themselves what is day and what month; undefined for all others. */
export function readDate(text: string): number | undefined {
  const cell = text.slice(0, 60).trim();
  const iso =
    /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?UTC|Z|([+-]\d\d:?\d\d))?)?$/.exec(
      cell,
    );
  if (iso) {
    const [year, month, day, ...time] = iso.slice(1, 7).map((part) => Number(part ?? 0));
    return momentOf(dayOf(year, month, day), time, iso[7] ?? '');
  }
  // "Sun Mar  1 00:00:00 2015", as IMDb wrote until 2017.
  const old = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d\d?) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(cell);
  if (old) {
    const [day, hour, minute, second, year] = old.slice(2).map(Number);
    return momentOf(dayOf(year, monthOf(old[1]), day), [hour, minute, second], '');
  }
  const named = /^(\d\d?)\.?[ -]([A-Za-z]{3,9})[ ,-] ?(\d{4})$/.exec(cell);
  if (named) return dayOf(Number(named[3]), monthOf(named[2]), Number(named[1]));
  const american = /^([A-Za-z]{3,9})\.? (\d\d?), (\d{4})$/.exec(cell);
  if (american) return dayOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
  // Seconds or milliseconds since 1970.
  if (/^\d{9,10}$/.test(cell)) return Number(cell) * 1000;
  return /^\d{12,13}$/.test(cell) ? Number(cell) : undefined;
}

/** A date of numbers whose order the whole column tells. */
const NUMBERS = /^(\d\d?)([./-])(\d\d?)\2(\d{4})(?: .{0,20})?$/;

/** Reads the dates of a column. */
export interface DateColumn {
  /** Milliseconds since 1970; undefined where the cell is empty or no date. */
  read(cell: string): number | undefined;
  /** Whether some dates may be of two days each ("03/04/2020") and are left out. */
  isAmbiguous: boolean;
}

/**
 * Finds out in which order a column writes day and month: spreadsheets write them as their country does.
 * @param cells all of the column
 */
export function dateColumn(cells: Iterable<string>): DateColumn {
  let [dayFirst, monthFirst, either] = [false, false, false];
  for (const cell of cells) {
    const match = NUMBERS.exec(cell.slice(0, 40));
    if (!match) continue;
    // Points stand between numbers only where the day comes first.
    if (match[2] === '.' || Number(match[1]) > 12) dayFirst = true;
    else if (Number(match[3]) > 12) monthFirst = true;
    else if (match[1] !== match[3]) either = true;
  }
  const isKnown = dayFirst !== monthFirst;
  return {
    isAmbiguous: !isKnown && (either || dayFirst),
    read(cell) {
      const match = NUMBERS.exec(cell.slice(0, 40));
      if (!match) return readDate(cell);
      const [first, second, year] = [match[1], match[3], match[4]].map(Number);
      if (!isKnown) return first === second ? dayOf(year, first, second) : undefined;
      return dayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
    },
  };
}
