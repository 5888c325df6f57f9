import { Radio, Stack, Text } from '@mantine/core';
import * as words from '../../words/en/import/review';
import { useLibrary } from '../common/app-context';
import { filmLine } from '../common/film-facts';
import { FindByHand, Said, useDecision } from './FilmChoice';
import type { FoundFilms } from './found';
import styles from './Import.module.css';
import { useImportActions } from './use-import';
import { DOUBTS } from './words';

const NONE = 'none';

/** A film that may be one of several: a person says which, or none. */
export function Doubt({ film }: { film: FoundFilms['doubtful'][number] }) {
  const { catalogue } = useLibrary();
  const { decide } = useImportActions();
  const decision = useDecision(film);
  const { history, row, why, candidates } = film;
  // What was found by hand stands beside what was offered.
  const offered =
    typeof decision === 'number' && !candidates.includes(decision) ? [...candidates, decision] : candidates;
  const value = decision === undefined ? '' : decision === null ? NONE : String(decision);
  return (
    <Stack gap={6} className={styles.doubt}>
      <Radio.Group
        label={<Said film={film} />}
        description={`${DOUBTS[why]} ${words.whichOne}`}
        value={value}
        onChange={(chosen) => decide(history, row, chosen === NONE ? null : Number(chosen))}
      >
        <Stack gap={8} mt={8}>
          {offered.map((item) => (
            <Radio
              key={item}
              value={String(item)}
              label={
                <>
                  {catalogue.title[item]}{' '}
                  <Text span size="sm" c="dimmed">
                    {filmLine(catalogue, item)}
                  </Text>
                </>
              }
            />
          ))}
          <Radio value={NONE} label={words.noneOfThese} />
        </Stack>
      </Radio.Group>
      <FindByHand film={film} />
    </Stack>
  );
}
