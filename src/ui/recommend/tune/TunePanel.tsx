import { Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TUNE_SECTIONS, tuningsMade } from '../../../state/list/tuning';
import * as words from '../../../words/en/recommend/tune';
import { useLibrary, useModel, useTuning } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import links from '../../common/links.module.css';
import { NoFilmFits } from './NoFilmFits';
import { TonightFields } from './TonightFields';
import { TraitSteppers } from './TraitSteppers';
import styles from './TunePanel.module.css';
import { focusSection, TuneHint, TuneSection } from './TuneSection';
import { WishesField } from './WishesField';

function HiddenFilms() {
  const { catalogue, itemOf } = useLibrary();
  const hidden = useTuning((state) => state.tuning.hidden);
  const bringBack = useTuning((state) => state.bringBack);
  const items = hidden.flatMap((movieId) => itemOf.get(movieId) ?? []);
  return (
    <TuneSection section="hidden" title={words.notInList} changed={hidden.length > 0}>
      {items.length === 0 ? (
        <TuneHint>{words.notInListYet}</TuneHint>
      ) : (
        <ul className={styles.putAway}>
          {items.toReversed().map((item) => (
            <li key={item}>
              <span>{titleWithYear(catalogue, item)}</span>
              <button
                type="button"
                className={links.action}
                aria-label={words.bringBackFilm(titleWithYear(catalogue, item))}
                onClick={(event) => {
                  focusSection(event);
                  bringBack(item);
                }}
              >
                {words.bringBack}
              </button>
            </li>
          ))}
        </ul>
      )}
    </TuneSection>
  );
}

/** Not offered where there is nothing that one wants to see, and nothing to set back. */
function Wishes() {
  const wanted = useModel((state) => state.wanted.size);
  const changed = useTuning((state) => state.tuning.wishes !== 'any');
  if (wanted === 0 && !changed) return null;
  return (
    <TuneSection section="wishes" title={words.wantToSee} changed={changed}>
      <WishesField />
    </TuneSection>
  );
}

/** How the list is drawn, apart from what was learned: every control acts at once and can be set back. */
export function TunePanel({ close }: { close: () => void }) {
  const made = useTuning((state) => tuningsMade(state.tuning));
  const reset = useTuning((state) => state.reset);
  const isEmpty = useModel((state) => state.recommendations.length === 0);
  // On a wide screen it is said where the list was, beside the panel.
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <section className={styles.panel} id="tune" aria-labelledby="tune-title" tabIndex={-1}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h3" id="tune-title">
          {words.title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {made > 0 && (
            <Button
              variant="light"
              size="compact-md"
              onClick={(event) => {
                focusSection(event);
                reset(...TUNE_SECTIONS);
              }}
            >
              {words.resetAll}
            </Button>
          )}
          <CloseButton aria-label={words.close} onClick={close} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {words.changesOnlyList}
      </Text>
      {!wide && isEmpty && <NoFilmFits brief onLifted={focusSection} />}
      <TonightFields />
      <Wishes />
      <TraitSteppers />
      <HiddenFilms />
    </section>
  );
}
