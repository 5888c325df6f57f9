import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { createStore } from 'zustand';
import * as words from '../../words/en/film/page';
import { useModel } from '../common/app-context';
import { sentence } from '../common/sentence';
import { ListContext, type ListFacts } from '../recommend/list-context';
import styles from './FilmPage.module.css';

const WhyPanel = lazy(async () => ({ default: (await import('../recommend/why/WhyPanel')).WhyPanel }));

/** Clicks in the reasons count as made on the page. */
const FACTS = createStore((): ListFacts => ({ place: 'film', limit: 50, hidden: [] }));

interface ModelViewProps {
  item: number;
  /** Whether it is told at once, as it is but for films that are being judged. */
  shown: boolean;
  show(): void;
}

/** How likely one is to like the film, where it stands in one's list, and why. */
export function ModelView({ item, shown, show }: ModelViewProps) {
  return (
    <section aria-labelledby="model-title">
      <Title order={2} size="h3" id="model-title">
        {words.forYou}
      </Title>
      {shown ? (
        <Told item={item} />
      ) : (
        <>
          <Text>{words.notYet}</Text>
          <Button variant="default" size="sm" mt="xs" onClick={show}>
            {words.showIt}
          </Button>
        </>
      )}
    </section>
  );
}

function Told({ item }: { item: number }) {
  const matchOf = useModel((state) => state.listMatchOf);
  const ranksOf = useModel((state) => state.ranksOf);
  const rated = useModel((state) => state.opinions.size > 0);
  const seen = useModel((state) => state.opinions.has(item));
  // Another click may change the figures.
  useModel((state) => state.revision);
  const [open, { toggle }] = useDisclosure(false);
  const percent = Math.round(matchOf(item) * 100);
  const [rank] = ranksOf([item]);
  const share = <strong className="tabular">{percent} %</strong>;
  return (
    <>
      <p className={styles.match}>
        {sentence(rated ? (seen ? words.wouldLike : words.willLike)(share, rank) : words.likedByAll(share))}
      </p>
      <Button variant="light" size="sm" aria-expanded={open} onClick={toggle}>
        {words.why}
      </Button>
      <Suspense fallback={null}>
        {open && (
          <ListContext value={FACTS}>
            <div className={styles.why}>
              <h3 className="visually-hidden">{words.whyTitle}</h3>
              <WhyPanel item={item} answers={false} />
            </div>
          </ListContext>
        )}
      </Suspense>
    </>
  );
}
