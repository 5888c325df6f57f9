import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'wouter';
import { LEAST_BEHIND, type TasteTrait } from '../../wnn/inspect/leanings';
import links from '../common/links.module.css';
import { TwinTable } from '../common/tables/TwinTable';
import { ModelSection } from './ModelSection';
import styles from './TasteSection.module.css';
import { useTaste } from './use-reading';

/** Traits shown at first, and after "more". */
const SHOWN = 8;
const MORE = 30;

const films = (count: number) => `${count} ${count === 1 ? 'film' : 'films'}`;

/** Whether too few films stand behind a trait to draw it as known. */
const isGuess = (trait: TasteTrait, side: 'liked' | 'disliked') => trait[side] < LEAST_BEHIND;

/** "from 5 films, though you disliked 1"; "a guess, from 1 film". */
function restsOn(trait: TasteTrait, side: 'liked' | 'disliked'): string {
  const [own, other] = [trait[side], trait[side === 'liked' ? 'disliked' : 'liked']];
  const against = other > 0 ? `, though you ${side === 'liked' ? 'disliked' : 'liked'} ${other}` : '';
  return `${isGuess(trait, side) ? 'a guess, ' : ''}from ${films(own)}${against}`;
}

interface SideProps {
  title: string;
  side: 'liked' | 'disliked';
  traits: readonly TasteTrait[];
  strongest: number;
  empty: string;
}

function Side({ title, side, traits, strongest, empty }: SideProps) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section className={styles.side} data-side={side} aria-label={title}>
      <Title order={3}>{title}</Title>
      {traits.length === 0 && <Text c="dimmed">{empty}</Text>}
      <ol className={styles.traits}>
        {traits.slice(0, open ? MORE : SHOWN).map((trait) => (
          <li key={trait.label} className={styles.trait}>
            <span className={styles.label} data-testid="trait">
              {trait.label}
            </span>
            {!isGuess(trait, side) && (
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(3, (100 * Math.abs(trait.lean)) / strongest)}%` }} />
              </span>
            )}
            <span className={styles.rests}>{restsOn(trait, side)}</span>
          </li>
        ))}
      </ol>
      {traits.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={open}>
          {open ? 'Fewer' : `${Math.min(MORE, traits.length) - SHOWN} more`}
        </Button>
      )}
    </section>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** All traits with their exact figures, and where they come from. */
function HowRead({ traits }: { traits: readonly TasteTrait[] }) {
  return (
    <details className={styles.details}>
      <summary>How this is read out of the memory</summary>
      <Text size="sm">
        Not from the list of your ratings: from the memory cells alone. Each node looks at a few facts about a
        film, and those facts choose the cell your click is written to. Adding up what stands in all cells
        whose address says “Horror”, over all nodes that look at Horror, gives back how much of what you like
        is horror: the network’s <em>mental image</em> (DRASiW; Grieco, De Gregorio and others, 2010). A trait
        is strong when its share of your likes is above its share of everybody’s likes, or its share of your
        dislikes below; two films’ worth of doubt keep a lucky hit small. Take a rating back, and the image is
        exactly what it was before.
      </Text>
      <TwinTable
        caption="Every trait the nodes can tell; strength above 0: you lean to it"
        heads={[
          'trait',
          'strength',
          'of your likes',
          'of everybody’s',
          'of your dislikes',
          'liked',
          'disliked',
        ]}
        rows={traits.map((trait) => ({
          name: trait.label,
          cells: [
            trait.lean.toFixed(2).replace('-', '−'),
            percent(trait.ofLikes),
            percent(trait.ofPublic),
            percent(trait.ofDislikes),
            String(trait.liked),
            String(trait.disliked),
          ],
        }))}
      />
    </details>
  );
}

/** Traits liked and disliked, strongest first, read out of the cells. */
export function TasteSection({ rated }: { rated: number }) {
  const { traits, liked, disliked } = useTaste();
  const strongest = Math.max(0.5, ...[...liked, ...disliked].map(({ lean }) => Math.abs(lean)));
  return (
    <ModelSection name="taste" title="What it has learned">
      {rated === 0 ? (
        <Text>
          Nothing yet: its memory is empty.{' '}
          <Link href="/rate" className={links.quiet}>
            Rate a few films
          </Link>
          , or like one in the picture below, and watch it learn.
        </Text>
      ) : (
        <>
          <div className={styles.taste}>
            <Side
              title="You go for"
              side="liked"
              traits={liked}
              strongest={strongest}
              empty="Nothing stands out yet. Like a few films that have something in common."
            />
            <Side
              title="You avoid"
              side="disliked"
              traits={disliked}
              strongest={strongest}
              empty="Nothing stands out yet. Dislikes teach it what to leave out."
            />
          </div>
          <HowRead traits={traits} />
        </>
      )}
    </ModelSection>
  );
}
