import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RatingKind, UnsavedEvent } from '../../events/rating-event';
import type { ProfileValues } from '../../storage/profile-values';
import type { LogPage } from '../../storage/rating-log';
import { LogFold } from '../log/fold';
import { carryOut, saying } from '../log/steps';
import type { AppDependencies } from '../platform/dependencies';
import { type EarlyFilm, readPlan } from '../platform/early-film';

/** Films that can be judged before the public data are there: what was to be asked next, or what everybody is asked first. */
export interface EarlyState {
  /** Next first; none before it is known who rates. They stay when the data are there, and nothing can be said of them then. */
  films: readonly EarlyFilm[];
  /** Answers the first of the films: saved like every click, and learned once the data are there. */
  judge(kind: Exclude<RatingKind, 'clear'>): void;
}

/** What the store needs from outside. */
export interface EarlyParts {
  dependencies: Pick<AppDependencies, 'now' | 'uuid' | 'logger' | 'firstFilms'>;
  plans: Pick<ProfileValues, 'load'>;
  /** Whether the films that come with the app are the ones in use. Never rejects. */
  isBundled(): Promise<boolean>;
  enqueue(events: readonly UnsavedEvent[], erasures: number): void;
}

/** The store with what only state/ calls. */
export interface EarlyStore extends StoreApi<EarlyState> {
  /** Takes up the log of who rates, which was read. Never rejects. */
  begin(profileId: string, log: LogPage): Promise<void>;
  /** Nobody rates yet, or the public data were there at once: there is nothing to show before. */
  end(): void;
  /** The films that are still up when the data have come for a profile; none the next time. */
  handOver(profileId: string): readonly EarlyFilm[];
  /** Resolves when it is known whether there are films to show before the public data. */
  known: Promise<void>;
}

/** A store without films. */
export function createEarlyStore({ dependencies, plans, isBundled, enqueue }: EarlyParts): EarlyStore {
  let profile: { profileId: string; fold: LogFold; erasures: number; isHandedOver: boolean } | null = null;
  let tellKnown = () => {};
  const known = new Promise<void>((resolve) => {
    tellKnown = resolve;
  });

  const store = createStore<EarlyState>()((set, get) => ({
    films: [],
    judge(kind) {
      const [film, ...next] = get().films;
      if (!profile || profile.isHandedOver || !film) return;
      const { profileId, fold, erasures } = profile;
      const told = {
        ...{ profileId, time: dependencies.now() },
        ...({ place: 'rate', predictionVisible: false } as const),
      };
      const add = (event: UnsavedEvent) => void fold.apply(event);
      const { events } = carryOut(saying(fold, film.movieId, kind), { fold, add }, told, dependencies.uuid);
      set({ films: next });
      enqueue(events, erasures);
    },
  }));

  const planned = async (profileId: string): Promise<readonly EarlyFilm[]> => {
    try {
      const films = readPlan(await plans.load(profileId));
      return films.length === 0 && (await isBundled()) ? dependencies.firstFilms : films;
    } catch (error) {
      dependencies.logger.warn('What was to be asked next could not be read.', error);
      return [];
    }
  };

  return Object.assign(store, {
    known,
    async begin(profileId: string, { events, erasures, sealedSeq }: LogPage) {
      const own = { profileId, fold: LogFold.of(events, sealedSeq), erasures, isHandedOver: false };
      profile = own;
      const films = await planned(profileId);
      if (profile === own)
        store.setState({ films: films.filter(({ movieId }) => own.fold.kindOf(movieId) === 'clear') });
      tellKnown();
    },
    end: () => tellKnown(),
    handOver(profileId: string) {
      const isOwn = profile?.profileId === profileId && !profile.isHandedOver;
      if (profile) profile.isHandedOver = true;
      return isOwn ? store.getState().films : [];
    },
  });
}
