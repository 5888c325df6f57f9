/** The screen Bring your ratings up to its review: files are chosen and read, and a person says what they do not say themselves. */
import { counted, number } from '../../format';

const rows = (n: number) => counted(n, { one: 'row', other: 'rows' });

export const title = 'Bring your ratings';
export const othersNow = 'Somebody else rates now';
export const othersAbout = (name: string) =>
  `This import was begun for “${name}”, so nothing of it is added now. Switch back to go on, or start again for whoever rates now.`;
export const startAgain = 'Start again';

export const yourFiles = 'Your files';
export const filesOfExport = 'Files of an export';
export const chooseFiles = 'Choose files';
export const folderOfExport = 'Folder of an export';
export const chooseFolder = 'Choose a folder';
export const orDrop =
  'Or drop them here. They are read in this browser and sent nowhere. Before anything is added, you see what was found.';
export const nothingRead = 'Nothing could be read';

export const whereFrom = 'Where your file comes from';
export const letterboxd = 'Letterboxd';
export const imdb = 'IMDb';
export const trakt = 'Trakt';
export const tmdb = 'TMDB';
export const movielens = 'MovieLens';
export const otherSite = 'Anything else';
/** How an export is had; menus as the sites write them. */
export const howLetterboxd = 'Settings, Data, “Export your data”. Choose the zip file as it comes.';
export const howImdb =
  '“Your ratings” in the menu at your name, then “Export”. Choose the CSV file; your watchlist works the same way.';
export const howTrakt = 'Settings, Data, then export. Choose the JSON files, or the zip that they come in.';
export const howTmdb = 'Your ratings or watchlist page, then export as CSV.';
export const howMovielens =
  'The page of your ratings, then export as CSV. Data sets (ratings.csv with movies.csv) work, too.';
export const howOther =
  'A table saved as CSV, with a column for the title and one for the rating. You say which is which.';

export const reading = 'Reading your files';
export const opening = 'Opening the files';
export const rowsRead = (n: number) => `Read ${rows(n)}`;
export const rowsLookedUp = (n: number, of: number) => `Looked up ${number(n)} of ${rows(of)}`;
export const cancel = 'Cancel';

export const sayColumns = 'Say which column of your file is which';
export const whichColumn = 'Which column is which?';
export const chooseTitles = 'Choose the column of the titles to go on.';
export const readFile = 'Read the file';
export const chooseOthers = 'Choose other files';
export const noSite = (lines: number) =>
  `${counted(lines, { one: 'line', other: 'lines' })}, and no site is known by these columns.`;
export const firstLines = (file: string) => `First lines of ${file}`;
export const namesColumns = 'The first line names the columns';
/** A column without a name. */
export const columnNumber = (n: number) => `Column ${number(n, { useGrouping: false })}`;
export const noColumn = 'None';
/** What a column holds. */
export const titles = 'Title';
export const years = 'Year';
export const ratings = 'Rating';
export const dates = 'Date';
export const imdbNumbers = 'IMDb number';
export const tmdbNumbers = 'TMDB number';
export const bestRating = 'The best rating is';
export const unratedWatched = 'Films without a rating count as watched.';
export const leaveFileOut = 'Leave this file out';

export const sayPerson = 'Say whose ratings are meant';
export const whoseRatings = 'Whose ratings?';
export const peopleInSet = (n: number) =>
  `This data set holds the ratings of ${counted(n, { one: 'person', other: 'people' })}.`;
export const person = 'Person';
export const personOf = (id: number, ratings: number) =>
  `User ${id}: ${counted(ratings, { one: 'rating', other: 'ratings' })}`;
export const readThese = 'Read these ratings';
