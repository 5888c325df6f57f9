import { Accordion, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { baseOf } from '../../state/platform/library';
import type { MatchedHistory } from '../../worker/import/contract';
import { useLibrary } from '../common/app-context';
import links from '../common/links.module.css';
import { Doubt } from './Doubt';
import { MissingFilm, Said, SureFilm } from './FilmChoice';
import type { FoundFilm, FoundFilms } from './found';
import styles from './Import.module.css';
import { Paged } from './Paged';
import { count, MISSING } from './words';

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
  return (
    <Text size="sm" mb="xs">
      {count(catalogue.count, 'film')} are here{newest > 0 && `, and end in ${newest}`}. One that you miss can
      be added first: search for it on{' '}
      <Link href="/rate" className={links.quiet}>
        Rate
      </Link>
      , choose “I can’t find my film”, then choose your files again. Newer films come with{' '}
      <Link href="/your-data" className={links.quiet}>
        another catalogue
      </Link>
      .
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
        <Section name="doubtful" title={`To look at: ${count(doubtful.length, 'film')}`}>
          <Text size="sm" mb="xs">
            What you do not decide is left out.
          </Text>
          <Paged label="Films to look at" rows={doubtful} keyOf={keyOf}>
            {(film) => <Doubt film={film} />}
          </Paged>
        </Section>
      )}
      {sure.length > 0 && (
        <Section name="sure" title={`Found: ${count(sure.length, 'film')}`}>
          <Paged label="Films found" rows={sure} keyOf={keyOf}>
            {(film) => <SureFilm film={film} item={film.item} />}
          </Paged>
        </Section>
      )}
      {missing.length > 0 && (
        <Section name="missing" title={`Not here: ${count(missing.length, 'film')}`}>
          <WhatIsHere />
          <Paged label="Films not here" rows={missing} keyOf={keyOf}>
            {(film) => <MissingFilm film={film} why={MISSING[film.why]} />}
          </Paged>
        </Section>
      )}
      {series.length > 0 && (
        <Section
          name="series"
          title={`Left out: ${count(series.length, 'series or episode', 'series and episodes')}`}
        >
          <Paged label="Series and episodes" rows={series} keyOf={keyOf}>
            {(film) => <Said film={film} />}
          </Paged>
        </Section>
      )}
      {refused.length > 0 && (
        <Section name="refused" title={`Could not be read: ${count(refused.length, 'row')}`}>
          <Paged label="Rows that could not be read" rows={refused} keyOf={(row, place) => `${place} ${row}`}>
            {(row) => row}
          </Paged>
        </Section>
      )}
      {notices.length > 0 && (
        <Section name="notices" title={`About the files: ${count(notices.length, 'note')}`}>
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
