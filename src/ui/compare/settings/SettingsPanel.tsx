import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode, useState } from 'react';
import { PROTOCOLS } from '../../../evaluation/types';
import {
  type CompareSettings,
  proposedSettings,
  tidySettings,
  writeSettings,
} from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/settings';
import { PresetButton } from '../PresetButton';
import { PRESETS, PROTOCOL_ASKS } from '../presets';
import { ModelPicker } from './ModelPicker';
import { ProtocolOptions } from './ProtocolOptions';
import styles from './SettingsPanel.module.css';

interface SettingsPanelProps {
  settings: CompareSettings;
  /** Whether the data have the paper's own join. */
  published: boolean;
  onChange(settings: CompareSettings): void;
}

/** What is asked, of whom, and how: every choice with a sentence. */
export const SettingsPanel = memo(function SettingsPanel(props: SettingsPanelProps) {
  const { settings, published, onChange } = props;
  const change = (changes: Partial<CompareSettings>) => onChange(tidySettings({ ...settings, ...changes }));
  const { protocol } = settings;
  return (
    <Stack gap="md" className={styles.settings}>
      <fieldset>
        <legend className="eyebrow">{words.startFrom}</legend>
        <div className={styles.presets}>
          {PRESETS.map((preset) => {
            const same = writeSettings(preset.settings) === writeSettings(settings);
            return (
              <PresetButton key={preset.label} chosen={same} onClick={() => onChange(preset.settings)}>
                <strong>{preset.label}</strong>
                <span>{preset.says}</span>
              </PresetButton>
            );
          })}
        </div>
      </fieldset>
      <Foldable>
        <Stack gap="md">
          <fieldset>
            <legend className="eyebrow">{words.protocol}</legend>
            <SegmentedControl
              fullWidth
              size="xs"
              value={protocol}
              aria-label={words.protocol}
              data={[...PROTOCOLS]}
              onChange={(value) =>
                onChange({
                  ...proposedSettings(value as CompareSettings['protocol']),
                  seed: settings.seed,
                  seeds: settings.seeds,
                })
              }
            />
            <Text size="sm" c="dimmed" mt={6}>
              {PROTOCOL_ASKS[protocol]}
            </Text>
          </fieldset>
          <fieldset>
            <legend className="eyebrow">{words.options}</legend>
            <ProtocolOptions {...{ settings, published, change }} />
          </fieldset>
          <ModelPicker {...{ settings, change }} />
        </Stack>
      </Foldable>
    </Stack>
  );
});

/** Open beside the charts; above them, on a narrow screen, folded away so that Run and the charts are near. */
function Foldable({ children }: { children: ReactNode }) {
  const narrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.more}
      data-narrow={narrow || undefined}
      open={!narrow || open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.allSettings}</summary>
      {children}
    </details>
  );
}
