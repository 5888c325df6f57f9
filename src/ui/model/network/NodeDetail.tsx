import { Text, Title } from '@mantine/core';
import { bestKnownBeside, type NodeView, shareCell } from '../../../wnn/inspect/network-view';
import { tellingAnswers } from '../../../wnn/inspect/retina-rows';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import styles from './NodeDetail.module.css';

/** The user's films named one by one. */
const NAMED = 5;
/** Films by which a group without facts is known. */
const KNOWN_BY = 3;

const times = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function voteWords(vote: number): string {
  if (vote === 0) return 'So it says nothing of this film yet.';
  const amount = Math.abs(vote).toFixed(3);
  return vote > 0 ? `So it votes for this film: +${amount}.` : `So it votes against this film: −${amount}.`;
}

/** What the node asks of a film, the facts that hold first. */
function Questions({ item, node }: { item: number; node: NodeView }) {
  const { catalogue, effects, network } = useLibrary();
  if (node.bits.length === 0) {
    const known = bestKnownBeside(network, node.node, item, effects.ratings, KNOWN_BY);
    return (
      <Text size="sm">
        It looks at no facts: it groups films that the same people like
        {known.length > 0 && `, here ${known.map((film) => catalogue.title[film]).join(', ')} and this film`}.
      </Text>
    );
  }
  const answers = tellingAnswers(network.retina, item, node.bits);
  return (
    <>
      <Text size="sm">It looks at {times(node.bits.length, 'fact')}. What this film answers:</Text>
      <ul className={styles.bits}>
        {answers.map(({ label, on }) => (
          <li key={label} data-on={on || undefined}>
            <span aria-hidden="true">{on ? '●' : '○'}</span>{' '}
            <span className="visually-hidden">{on ? 'yes:' : 'no:'}</span>
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One node opened up: what it asks, which cell the film leads to, what stands there, what it votes. */
export function NodeDetail({ item, node }: { item: number; node: NodeView }) {
  const { catalogue, network } = useLibrary();
  const opinions = useModel((state) => state.opinions);
  // What was so-so is in the cell too, but is no vote.
  const voting = [...opinions].flatMap(([film, answer]) => (answer === 'so-so' ? [] : [film]));
  const mine = voting.filter(
    (film) => shareCell(network, node.node, item, film) || (film === item && node.cell > 0),
  );
  const named = mine.slice(0, NAMED).map((film) => titleWithYear(catalogue, film));
  return (
    <section className={styles.detail} aria-label="The chosen node">
      <Title order={3} size="h4">
        Node {node.node + 1}
      </Title>
      <Questions item={item} node={node} />
      {node.cell === 0 ? (
        <Text size="sm">
          No other film answers like this one, so there is no cell to share, and nothing to recall.
        </Text>
      ) : (
        <Text size="sm">
          The answers lead to cell {node.cell} of {node.cells.toLocaleString('en')}. In it:{' '}
          {node.likes + node.dislikes === 0
            ? 'nothing you have clicked.'
            : `${times(node.likes, 'like')} and ${times(node.dislikes, 'dislike')} of yours (${named.join(', ')}${
                mine.length > NAMED ? ', …' : ''
              }).`}{' '}
          <strong>{voteWords(node.vote)}</strong>
        </Text>
      )}
    </section>
  );
}
