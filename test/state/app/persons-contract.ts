import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_RATE, FILMS, newBrowser, settle, startTab, type TestTab } from './test-tab';

type Step =
  | { do: 'switch' | 'remove' | 'answer'; tab: number; person: number }
  | { do: 'click'; tab: number }
  | { do: 'wait'; turns: number };

const tab = fc.nat({ max: 1 });
const person = fc.nat({ max: 3 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('click' as const), tab }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('switch' as const), tab, person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), tab, person }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), tab, person }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.nat({ max: 12 }) }) },
  ),
  { minLength: 5, maxLength: 40 },
);

/** A click, and the person on screen when it was made. */
interface Click {
  id: string;
  person: string;
  tab: number;
}

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** One tab as a person uses it: what is on screen decides what can be done. */
class Hand {
  readonly clicks: Click[] = [];
  /** Ids of people of whom this tab said that they are gone, and of those that were removed here. */
  readonly told = new Set<string>();
  private readonly at: TestTab;
  private readonly index: number;
  private film = 0;

  constructor(at: TestTab, index: number) {
    this.at = at;
    this.index = index;
    at.app.profiles.subscribe(({ gone }) => gone && this.told.add(gone.id));
  }

  click(): void {
    const { profiles, model } = this.at.app;
    const { profileId, phase, rate, events } = model.getState();
    const { activeId, gone } = profiles.getState();
    rate(this.film, this.film % 3 === 0 ? 'dislike' : 'like', AT_RATE);
    const made = model.getState().events;
    if (phase !== 'ready') {
      expect(made).toEqual([]);
      return;
    }
    this.film = (this.film + 1) % FILMS;
    // What takes clicks is who is on screen, and nobody is while it is asked who is rating.
    expect({ profileId, gone }).toEqual({ profileId: activeId, gone: null });
    const id = made.at(-1)?.id;
    if (made.length > events.length && id) {
      this.clicks.push({ id, person: String(activeId), tab: this.index });
    }
  }

  async choose({ do: what, person }: Step & { person: number }): Promise<void> {
    const { list, gone, switchTo, remove, keepGone } = this.at.app.profiles.getState();
    const chosen = list[person % list.length];
    if (what === 'answer') {
      if (gone) expect([null, expect.any(String)]).toContainEqual(await keepGone());
    } else if (what === 'switch') await switchTo(chosen.id);
    else if (!gone) {
      this.told.add(chosen.id);
      await remove(chosen.id);
    }
  }
}

/** What clicks have become when two tabs have done what they were told to, without waiting for one another. */
async function carryOut(plan: readonly Step[]) {
  const browser = newBrowser();
  const first = await startTab(browser);
  for (const name of ['Ada', 'Bo', 'Cy']) await first.app.profiles.getState().create(name);
  const second = await startTab(browser);
  const tabs = [first, second];
  const hands = tabs.map((at, n) => new Hand(at, n));
  const running: Promise<unknown>[] = [];
  for (const step of plan) {
    if (step.do === 'wait') for (let n = 0; n < step.turns; n++) await turn();
    else if (step.do === 'click') hands[step.tab].click();
    else running.push(hands[step.tab].choose(step));
  }
  await Promise.all(running);
  for (const { app } of tabs) await app.saving.getState().retry();
  await settle(first, second);
  const { list, orphans } = await first.storage.rescue.look();
  const stored = new Map<string, string[]>();
  for (const { id } of list) {
    const { events } = await first.storage.log.readAll(id);
    for (const event of events) stored.set(event.id, [...(stored.get(event.id) ?? []), id]);
  }
  const people = new Set(list.map(({ id }) => id));
  const waiting = tabs.map(({ app }) => ({
    unsaved: app.saving.getState().unsaved,
    gone: app.profiles.getState().gone,
    active: app.profiles.getState().activeId,
  }));
  for (const { app } of tabs) app.dispose();
  return { hands, stored, people, orphans, waiting };
}

/** Tests of who clicks belong to. @param runs how many interleavings are tried */
export function describePersons(runs: number): void {
  test('persons: a click belongs to who was on screen when it was made, however two tabs switch, click and remove', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const { hands, stored, people, orphans, waiting } = await carryOut(plan);
        expect(orphans).toEqual([]);
        for (const { id, person, tab } of hands.flatMap(({ clicks }) => clicks)) {
          const owners = stored.get(id) ?? [];
          // Once in the log of that person, and in nobody else's; what was kept of somebody gone is a new person's.
          if (people.has(person)) expect(owners).toContain(person);
          for (const owner of owners) {
            if (owner !== person)
              expect(hands[tab].told.has(person) || hands[1 - tab].told.has(person)).toBe(true);
          }
        }
        for (const [tab, { unsaved, gone, active }] of waiting.entries()) {
          if (unsaved > 0) expect(gone && hands[tab].told.has(gone.id)).toBeTruthy();
          if (!gone) expect(people.has(String(active))).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
}
