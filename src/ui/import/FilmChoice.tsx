import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import * as words from '../../words/en/import/review';
import { useLibrary, useModel } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import { TitleSearch } from '../common/search/TitleSearch';
import type { FoundFilm } from './found';
import styles from './Import.module.css';
import { useImport, useImportActions } from './use-import';
import { clueName, saidInWords } from './words';

/** What a person decided of a film; undefined for nothing, null for none of the films here. */
export function useDecision({ history, row }: FoundFilm): number | null | undefined {
  return useImport((state) => state.choices.decisions[history]?.get(row));
}

/** What a file says of a film. */
export function Said({ film }: { film: FoundFilm }) {
  return (
    <>
      <bdi className={styles.said}>{clueName(film.clue)}</bdi>{' '}
      <Text span size="sm" c="dimmed">
        {saidInWords(film.rows)}
      </Text>
    </>
  );
}

/** Finds the film by hand. */
export function FindByHand({ film }: { film: FoundFilm }) {
  const { decide } = useImportActions();
  const seen = useModel((state) => state.opinions);
  const [open, setOpen] = useState(false);
  const name = clueName(film.clue);
  if (!open) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={words.findNamed(name)}
        onClick={() => setOpen(true)}
      >
        {words.find}
      </Button>
    );
  }
  return (
    <div className={styles.search}>
      <TitleSearch
        autoFocus
        seen={seen}
        onEscape={() => setOpen(false)}
        onChoose={(item) => {
          decide(film.history, film.row, item);
          setOpen(false);
        }}
      />
    </div>
  );
}

/** A film that is not here by itself, or the one that a person found for it. */
export function MissingFilm({ film, why }: { film: FoundFilm; why: string }) {
  const { catalogue } = useLibrary();
  const { decide } = useImportActions();
  const decision = useDecision(film);
  return (
    <div className={styles.row}>
      <div>
        <Said film={film} />
        {why && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
        {typeof decision === 'number' && (
          <Text size="sm">{words.takenAs(titleWithYear(catalogue, decision))}</Text>
        )}
      </div>
      {typeof decision === 'number' ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={words.leaveOutNamed(clueName(film.clue))}
          onClick={() => decide(film.history, film.row, undefined)}
        >
          {words.leaveOut}
        </Button>
      ) : (
        <FindByHand film={film} />
      )}
    </div>
  );
}

/** A film that was found for sure; it can be left out all the same. */
export function SureFilm({ film, item }: { film: FoundFilm; item: number }) {
  const { catalogue } = useLibrary();
  const { decide } = useImportActions();
  const isOut = useDecision(film) === null;
  const name = clueName(film.clue);
  const title = titleWithYear(catalogue, item);
  return (
    <div className={styles.row} data-out={isOut || undefined}>
      <div>
        <Said film={film} />
        {title !== name && <Text size="sm">{words.here(title)}</Text>}
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={isOut ? words.takeInNamed(name) : words.leaveOutNamed(name)}
        onClick={() => decide(film.history, film.row, isOut ? undefined : null)}
      >
        {isOut ? words.takeIn : words.leaveOut}
      </Button>
    </div>
  );
}
