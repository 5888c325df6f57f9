import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { ImportPreview } from '../../state/imports/preview';
import * as words from '../../words/en/import/adding';
import * as review from '../../words/en/import/review';
import type { MatchedHistory } from '../../worker/import/contract';
import { useModel } from '../common/app-context';
import { Refusals } from './ChooseFiles';
import { FoundSections } from './FoundSections';
import type { FoundFilms } from './found';
import styles from './Import.module.css';
import { StepHeading } from './StepHeading';
import { Thresholds } from './Thresholds';
import { useImport, useImportActions } from './use-import';
import { leftInWords, SOURCE_NAMES } from './words';

/** "2,034 rows from Letterboxd: 1,812 films found, 14 to look at, 120 not here, 35 series left out." */
export function foundInWords(histories: readonly MatchedHistory[], films: FoundFilms): string {
  const rows = histories.reduce((sum, history) => sum + history.rows.length + history.refused.length, 0);
  const sites = histories.map(({ source }) => SOURCE_NAMES[source]);
  return review.found(sites, {
    ...{ rows, sure: films.sure.length, doubtful: films.doubtful.length },
    ...{ missing: films.missing.length, series: films.series.length },
  });
}

/** That some of it was taken back once, and whether it is to come again. */
function TakenBack({ preview }: { preview: ImportPreview }) {
  const again = useImport((state) => state.choices.again);
  const tookBack = useImport((state) => state.tookBack);
  const { set } = useImportActions();
  if (preview.takenBack === 0 && !again && tookBack === null) return null;
  return (
    <Alert color="gray" title={tookBack === null ? words.takenBackBefore : words.takenBack}>
      <Stack gap="xs">
        {tookBack !== null && <span>{words.goneAgain(tookBack)}</span>}
        {tookBack === null && preview.takenBack > 0 && <span>{words.stayOut(preview.takenBack)}</span>}
        {(preview.films > 0 || again) && (
          <Checkbox
            label={words.addTakenBack}
            checked={again}
            onChange={(event) => set({ again: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Alert>
  );
}

/** The button that adds, or adds again where all of it was taken back. */
function AddButton({ preview: { films, takenBack } }: { preview: ImportPreview }) {
  const { add, set } = useImportActions();
  if (films === 0 && takenBack === 0) return null;
  const again = () => {
    set({ again: true });
    add();
  };
  return (
    <Button size="md" onClick={films > 0 ? add : again}>
      {films > 0 ? words.add(films) : words.addAgain(takenBack)}
    </Button>
  );
}

/** Adds, and says what stays as it is. */
function Adding({ preview, doubtful }: { preview: ImportPreview; doubtful: FoundFilms['doubtful'] }) {
  const { cancel } = useImportActions();
  const decisions = useImport((state) => state.choices.decisions);
  const open = doubtful.filter(({ history, row }) => !decisions[history]?.has(row)).length;
  const left = [...leftInWords(preview), ...(open > 0 ? [words.undecided(open)] : [])];
  const { films, known, takenBack } = preview;
  const nothing = known > 0 ? words.nothingNew : words.nothingToAdd;
  return (
    <Stack gap="xs">
      {films > 0 && <Text>{words.toAdd(preview)}</Text>}
      {films === 0 && takenBack === 0 && <Text fw={600}>{nothing}</Text>}
      {left.length > 0 && (
        <ul className={styles.sentences}>
          {left.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Group>
        <AddButton preview={preview} />
        <Button size="md" variant="default" onClick={cancel}>
          {words.chooseOthers}
        </Button>
      </Group>
      {films > 0 && (
        <Text size="sm" c="dimmed">
          {words.oneStep}
        </Text>
      )}
    </Stack>
  );
}

/** What was found, what becomes of it, and the button that adds it. */
export function Review({
  found,
  films,
  preview,
}: {
  found: readonly MatchedHistory[];
  films: FoundFilms;
  preview: ImportPreview;
}) {
  const { refresh } = useImportActions();
  const revision = useModel((state) => state.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared again whenever the log has changed
  useEffect(() => refresh(), [refresh, revision]);
  const hasWishes = found.some(({ rows }) => rows.some(({ kind }) => kind === 'wish'));
  const { answers, unrated } = preview;
  const hasAnswers = hasWishes || unrated > 0 || Object.values(answers).some((answer) => answer.films > 0);
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <StepHeading>{review.whatWasFound}</StepHeading>
        <Text className="tabular">{review.foundSentence(foundInWords(found, films))}</Text>
        <Refusals title={review.someNotRead} />
        <TakenBack preview={preview} />
        <FoundSections films={films} histories={found} />
      </Stack>
      {hasAnswers && <Thresholds preview={preview} hasWishes={hasWishes} />}
      <Adding preview={preview} doubtful={films.doubtful} />
    </Stack>
  );
}
