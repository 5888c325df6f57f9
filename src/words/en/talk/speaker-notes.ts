/** The talk: what the speaker says in each scene, as points, not sentences to read out; as many as the language needs. */

export const newcomer: readonly string[] = [
  'Who has an account somewhere that recommends films? Where does what it knows of you live?',
  'This is a recommender that lives in this browser. The network is off: pull the plug if you like.',
  'On the right: what it suggests to somebody it knows nothing about. Everybody’s favourites, nothing personal.',
  'On the left: its whole memory, cell by cell. All empty.',
];

export const clicks: readonly string[] = [
  'Now a real person: the first 30 ratings of an anonymous MovieLens user, as three answers. Four stars and more is a like, two and fewer a dislike; what lies between is so-so.',
  'So-so is no half like and no half dislike: the film was watched, and that alone says what else may be watched.',
  'A weightless network is a set of lookup tables. A click is a write: no training run, no epoch, no gradient. What is public was fixed beforehand.',
  'Watch the right side while I talk: it moves within one frame of the click.',
  'At the end: what this person said later of the films now at the top, none of which was clicked here.',
];

export const why: readonly string[] = [
  'The score is a sum over past clicks, so it splits into them exactly. Not an explanation made up afterwards.',
  'Read two of the lines out: what the films share, who else likes or watches both. Dislikes count too; they are part of the sum.',
  'Then the test of an explanation: take the strongest click away, and see the film fall.',
  'Put it back: the same score, because writing and unwriting are exact.',
];

export const race: readonly string[] = [
  'The paper’s own protocol, on public ratings: 100 people, 40 ratings of each learned, 10 asked.',
  'Two lines learn next to nothing: four stars for everything, and one constant per person. Whoever stays below them has learned nothing.',
  'Nothing is prepared: this is a worker of this browser, running now. Compare has the same run, with any other seed.',
  'One rule for all: every system that learns answers with the value most probably within one star, by its own errors on other people. The constants stay as they are.',
  'Do not promise a victory. By this measure the app’s network is level with the good classics, ridge regression and similar films, and now and then behind; all of them leave the constants and the paper’s systems behind.',
  'What it has beside that is in the scenes around this one: whole numbers, a reason for each click, forgetting to the last byte.',
  'The paper’s own systems are reconstructions: their source is not public.',
];

export const forget: readonly string[] = [
  'Everybody has liked something they would rather forget.',
  'The fingerprint is a checksum of the whole memory. One click, another fingerprint.',
  'Forget. Not hidden from a list, but subtracted from every cell and every sum it was written to.',
  'Compared byte by byte with a model that never saw the film: equal. A network of weights cannot do this without training anew.',
  'Questions: press the slash key, type a film, like it, dislike it, or O for so-so. C carries on, X is for the next talk.',
];
