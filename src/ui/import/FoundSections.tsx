import { Accordion, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { baseOf } from '../../state/platform/library';
import * as words from '../../words/en/import/review';
import type { MatchedHistory } from '../../worker/import/contract';
import { useLibrary } from '../common/app-context';
import links from '../common/links.module.css';
import { sentence } from '../common/sentence';
import { Doubt } from './Doubt';
import { MissingFilm, Said, SureFilm } from './FilmChoice';
import type { FoundFilm, FoundFilms } from './found';
import styles from './Import.module.css';
import { Paged } from './Paged';
import { MISSING } from './words';

const keyOf = ({ history, row }: FoundFilm) => `${history} ${row}`;

function Section({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>{title}</Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

/** Where the films here end, and what can be done about one that is missed. */
function WhatIsHere() {
  const { catalogue } = baseOf(useLibrary());
  const newest = catalogue.year.reduce((latest, year) => Math.max(latest, year), 0);
  const linkTo = (href: string) => (text: string) => (
    <Link href={href} className={links.quiet}>
      {text}
    </Link>
  );
  return (
    <Text size="sm" mb="xs">
      {sentence(
        words.whatIsHere(catalogue.count, newest > 0 ? newest : null, linkTo('/rate'), linkTo('/your-data')),
      )}
    </Text>
  );
}

/** What was found, by how sure it is; each part opens on request. */
export function FoundSections({
  films,
  histories,
}: {
  films: FoundFilms;
  histories: readonly MatchedHistory[];
}) {
  const { sure, doubtful, missing, series } = films;
  const refused = histories.flatMap((history) => history.refused);
  const notices = [...new Set(histories.flatMap((history) => history.notices))];
  return (
    <Accordion
      multiple
      variant="separated"
      order={3}
      defaultValue={sure.length === 0 ? ['doubtful', 'refused'] : ['doubtful']}
    >
      {doubtful.length > 0 && (
        <Section name="doubtful" title={words.toLookAt(doubtful.length)}>
          <Text size="sm" mb="xs">
            {words.undecidedLeftOut}
          </Text>
          <Paged label={words.filmsToLookAt} rows={doubtful} keyOf={keyOf}>
            {(film) => <Doubt film={film} />}
          </Paged>
        </Section>
      )}
      {sure.length > 0 && (
        <Section name="sure" title={words.foundFilms(sure.length)}>
          <Paged label={words.filmsFound} rows={sure} keyOf={keyOf}>
            {(film) => <SureFilm film={film} item={film.item} />}
          </Paged>
        </Section>
      )}
      {missing.length > 0 && (
        <Section name="missing" title={words.notHere(missing.length)}>
          <WhatIsHere />
          <Paged label={words.filmsNotHere} rows={missing} keyOf={keyOf}>
            {(film) => <MissingFilm film={film} why={MISSING[film.why]} />}
          </Paged>
        </Section>
      )}
      {series.length > 0 && (
        <Section name="series" title={words.seriesLeftOut(series.length)}>
          <Paged label={words.seriesAndEpisodes} rows={series} keyOf={keyOf}>
            {(film) => <Said film={film} />}
          </Paged>
        </Section>
      )}
      {refused.length > 0 && (
        <Section name="refused" title={words.notRead(refused.length)}>
          <Paged label={words.rowsNotRead} rows={refused} keyOf={(row, place) => `${place} ${row}`}>
            {(row) => row}
          </Paged>
        </Section>
      )}
      {notices.length > 0 && (
        <Section name="notices" title={words.aboutFiles(notices.length)}>
          <ul className={styles.sentences}>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Section>
      )}
    </Accordion>
  );
}
