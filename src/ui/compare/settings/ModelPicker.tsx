import { Button, Checkbox, Text } from '@mantine/core';
import { modelsOf } from '../../../evaluation/recommenders/registry';
import { yardsticksOf } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/settings';
import { Swatch } from '../charts/Swatch';
import { styleOf } from '../model-style';
import styles from './ModelPicker.module.css';
import type { SettingsPartProps } from './ProtocolOptions';

/** Which systems are compared, each with what it is, for the researcher. */
export function ModelPicker({ settings, change }: SettingsPartProps) {
  const { protocol, models } = settings;
  const all = modelsOf(protocol);
  const fixed = yardsticksOf(protocol);
  const chosen = new Set(models);
  return (
    <fieldset>
      <legend className="eyebrow">{words.systems}</legend>
      <div className={styles.models}>
        {all.map((name) => (
          <Checkbox
            key={name}
            size="sm"
            checked={chosen.has(name)}
            disabled={fixed.includes(name)}
            label={
              <span className={styles.label}>
                <Swatch model={name} /> {name}
              </span>
            }
            description={styleOf(name).says}
            onChange={(event) =>
              change({
                models: event.currentTarget.checked
                  ? [...models, name]
                  : models.filter((other) => other !== name),
              })
            }
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button size="compact-xs" variant="default" onClick={() => change({ models: all })}>
          {words.allSystems}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => change({ models: ['wnn', 'hybrid'] })}>
          {words.weightlessOnly}
        </Button>
        <Text size="xs" c="dimmed">
          {words.alwaysThere(fixed)}
        </Text>
      </div>
    </fieldset>
  );
}
