/** What people call films for short, and what is looked for instead. Reviewed one by one: none is a word of a title. */
const NICKNAMES: Readonly<Record<string, string>> = {
  lotr: 'lord of the rings',
  fotr: 'fellowship of the ring',
  rotk: 'return of the king',
  hp: 'harry potter',
  potc: 'pirates of the caribbean',
  bttf: 'back to the future',
  mib: 'men in black',
  gotg: 'guardians of the galaxy',
  tdk: 'the dark knight',
  tdkr: 'the dark knight rises',
  bvs: 'batman v superman',
  aou: 'age of ultron',
  asm: 'amazing spider-man',
  anh: 'a new hope',
  esb: 'empire strikes back',
  rotj: 'return of the jedi',
  tpm: 'phantom menace',
  aotc: 'attack of the clones',
  rots: 'revenge of the sith',
  tfa: 'force awakens',
  pota: 'planet of the apes',
  tmnt: 'teenage mutant ninja turtles',
  lxg: 'league of extraordinary gentlemen',
  id4: 'independence day',
  gwtw: 'gone with the wind',
  fmj: 'full metal jacket',
  sotl: 'silence of the lambs',
  gbu: 'the good the bad and the ugly',
  ouatitw: 'once upon a time in the west',
  ouatia: 'once upon a time in america',
  oofotcn: 'one flew over the cuckoo’s nest',
  lsatsb: 'lock stock and two smoking barrels',
  nbc: 'nightmare before christmas',
  tpb: 'the princess bride',
  thg: 'the hunger games',
  wwz: 'world war z',
};

const known = new Map(Object.entries(NICKNAMES));

/** The query with a nickname written out: "lotr 2" and "lotr2" give "lord of the rings 2"; null where it holds none. */
export function writtenOut(query: string): string | null {
  const words = query.trim().split(/\s+/);
  const out = words.map((word) => {
    const [, letters = '', number = ''] = /^(.*?)(\d?)$/.exec(word.toLowerCase()) ?? [];
    const whole = known.get(word.toLowerCase());
    const series = known.get(letters);
    return whole ?? (series === undefined ? word : `${series} ${number}`);
  });
  return out.some((word, at) => word !== words[at]) ? out.join(' ') : null;
}
