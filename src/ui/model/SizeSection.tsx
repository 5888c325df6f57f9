import { Text } from '@mantine/core';
import * as words from '../../words/en/model/size';
import { number } from '../../words/format';
import { useKept } from '../common/app-context';
import { sentence } from '../common/sentence';
import { ModelSection } from './ModelSection';
import styles from './SizeSection.module.css';
import { useSize } from './use-reading';

/** What a size is like: a page of plain text is about 3 kB, a poster as a web picture about 100 kB. */
function likened(bytes: number): string {
  if (bytes === 0) return words.likeNothing;
  if (bytes < 3000) return words.likePage;
  if (bytes < 100_000) return words.likePicture;
  return words.likePictures;
}

/** Memory used, in figures and in words. */
export function SizeSection() {
  const { written, total, nodes, bytes, snapshotBytes } = useSize();
  const kept = useKept();
  const figures = [
    { name: words.written, figure: number(written), of: words.ofTotal(total) },
    { name: words.nodes, figure: number(nodes), of: '' },
    { name: words.memory, figure: words.inBytes(bytes), of: '' },
    {
      name: kept ? words.saved : words.withAnswers,
      figure: words.inBytes(snapshotBytes),
      of: '',
    },
  ];
  return (
    <ModelSection name="size" title={words.title}>
      <Text>{sentence(words.wholeTaste(bytes, likened(bytes), (size) => <strong>{size}</strong>))}</Text>
      <dl className={styles.figures}>
        {figures.map(({ name, figure, of }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tabular">
              {figure} {of && <span className={styles.of}>{of}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </ModelSection>
  );
}
