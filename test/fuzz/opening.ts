import { isDeepStrictEqual } from 'node:util';
import { serialize } from 'node:v8';
import { PLAIN } from '../../src/data/tuning';
import { inOrder, readRatingEvent, type UnsavedEvent } from '../../src/events/rating-event';
import { readTuning } from '../../src/state/list/tuning';
import { foldLog } from '../../src/state/log/fold';
import { alignModel, opinionsOf } from '../../src/state/log/opinions';
import type { Library } from '../../src/state/platform/library';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { AT_RATE, FILMS, startTab, type TestTab } from '../state/app/test-tab';
import { type Row, type Rows, readRows, type World } from './world';

/**
 * What became of a mutation: everybody's ratings opened, with the saved models that were there, or with one of them refused;
 * or the start failed, and said so.
 */
export interface Opened {
  outcome: 'used' | 'refused' | 'failed';
  /** What is wrong; empty where all holds. */
  violations: string[];
}

/** Nothing that the app does may take longer, in milliseconds; most takes a hundredth of it. */
const BOUND_MS = 20_000;
/** What the app itself writes when it starts. */
const WRITTEN_AT_START = ['addresses', 'database', 'activeProfile'];

class NeverEnded extends Error {
  override name = 'NeverEnded';
}

/** @throws NeverEnded where it takes longer than the bound */
async function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NeverEnded(`${what} never ended`)), BOUND_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The rows of a person's log as they have to be understood. */
function understood(rows: readonly Row[], profileId: string) {
  const own = rows.filter((row) => row.profileId === profileId);
  const events = own.map(readRatingEvent).filter((event) => event !== undefined);
  return { rows: own.length, events: events.sort(inOrder) };
}

/** One opening of a damaged database. */
class Opening {
  private readonly violations: string[];
  private readonly library: Library;
  private readonly before: Rows;
  private readonly tab: TestTab;

  constructor(library: Library, before: Rows, tab: TestTab, violations: string[]) {
    this.violations = violations;
    this.library = library;
    this.before = before;
    this.tab = tab;
  }

  get app() {
    return this.tab.app;
  }

  hold(what: string, holds: boolean): void {
    if (!holds) this.violations.push(what);
  }

  /** The person in use is one of those stored, and the one last in use where that is stored. */
  people(): void {
    const { list, activeId, orphans } = this.app.profiles.getState();
    const ids = this.before.profiles.map(({ id }) => id).filter((id) => typeof id === 'string' && id !== '');
    if (ids.length > 0)
      this.hold(
        'people: somebody is missing',
        isDeepStrictEqual(list.map(({ id }) => id).sort(), ids.sort()),
      );
    if (activeId === null) {
      this.hold('people: nobody is there and nothing is told', orphans.length > 0);
      return;
    }
    const wanted = this.before.settings.find(({ key }) => key === 'activeProfile')?.value;
    const known = list.find(({ id }) => id === wanted) ?? list[0];
    this.hold('people: another one is in use', activeId === known.id);
  }

  /** The model in use is the fold of the readable log, byte for byte, and what cannot be read is counted. */
  model(rows: readonly Row[]): void {
    const { profileId, phase, message, stateBytes, events, unreadable } = this.app.model.getState();
    if (phase !== 'ready' || profileId === null) {
      const saysWhy = phase === 'failed' && (message ?? '').length > 10;
      this.hold(`model: ${phase}`, saysWhy || this.app.profiles.getState().activeId === null);
      return;
    }
    const log = understood(rows, profileId);
    const known = log.events.filter(({ movieId }) => this.library.itemOf.has(movieId));
    const fresh = new PersonalModel(this.library.network);
    alignModel(fresh, opinionsOf(this.library, foldLog(known).speakers));
    this.hold('model: not the fold of the log', isDeepStrictEqual(stateBytes(), fresh.stateBytes()));
    this.hold(
      'model: other events than in the log',
      isDeepStrictEqual(events.map(withoutRow), known.map(withoutRow)),
    );
    this.hold(`model: ${unreadable} unreadable`, unreadable === log.rows - known.length);
    this.settings(profileId);
  }

  private settings(profileId: string): void {
    const stored = (key: string) => this.before.settings.find((row) => row.key === key)?.value;
    const { tuning } = this.app.tuning.getState();
    this.hold(
      'tuning: not as stored, nor plain',
      isDeepStrictEqual(tuning, readTuning(stored(`tuning:${profileId}`)) ?? PLAIN),
    );
    const moods = this.app.moods.getState().list;
    this.hold(
      'moods: not as stored, nor none',
      isDeepStrictEqual(moods, soundMoods(stored(`contexts:${profileId}`))),
    );
  }

  /** Every row that was there still is, but for what the app has to write. @param except keys of settings that may differ */
  rows(after: Rows): void {
    for (const table of ['events', 'tombstones', 'settings', 'results'] as const) {
      const left = new Map(after[table].map((row) => [keyOf(table, row), row]));
      for (const row of this.before[table]) {
        if (table === 'settings' && WRITTEN_AT_START.includes(row.key as string)) continue;
        this.hold(`${table}: a row was changed`, isSame(left.get(keyOf(table, row)), row));
      }
    }
  }
}

/** Whether two stored values are the same; unlike Node's own comparison, also where they hold a date that is none. */
function isSame(one: unknown, other: unknown): boolean {
  return serialize(one).equals(serialize(other));
}

function keyOf(table: keyof Rows, row: Row): string {
  const key = { events: row.seq, settings: row.key, results: row.id, tombstones: [row.profileId, row.id] };
  return JSON.stringify([typeof row.seq, String(key[table as keyof typeof key])]);
}

