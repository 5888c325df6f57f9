import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import type { BackupPreview, PersonPreview, RestoreChoice } from '../../state/backup/preview';
import * as words from '../../words/en/your-data/restore';
import { dayName } from '../ratings/days';
import styles from './your-data.module.css';

interface PersonChoiceProps {
  preview: BackupPreview;
  /** Of the person among those of the file. */
  place: number;
  person: PersonPreview;
  choice: RestoreChoice;
  onChange: (choice: RestoreChoice) => void;
}

const LABELS: Record<RestoreChoice['mode'], string> = {
  merge: words.merge,
  replace: words.replaceHere,
  add: words.addPerson,
  leave: words.leaveOut,
};

/** What becomes of one person of a backup. */
export function PersonChoice({ preview, place, person, choice, onChange }: PersonChoiceProps) {
  const { here } = preview;
  const [first] = here;
  // At a first visit there is nothing to put it together with.
  const isFresh = here.length <= 1 && (first?.clicks ?? 0) === 0 && person.suggested.mode === 'add';
  const target = 'profileId' in choice ? choice.profileId : (suggestedTarget(person) ?? first?.id ?? '');
  const choose = (mode: string) => {
    if (mode === 'merge' || mode === 'replace') onChange({ mode, profileId: target });
    else onChange({ mode: mode === 'add' ? 'add' : 'leave' });
  };
  const modes: RestoreChoice['mode'][] = isFresh ? ['add', 'leave'] : ['merge', 'replace', 'add', 'leave'];
  const { span } = person;
  const days = span && { first: dayName(span.from), last: dayName(span.to) };
  return (
    <Stack gap="xs" className={styles.person}>
      <Radio.Group
        label={person.name}
        description={words.clicksOf(person.clicks, days)}
        value={choice.mode}
        onChange={choose}
      >
        <Stack gap="xs" mt="xs">
          {modes.map((mode) => (
            <Radio key={mode} value={mode} label={isFresh && mode === 'add' ? words.restore : LABELS[mode]} />
          ))}
        </Stack>
      </Radio.Group>
      {'profileId' in choice && here.length > 1 && (
        <NativeSelect
          label={choice.mode === 'merge' ? words.togetherWith : words.inPlaceOf}
          value={choice.profileId}
          data={here.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onChange({ ...choice, profileId: event.currentTarget.value })}
        />
      )}
      <Text size="sm" role="status">
        {words.outcome(choice.mode, preview.outcomeOf(place, choice))}
      </Text>
    </Stack>
  );
}

function suggestedTarget({ suggested }: PersonPreview): string | undefined {
  return 'profileId' in suggested ? suggested.profileId : undefined;
}
