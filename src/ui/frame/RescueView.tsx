import { useState } from 'react';
import * as words from '../../words/en/frame/rescue';
import { appName } from '../../words/en/frame/titles';
import { useApp } from '../common/app-context';
import { ErrorView, type ErrorViewProps } from '../common/StateViews';
import { saveFile, savesFiles } from '../common/saving-files';

const DATA_FILE = 'weightless-data.json';

/** What a person may copy for whoever is to mend it. */
function report({ title, message, details }: ErrorViewProps): string {
  const about = [`${appName} ${__APP_VERSION__}`, location.href, navigator.userAgent];
  return [title, message, details, ...about, ...window.weightlessStart.errors].filter(Boolean).join('\n');
}

/**
 * Says what failed where nothing else can be used, and takes the data out: by code of the page itself, for the app's own may
 * be what broke or never came.
 */
export function RescueView({ actions = [], ...view }: ErrorViewProps & { message: string }) {
  const app = useApp();
  const [said, setSaid] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const attempt = async (done: string, action: () => Promise<unknown>) => {
    try {
      await action();
      setSaid(done);
    } catch (error) {
      setSaid(words.notPossible(error instanceof Error ? error.message : String(error)));
    }
  };
  const save = () =>
    attempt(words.savedAs(DATA_FILE), async () => {
      const content = await window.weightlessStart.storedData(app.held());
      if (savesFiles(window) === 'yes') saveFile(content, 'application/json', DATA_FILE);
      else setText(content);
    });
  const copy = () => attempt(words.copied, () => navigator.clipboard.writeText(report(view)));
  return (
    <ErrorView
      {...view}
      key={text === null ? 'failure' : 'text'}
      message={
        <>
          {view.message}
          {said && <div role="status">{text === null ? said : words.copyText}</div>}
        </>
      }
      details={text ?? view.details}
      detailsOpen={text !== null}
      actions={[
        ...actions,
        { label: words.saveData, onClick: save },
        { label: words.copyDetails, onClick: copy },
      ]}
    />
  );
}
