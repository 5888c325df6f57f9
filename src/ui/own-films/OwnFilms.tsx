import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { filmFacts } from '../../data/film-facts';
import type { OwnFilm } from '../../events/own-film';
import { notLoaded } from '../../words/en/own-films/form';
import * as words from '../../words/en/own-films/list';
import { useApp, useLibrary } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import { FilmForm } from './FilmForm';
import { draftOfFilm } from './film-draft';
import styles from './OwnFilms.module.css';

type Asking = { film: OwnFilm; what: 'correct' | 'remove' } | null;

/** The films that were added by hand, judged or not; each can be corrected or removed. Nothing where there are none. */
export function OwnFilms() {
  const { rate } = useApp();
  const { catalogue, itemOf, own } = useLibrary();
  const [asking, setAsking] = useState<Asking>(null);
  if (!own) return null;
  const close = () => setAsking(null);
  return (
    <section aria-labelledby="own-films">
      <Stack gap="xs" mt="xl">
        <Title order={2} id="own-films" size="h3">
          {words.heading}
        </Title>
        <Text size="sm" c="dimmed">
          {words.forEverybody}
        </Text>
        <ul className={styles.list}>
          {own.films.map((film) => {
            const item = itemOf.get(film.movieId) ?? 0;
            const name = titleWithYear(catalogue, item);
            return (
              <li key={film.movieId} className={styles.row}>
                <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
                <div>
                  <Text component="h3" className={filmTitle.title}>
                    {film.title}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {filmLine(catalogue, item)}
                  </Text>
                </div>
                <div className={styles.tools}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.judgeFilm(name)}
                    onClick={() => {
                      rate.getState().show(item);
                      window.location.assign('#/rate');
                    }}
                  >
                    {words.judge}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.correctFilm(name)}
                    onClick={() => setAsking({ film, what: 'correct' })}
                  >
                    {words.correct}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.takeAwayFilm(name)}
                    onClick={() => setAsking({ film, what: 'remove' })}
                  >
                    {words.takeAway}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      </Stack>
      {asking?.what === 'correct' && <CorrectFilm film={asking.film} onClose={close} />}
      {asking?.what === 'remove' && <RemoveFilm film={asking.film} onClose={close} />}
    </section>
  );
}

interface FilmProps {
  film: OwnFilm;
  onClose(): void;
}

function CorrectFilm({ film, onClose }: FilmProps) {
  const { ownFilms } = useApp();
  return (
    <Modal opened onClose={onClose} title={words.correctTitle(film.title)}>
      <FilmForm
        draft={draftOfFilm(film)}
        action={words.save}
        onCancel={onClose}
        onDone={async (facts) => {
          try {
            const failure = await (await ownFilms()).correct(film.movieId, facts);
            if (failure === null) onClose();
            return failure;
          } catch {
            return notLoaded;
          }
        }}
      />
    </Modal>
  );
}

function RemoveFilm({ film, onClose }: FilmProps) {
  const { ownFilms } = useApp();
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async () => {
    try {
      const problem = await (await ownFilms()).remove(film.movieId);
      setFailure(problem);
      if (problem === null) onClose();
    } catch {
      setFailure(notLoaded);
    }
  };
  return (
    <Modal opened onClose={onClose} title={words.takeAwayTitle(film.title)}>
      <Stack>
        <Text>{words.takeAwayMore}</Text>
        {failure && (
          <Text c="dislike" role="alert">
            {failure}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.keep}
          </Button>
          <Button color="dislike" onClick={remove}>
            {words.takeAway}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
