import { Text } from '@mantine/core';
import { ModelSection } from './ModelSection';
import styles from './SizeSection.module.css';
import { useSize } from './use-reading';

/** "820 bytes", "24 kB". */
function inBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const kilo = bytes / 1000;
  return `${kilo < 10 ? kilo.toFixed(1) : Math.round(kilo).toLocaleString('en')} kB`;
}

/** What a size is like: a page of plain text is about 3 kB, a poster as a web picture about 100 kB. */
function likened(bytes: number): string {
  if (bytes === 0) return 'nothing yet';
  if (bytes < 3000) return 'less than a page of text';
  if (bytes < 100_000) return 'smaller than a picture of one film poster';
  return 'about as much as a picture of one or two film posters';
}

/** Memory used, in figures and in words. */
export function SizeSection() {
  const { written, total, nodes, bytes, snapshotBytes } = useSize();
  const figures = [
    { name: 'cells written', figure: written.toLocaleString('en'), of: `of ${total.toLocaleString('en')}` },
    { name: 'nodes that read and write them', figure: nodes.toLocaleString('en'), of: '' },
    { name: 'the memory itself', figure: inBytes(bytes), of: '' },
    { name: 'saved on this device, with your answers', figure: inBytes(snapshotBytes), of: '' },
  ];
  return (
    <ModelSection name="size" title="Memory used">
      <Text>
        Your whole taste is <strong>{inBytes(bytes)}</strong>: {likened(bytes)}.
      </Text>
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
