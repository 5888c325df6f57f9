import { Text, Title } from '@mantine/core';
import { type CompareSettings, describeSettings } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/run';
import { Swatch } from '../charts/Swatch';
import { whyPublishedDiffer } from '../notes';
import { publishedFigure } from '../published-figures';
import styles from './RunView.module.css';

/** In place of figures before a run: what will be measured, and what the paper reports of it. */
export function BeforeRun({ settings }: { settings: CompareSettings }) {
  const published = settings.models.flatMap((model) => {
    const figure = publishedFigure(settings, model);
    return figure === undefined ? [] : [{ model, figure }];
  });
  return (
    <>
      <Title order={2}>{words.notMeasured}</Title>
      <Text>{words.whatRunDoes(settings.models.length, describeSettings(settings))}</Text>
      {published.length > 0 && (
        <>
          <Text fw={600}>{words.paperReportsOfThese}</Text>
          <ul className={styles.published} aria-label={words.paperReports}>
            {published.map(({ model, figure }) => (
              <li key={model}>
                <Swatch model={model} /> {model} <strong className="tabular">{figure.toFixed(3)}</strong>
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed" maw="78ch">
            {whyPublishedDiffer(settings)}
          </Text>
        </>
      )}
    </>
  );
}
