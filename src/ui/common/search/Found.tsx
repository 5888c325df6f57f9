import { Combobox, Text } from '@mantine/core';
import type { Catalogue } from '../../../data/catalogue';
import type { SeenAnswer } from '../../../data/opinion';
import type { FilmsFound } from '../../../data/search/film-search';
import { baseOf } from '../../../state/platform/library';
import * as words from '../../../words/en/common/found';
import { useLibrary } from '../app-context';
import { filmLine } from '../film-facts';
import styles from './TitleSearch.module.css';

/** Value of the option that leads on where a film is not there. */
export const MISSING = 'missing';
const SAID = { like: words.liked, 'so-so': words.soSo, dislike: words.disliked } as const;

/** What is found; 'loading' before the search is there, 'missing' where it cannot be had. */
export type SearchResult = FilmsFound | 'loading' | 'missing';

interface FoundProps {
  query: string;
  result: SearchResult;
  /** What was said of films seen, to be told beside them. */
  seen: ReadonlyMap<number, SeenAnswer>;
  /** Whether a film that is not there can be added. */
  leadsOn: boolean;
}

/** The year of the newest film of the catalogue; 0 where no year is known. */
function newestYear({ year }: Pick<Catalogue, 'year'>): number {
  return year.reduce((newest, each) => Math.max(newest, each), 0);
}

/** What can be found and what cannot, said where nothing is called as it was written. */
function NotCalled({ query, isNear, leadsOn }: { query: string; isNear: boolean; leadsOn: boolean }) {
  const newest = newestYear(baseOf(useLibrary()).catalogue);
  const nearlySo = leadsOn ? words.nearlySoOrAdd : words.nearlySo;
  const fewer = leadsOn ? words.fewerWordsOrAdd : words.fewerWords;
  return [
    words.notCalled(query),
    ...(newest > 0 ? [words.endIn(newest)] : []),
    words.searched,
    isNear ? nearlySo : fewer,
  ].join(' ');
}

function Option({ item, said }: { item: number; said?: SeenAnswer }) {
  const { catalogue } = useLibrary();
  const others = catalogue.alternateTitles[item];
  return (
    <Combobox.Option value={String(item)}>
      <Text fw={550}>
        {catalogue.title[item]}
        {others.length > 0 && <span className={styles.other}> {others.join(' · ')}</span>}
        {said && <span className={styles.said}> {SAID[said]}</span>}
      </Text>
      <Text size="sm" className={styles.line}>
        {filmLine(catalogue, item)}
      </Text>
    </Combobox.Option>
  );
}

/** The films found, or that there is none and why. */
export function Found({ query, result, seen, leadsOn }: FoundProps) {
  const isThere = typeof result !== 'string';
  const items = isThere ? result.items : [];
  const written = query.trim();
  const isNear = isThere && result.isNear;
  const isNone = isThere && items.length === 0;
  return (
    <Combobox.Dropdown hidden={written === '' || result === 'loading'}>
      {result === 'missing' && <Combobox.Empty>{words.notLoaded}</Combobox.Empty>}
      {isThere && result.browsed !== null && (
        <Combobox.Header className={styles.line} role="status">
          {isNone ? words.noneOf(result.browsed) : words.bestKnown(result.browsed)}
        </Combobox.Header>
      )}
      {isThere && result.browsed === null && (isNone || isNear) && (
        <Combobox.Header className={styles.line} role="status">
          <NotCalled query={written} isNear={isNear} leadsOn={leadsOn} />
        </Combobox.Header>
      )}
      <Combobox.Options aria-label={words.films} hidden={!isThere || (isNone && !leadsOn)}>
        {items.map((item) => (
          <Option key={item} item={item} said={seen.get(item)} />
        ))}
        {leadsOn && <Combobox.Option value={MISSING}>{words.missing}</Combobox.Option>}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
