import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { filmFacts } from '../../data/film-facts';
import type { OwnFilm } from '../../events/own-film';
import { useApp, useLibrary } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import { FilmForm } from './FilmForm';
import { draftOfFilm } from './film-draft';
import styles from './OwnFilms.module.css';
import { NOT_LOADED } from './use-own-films';

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
          Films you added
        </Title>
        <Text size="sm" c="dimmed">
          For everybody who rates in this browser.
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
                    aria-label={`Judge ${name}`}
                    onClick={() => {
                      rate.getState().show(item);
                      window.location.assign('#/rate');
                    }}
                  >
                    Judge
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Correct ${name}`}
                    onClick={() => setAsking({ film, what: 'correct' })}
                  >
                    Correct
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Take ${name} away`}
                    onClick={() => setAsking({ film, what: 'remove' })}
                  >
                    Take away
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
    <Modal opened onClose={onClose} title={`Correct ${film.title}`}>
      <FilmForm
        draft={draftOfFilm(film)}
        action="Save"
        onCancel={onClose}
        onDone={async (facts) => {
          try {
            const failure = await (await ownFilms()).correct(film.movieId, facts);
            if (failure === null) onClose();
            return failure;
          } catch {
            return NOT_LOADED;
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
      setFailure(NOT_LOADED);
    }
  };
  return (
    <Modal opened onClose={onClose} title={`Take ${film.title} away?`}>
      <Stack>
        <Text>
          It leaves this browser for everybody in it, and your list is as if you had never said anything of
          it. What was said of it stays in the history, and counts again if you add the film again under the
          same title and year. To be rid of that too, erase it for good first.
        </Text>
        {failure && (
          <Text c="dislike" role="alert">
            {failure}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep
          </Button>
          <Button color="dislike" onClick={remove}>
            Take away
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
