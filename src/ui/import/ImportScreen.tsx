import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ImportStep } from '../../state/imports/import-state';
import * as adding from '../../words/en/import/adding';
import * as words from '../../words/en/import/files';
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

/** Where the import stands, for those who do not see it. */
function inWords(at: ImportStep, films: FoundFilms, tookBack: number | null): string {
  if (at.step === 'reading') return words.reading;
  if (at.step === 'columns') return words.sayColumns;
  if (at.step === 'people') return words.sayPerson;
  if (at.step === 'done') return adding.addedStatus(at.added.films, at.added);
  if (at.step !== 'review') return '';
  return tookBack === null ? foundInWords(at.found, films) : adding.takenBackStatus(tookBack);
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
      <Title order={1}>{words.title}</Title>
      <p className="visually-hidden" role="status">
        {isOthers ? '' : inWords(shown, films, tookBack)}
      </p>
      {isOthers ? (
        <Alert color="amber" title={words.othersNow} role="alert">
          <Stack gap="sm" align="start">
            <Text>{words.othersAbout(owner.name)}</Text>
            <Button onClick={cancel}>{words.startAgain}</Button>
          </Stack>
        </Alert>
      ) : (
        <Step at={shown} films={films} />
      )}
    </Stack>
  );
}
