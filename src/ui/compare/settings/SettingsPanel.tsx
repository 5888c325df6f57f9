import { Button, Checkbox, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode, useState } from 'react';
import { modelsOf } from '../../../evaluation/recommenders/registry';
import { PROTOCOLS } from '../../../evaluation/types';
import {
  type CompareSettings,
  defaultSettings,
  LIMITS,
  tidySettings,
  writeSettings,
  yardsticksOf,
} from '../../../state/compare/settings';
import { Swatch } from '../charts/Legend';
import { styleOf } from '../model-style';
import { PRESETS, PROTOCOL_WORDS } from '../words';

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
    <Stack gap="md" className="compare-settings">
      <fieldset>
        <legend className="eyebrow">Start from</legend>
        <div className="compare-presets">
          {PRESETS.map((preset) => {
            const same = writeSettings(preset.settings) === writeSettings(settings);
            return (
              <button
                key={preset.label}
                type="button"
                className="compare-preset"
                aria-pressed={same}
                onClick={() => onChange(preset.settings)}
              >
                <strong>{preset.label}</strong>
                <span>{preset.says}</span>
              </button>
            );
          })}
        </div>
      </fieldset>
      <Foldable>
        <Stack gap="md">
          <fieldset>
            <legend className="eyebrow">Protocol</legend>
            <SegmentedControl
              fullWidth
              size="xs"
              value={protocol}
              aria-label="Protocol"
              data={PROTOCOLS.map((value) => ({ value, label: PROTOCOL_WORDS[value].label }))}
              onChange={(value) =>
                onChange({
                  ...defaultSettings(value as CompareSettings['protocol']),
                  seed: settings.seed,
                  seeds: settings.seeds,
                })
              }
            />
            <Text size="sm" c="dimmed" mt={6}>
              {PROTOCOL_WORDS[protocol].says}
            </Text>
          </fieldset>
          <fieldset>
            <legend className="eyebrow">Options</legend>
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
      className="compare-more"
      data-narrow={narrow || undefined}
      open={!narrow || open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Protocol, options, systems</summary>
      {children}
    </details>
  );
}

interface PartProps {
  settings: CompareSettings;
  change(changes: Partial<CompareSettings>): void;
}

function ProtocolOptions({ settings, published, change }: PartProps & { published: boolean }) {
  const { protocol, table } = settings;
  const number = (
    name: 'users' | 'ratings' | 'folds' | 'seed' | 'seeds',
    label: string,
    says: string,
    least: number,
  ) => (
    <NumberInput
      key={name}
      size="xs"
      label={label}
      description={says}
      min={least}
      max={LIMITS[name]}
      clampBehavior="blur"
      allowDecimal={false}
      value={settings[name]}
      onChange={(value) => {
        if (typeof value === 'number' && value >= least && value <= LIMITS[name]) change({ [name]: value });
      }}
    />
  );
  return (
    <div className="compare-options">
      {protocol === 'paper' && (
        <Checkbox
          size="sm"
          checked={table}
          label="All rows of the paper’s table"
          description="The three that 671 users can fill, under both joins."
          onChange={(event) => change({ table: event.currentTarget.checked })}
        />
      )}
      {protocol === 'paper' && !table && (
        <>
          {number('users', 'Users', 'How many are drawn for the sample.', 1)}
          {number('ratings', 'Ratings a user', 'Drawn at random; 0 takes all.', 0)}
          <Choice
            label="Join"
            says="Which TMDB facts a film gets: the right ones, or those the published code gives it by mistake."
            value={settings.join}
            data={published ? ['corrected', 'published'] : ['corrected']}
            onChange={(join) => change({ join: join as CompareSettings['join'] })}
          />
        </>
      )}
      {protocol === 'new-user' && (
        <Choice
          label="Split"
          says="How a user’s ratings are divided into learned and asked."
          value={settings.split}
          data={['random', 'chronological']}
          onChange={(split) => change({ split: split as CompareSettings['split'] })}
        />
      )}
      {protocol !== 'paper' && (
        <>
          <Choice
            label="Feedback"
            says="What personal models are taught: the stars, or only like (4 and more) and dislike."
            value={settings.feedback}
            data={['stars', 'likes']}
            onChange={(feedback) => change({ feedback: feedback as CompareSettings['feedback'] })}
          />
          {number('folds', 'Folds', 'Parts that the users are dealt into.', 2)}
          <Choice
            label="Learning"
            says="What the networks of wnn and hybrid are learned from, anew in each fold: about a quarter of the training ratings, in seconds, or all, in minutes."
            value={settings.fit}
            data={['quick', 'full']}
            onChange={(fit) => change({ fit: fit as CompareSettings['fit'] })}
          />
        </>
      )}
      {number('seed', 'Seed', 'Decides every draw: the same seed, the same figures.', 0)}
      {number('seeds', 'Seeds', 'Runs in a row; figures are means over them.', 1)}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  says: string;
  value: string;
  data: string[];
  onChange(value: string): void;
}

function Choice({ label, says, value, data, onChange }: ChoiceProps) {
  return (
    <div className="compare-choice">
      <Text size="xs" fw={500}>
        {label}
      </Text>
      <Text size="xs" c="dimmed">
        {says}
      </Text>
      <SegmentedControl fullWidth size="xs" mt={4} aria-label={label} {...{ value, data, onChange }} />
    </div>
  );
}

function ModelPicker({ settings, change }: PartProps) {
  const { protocol, models } = settings;
  const all = modelsOf(protocol);
  const fixed = yardsticksOf(protocol);
  const chosen = new Set(models);
  return (
    <fieldset>
      <legend className="eyebrow">Systems</legend>
      <div className="compare-models">
        {all.map((name) => (
          <Checkbox
            key={name}
            size="sm"
            checked={chosen.has(name)}
            disabled={fixed.includes(name)}
            label={
              <span className="compare-model-label">
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
      <div className="compare-model-buttons">
        <Button size="compact-xs" variant="default" onClick={() => change({ models: all })}>
          All
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => change({ models: ['wnn', 'hybrid'] })}>
          Weightless only
        </Button>
        <Text size="xs" c="dimmed">
          {fixed.join(' and ')} always {fixed.length === 1 ? 'stands' : 'stand'} beside a result.
        </Text>
      </div>
    </fieldset>
  );
}
