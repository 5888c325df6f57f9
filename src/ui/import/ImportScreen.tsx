import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ImportStep } from '../../state/imports/import-state';
import { useModel } from '../common/app-context';
import { ChooseColumns } from './ChooseColumns';
import { ChooseFiles } from './ChooseFiles';
import { ChoosePerson } from './ChoosePerson';
import { Done } from './Done';
import { type FoundFilms, sortFound } from './found';
import styles from './Import.module.css';
import { Reading } from './Reading';
import { foundInWords, Review } from './Review';
import { useImport, useImportActions } from './use-import';
import { answersInWords, count } from './words';

/** Where the import stands, for those who do not see it. */
function inWords(at: ImportStep, films: FoundFilms, tookBack: number | null): string {
  if (at.step === 'reading') return 'Reading your files';
  if (at.step === 'columns') return 'Say which column of your file is which';
  if (at.step === 'people') return 'Say whose ratings are meant';
  if (at.step === 'done') return `Added ${count(at.added.films, 'film')}: ${answersInWords(at.added)}`;
  if (at.step !== 'review') return '';
  return tookBack === null ? foundInWords(at.found, films) : `Taken back: ${count(tookBack, 'film')}`;
}

function Step({ at, films }: { at: ImportStep; films: FoundFilms }) {
  switch (at.step) {
    case 'choosing':
      return <ChooseFiles />;
    case 'reading':
      return <Reading progress={at.progress} />;
    case 'columns':
      return <ChooseColumns offers={at.offers} key={at.offers.map(({ path }) => path).join()} />;
    case 'people':
      return <ChoosePerson people={at.people} />;
    case 'review':
      return <Review found={at.found} films={films} preview={at.preview} />;
    case 'done':
      return <Done added={at.added} />;
  }
}

/** Brings in what a person said of films elsewhere, as one step that one undo takes back. */
export function ImportScreen() {
  const at = useImport((state) => state.at);
  const owner = useImport((state) => state.owner);
  const tookBack = useImport((state) => state.tookBack);
  const profileId = useModel((state) => state.profileId);
  const { cancel } = useImportActions();
  const found = at.step === 'review' ? at.found : null;
  const films = useMemo(() => sortFound(found ?? []), [found]);
  const isOwn = owner === null || owner.id === profileId;
  // What was added for another needs no word, and what was not begun neither.
  const isOver = at.step === 'done' || at.step === 'choosing';
  const shown: ImportStep = isOwn || !isOver ? at : { step: 'choosing' };
  const isOthers = !isOwn && !isOver;
  return (
    <Stack gap="md" className={styles.screen}>
      <Title order={1}>Bring your ratings</Title>
      <p className="visually-hidden" role="status">
        {isOthers ? '' : inWords(shown, films, tookBack)}
      </p>
      {isOthers ? (
        <Alert color="amber" title="Somebody else rates now" role="alert">
          <Stack gap="sm" align="start">
            <Text>
              This import was begun for “{owner.name}”, so nothing of it is added now. Switch back to go on,
              or start again for whoever rates now.
            </Text>
            <Button onClick={cancel}>Start again</Button>
          </Stack>
        </Alert>
      ) : (
        <Step at={shown} films={films} />
      )}
    </Stack>
  );
}
