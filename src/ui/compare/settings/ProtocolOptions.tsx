import { Checkbox, NumberInput, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { type CompareSettings, hasReadout, LIMITS } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/settings';
import styles from './ProtocolOptions.module.css';

/** What a part of the settings is given. */
export interface SettingsPartProps {
  settings: CompareSettings;
  change(changes: Partial<CompareSettings>): void;
}

/** The options that the chosen protocol has, each with a sentence, for the researcher. */
export function ProtocolOptions({ settings, published, change }: SettingsPartProps & { published: boolean }) {
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
    <div className={styles.options}>
      {protocol === 'paper' && (
        <Checkbox
          size="sm"
          checked={table}
          label={words.allRows}
          description={words.allRowsSays}
          onChange={(event) => change({ table: event.currentTarget.checked })}
        />
      )}
      {protocol === 'paper' && !table && (
        <>
          {number('users', words.users, words.usersSays, 1)}
          {number('ratings', words.ratings, words.ratingsSays, 0)}
          <Choice
            label={words.join}
            says={words.joinSays}
            value={settings.join}
            data={published ? ['corrected', 'published'] : ['corrected']}
            onChange={(join) => change({ join: join as CompareSettings['join'] })}
          />
        </>
      )}
      {protocol === 'new-user' && (
        <Choice
          label={words.split}
          says={words.splitSays}
          value={settings.split}
          data={['random', 'chronological']}
          onChange={(split) => change({ split: split as CompareSettings['split'] })}
        />
      )}
      {protocol !== 'paper' && (
        <>
          <FeedbackChoice settings={settings} change={change} />
          {number('folds', words.folds, words.foldsSays, 2)}
          <FitChoice settings={settings} change={change} />
        </>
      )}
      <ReadoutChoice settings={settings} change={change} />
      {number('seed', words.seed, words.seedSays, 0)}
      {number('seeds', words.seeds, words.seedsSays, 1)}
    </div>
  );
}

function FitChoice({ settings, change }: SettingsPartProps) {
  return (
    <Choice
      label={words.learning}
      says={words.learningSays}
      value={settings.fit}
      data={['quick', 'full']}
      onChange={(fit) => change({ fit: fit as CompareSettings['fit'] })}
    />
  );
}

/** What a personal model is taught, what people give first. */
function FeedbackChoice({ settings, change }: SettingsPartProps) {
  const { feedback, readout } = settings;
  return (
    <WordedChoice
      label={words.feedback}
      says={words.feedbackSays}
      value={feedback}
      choices={[
        ['clicks', words.clicks, words.clicksSay],
        ['stars', words.stars, words.starsSay],
        ['likes', words.likes, words.likesSay],
      ]}
      // Without stars there was no readout to choose.
      onChange={(next) => change({ feedback: next, readout: feedback === 'likes' ? 'window' : readout })}
    />
  );
}

/** What the share within one star is measured on, the fair race first. */
function ReadoutChoice({ settings, change }: SettingsPartProps) {
  if (!hasReadout(settings)) return null;
  return (
    <WordedChoice
      label={words.readout}
      says={words.readoutSays}
      value={settings.readout ?? 'published'}
      choices={[
        ['window', words.oneWindow, words.oneWindowSays],
        ['mean', words.mean, words.meanSays],
        ['published', words.asPublished, words.asPublishedSays],
      ]}
      onChange={(readout) => change({ readout })}
    />
  );
}

interface WordedChoiceProps<T extends string> {
  label: string;
  says: string;
  value: T;
  choices: readonly [value: T, label: string, says: string][];
  onChange(value: T): void;
}

/** A choice each of whose answers has a sentence of its own. */
function WordedChoice<T extends string>({ label, says, value, choices, onChange }: WordedChoiceProps<T>) {
  return (
    <Radio.Group
      size="xs"
      label={label}
      description={says}
      value={value}
      onChange={(next) => onChange(next as T)}
    >
      <Stack gap={6} mt={6}>
        {choices.map(([choice, name, tells]) => (
          <Radio key={choice} size="sm" value={choice} label={name} description={tells} />
        ))}
      </Stack>
    </Radio.Group>
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
    <div>
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