/** The moods of a stored value that a person could have made; none where it is no list of moods. */
function soundMoods(value: unknown): { id: string; name: string }[] {
  const { version, moods } = (value ?? {}) as { version?: unknown; moods?: unknown };
  if (version !== 1 || !Array.isArray(moods)) return [];
  const isText = (part: unknown) => typeof part === 'string' && part !== '';
  const isMood = (mood: unknown) => isText((mood as Row | null)?.id) && isText((mood as Row | null)?.name);
  const sound = (moods as { id: string; name: string }[]).filter(isMood);
  return sound
    .filter(({ id }, n) => sound.findIndex((mood) => mood.id === id) === n)
    .map(({ id, name }) => ({ id, name }));
}

/** An event apart from its row, which the page hears of later. */
function withoutRow(event: UnsavedEvent & { seq?: number }): UnsavedEvent {
  const { seq: _, ...told } = event;
  return told;
}

/** Uses an opened app: a click, everybody else, and everything looked at once more. */
async function use(opening: Opening, { databaseName }: World): Promise<void> {
  const { app } = opening;
  const { activeId, list } = app.profiles.getState();
  const { opinions, rate, phase } = app.model.getState();
  let click: string | undefined;
  if (activeId !== null && phase === 'ready') {
    rate([...Array(FILMS).keys()].find((film) => !opinions.has(film)) ?? 0, 'like', AT_RATE);
    click = app.model.getState().events.at(-1)?.id;
    await inTime('saving', app.settled());
    const { unsaved, error } = app.saving.getState();
    opening.hold(`saving: ${unsaved} unsaved, ${error?.failure}`, unsaved === 0 && error === null);
  }
  const after = await readRows(databaseName);
  opening.rows(after);
  opening.hold(
    'saving: the click is not stored',
    click === undefined || after.events.some(({ id }) => id === click),
  );
  opening.model(after.events);
  for (const { id } of list) {
    const refusal = await inTime('switching', app.profiles.getState().switchTo(id));
    opening.hold(`switching: ${refusal}`, refusal === null);
    opening.model(after.events);
  }
}

/** What a person may do next. Each resolves to null when done, else to why not. */
const DEEDS: Readonly<Record<string, (tab: TestTab) => Promise<unknown>>> = {
  'a mood': ({ app }) => app.moods.getState().create('on a train'),
  async tuning({ app }) {
    app.tuning.getState().setAdventure(-1);
    await app.settled();
    return app.tuning.getState().saved ? null : 'not saved';
  },
  async erasing({ app }) {
    const { events, erase } = app.model.getState();
    return erase({ what: 'films', movieIds: events.slice(0, 2).map(({ movieId }) => movieId) });
  },
  async 'erasing a day'({ app }) {
    return app.model.getState().erase({ what: 'time', from: 0, to: 2_000_000 });
  },
  async 'erasing a mood'({ app }) {
    return app.model.getState().erase({ what: 'mood', mood: 'Ben-kids' });
  },
  async naming({ app }) {
    return app.profiles.getState().rename(app.profiles.getState().activeId as string, 'Eve');
  },
  async removing({ app }) {
    const { activeId, list, remove } = app.profiles.getState();
    return remove(list.at(-1)?.id ?? (activeId as string));
  },
};

/** Does one more thing, and opens everything again: what was damaged has neither spread nor come back. */
async function goOn(opening: Opening, world: World, tab: TestTab, number: number): Promise<void> {
  const { app } = tab;
  const [what, deed] = Object.entries(DEEDS)[number % Object.keys(DEEDS).length];
  if (app.model.getState().phase !== 'ready') return;
  const refusal = await inTime(what, deed(tab));
  opening.hold(`${what}: ${refusal}`, refusal === null);
  await inTime(what, app.settled());
  tab.runTimers();
  tab.hide();
  const { profileId, opinions, stateBytes } = app.model.getState();
  const bytes = stateBytes();
  const again = await inTime(
    'opening again',
    startTab({ databaseName: world.databaseName, lines: new Set() }),
  );
  await again.app.profiles.getState().switchTo(profileId as string);
  const reopened = again.app.model.getState();
  opening.hold(
    'opening again: another model',
    isDeepStrictEqual([reopened.opinions, reopened.stateBytes()], [opinions, bytes]),
  );
  again.app.dispose();
}

/** Opens the world's database as it is now, looks at everything, uses it, and opens it again. @param number chooses what is done */
export async function openAndCheck(world: World, before: Rows, number: number): Promise<Opened> {
  const browser = { databaseName: world.databaseName, lines: new Set<never>() };
  const tabs: TestTab[] = [];
  const violations: string[] = [];
  let outcome: Opened['outcome'] = 'failed';
  try {
    const tab = await inTime('opening', startTab(browser, { path: '/films/' }));
    tabs.push(tab);
    const { status } = tab.app.session.getState();
    if (status.phase !== 'ready') {
      const said = status.phase === 'failed' && status.message.length > 10;
      return { outcome, violations: said ? [] : [`opening: ${status.phase} without a word`] };
    }
    const opening = new Opening(world.library, before, tab, violations);
    opening.people();
    opening.model(before.events);
    await use(opening, world);
    await goOn(opening, world, tab, number);
    outcome = tab.warnings.some((warning) => warning.startsWith('The saved model')) ? 'refused' : 'used';
  } catch (error) {
    violations.push(String(error));
  } finally {
    for (const { app } of tabs) app.dispose();
  }
  return { outcome, violations };
}
