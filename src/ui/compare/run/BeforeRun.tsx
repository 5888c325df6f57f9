import { Text, Title } from '@mantine/core';
import { type CompareSettings, describeSettings } from '../../../state/compare/settings';
import { Swatch } from '../charts/Swatch';
import { publishedFigure, whyPublishedDiffer } from '../published-figures';
import styles from './RunView.module.css';

/** In place of figures before a run: what will be measured, and what the paper reports of it. */
export function BeforeRun({ settings }: { settings: CompareSettings }) {
  const published = settings.models.flatMap((model) => {
    const figure = publishedFigure(settings, model);
    return figure === undefined ? [] : [{ model, figure }];
  });
  return (
    <>
      <Title order={2}>Not measured yet</Title>
      <Text>
        Run measures {settings.models.length} systems ({describeSettings(settings)}). A table, the standing of
        all and their spread over users appear here and fill as it goes; a run can be paused, cancelled and
        kept.
      </Text>
      {published.length > 0 && (
        <>
          <Text fw={600}>What the paper reports of these, within one star:</Text>
          <ul className={styles.published} aria-label="What the paper reports">
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
