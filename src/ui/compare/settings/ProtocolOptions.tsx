import { Checkbox, NumberInput, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { type CompareSettings, hasReadout, LIMITS } from '../../../state/compare/settings';
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
          <FeedbackChoice settings={settings} change={change} />
          {number('folds', 'Folds', 'Parts that the users are dealt into.', 2)}
          <FitChoice settings={settings} change={change} />
        </>
      )}
      <ReadoutChoice settings={settings} change={change} />
      {number('seed', 'Seed', 'Decides every draw: the same seed, the same figures.', 0)}
      {number('seeds', 'Seeds', 'Runs in a row; figures are means over them.', 1)}
    </div>
  );
}

function FitChoice({ settings, change }: SettingsPartProps) {
  return (
    <Choice
      label="Learning"
      says="What the networks of wnn and hybrid are learned from, anew in each fold: about a quarter of the training ratings, in seconds, or all, in minutes."
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
      label="Feedback"
      says="What of a user’s training part systems are taught."
      value={feedback}
      choices={[
        [
          'clicks',
          'What people click',
          'Like (4 stars or more), so-so (2.5 to 3.5) and dislike, as in the app.',
        ],
        ['stars', 'Stars', 'The ratings as they are: more than a click says.'],
        ['likes', 'Likes', 'Like or not; figures in stars are left out.'],
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
      label="Readout"
      says="What the share within one star is measured on."
      value={settings.readout ?? 'published'}
      choices={[
        [
          'window',
          'One window for all',
          'Each answers with what is most probably within one star: a fair race.',
        ],
        ['mean', 'Mean', 'Each answers with the stars it expects.'],
        [
          'published',
          'As published',
          'wnn, hybrid and user-constant with a window, the others with their mean.',
        ],
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
        {choices.map(([choice, name, words]) => (
          <Radio key={choice} size="sm" value={choice} label={name} description={words} />
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
