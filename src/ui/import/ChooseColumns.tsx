import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ColumnOffer } from '../../data/import/chosen-columns';
import * as words from '../../words/en/import/files';
import { ColumnForm, chosenOf, draftOf } from './ColumnForm';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';

/** Asks which columns hold what, of every file that no site is known by. */
export function ChooseColumns({ offers }: { offers: readonly ColumnOffer[] }) {
  const { chooseColumns, cancel } = useImportActions();
  const [drafts, setDrafts] = useState(() => offers.map(draftOf));
  const isOpen = drafts.some(({ places, isLeftOut }) => !isLeftOut && places.title < 0);
  const goOn = () => chooseColumns(new Map(offers.map(({ path }, at) => [path, chosenOf(drafts[at])])));
  return (
    <Stack gap="md">
      <StepHeading>{words.whichColumn}</StepHeading>
      {offers.map((offer, at) => (
        <ColumnForm
          key={offer.path}
          offer={offer}
          draft={drafts[at]}
          onChange={(draft) => setDrafts(drafts.map((known, place) => (place === at ? draft : known)))}
        />
      ))}
      {isOpen && <Text role="status">{words.chooseTitles}</Text>}
      <Group>
        <Button onClick={goOn} disabled={isOpen}>
          {words.readFile}
        </Button>
        <Button variant="default" onClick={cancel}>
          {words.chooseOthers}
        </Button>
      </Group>
    </Stack>
  );
}
