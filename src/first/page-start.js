// Runs before everything else, as a script of the page itself: what a person may need where the app's own code never comes
// or breaks. So it leans on nothing but the browser, of whatever age.
(() => {
  // Libraries ask for this by `typeof`, and would end the whole page before it has begun: where it exists and throws, it is
  // made one that does not exist. Here, since modules have no order before which nothing runs.
  try {
    if (typeof BroadcastChannel !== 'undefined') new BroadcastChannel('weightless-probe').close();
  } catch {
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined, configurable: true });
  }

  // The page's policy (scripts/policy.mjs) lets no plain text become script or markup. Here is what may: text without a tag,
  // as Mantine writes its styles, and the scripts of the app's own workers.
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScriptURL(url) {
      const { href, protocol } = new URL(url, document.baseURI);
      return protocol === 'blob:' || href.startsWith(new URL('.', document.baseURI).href) ? url : null;
    },
  });

  /** Errors kept for the details that a person may copy: the first ones say most. */
  const MOST_ERRORS = 20;
  /** @type {string[]} */
  const errors = [];
  /** @param {unknown} what */
  const note = (what) => {
    if (errors.length < MOST_ERRORS) errors.push(String(what));
  };
  window.addEventListener(
    'error',
    (event) => {
      const { target } = event;
      // A part of the page that did not come tells of itself only here, on the way down.
      if (target instanceof HTMLScriptElement || target instanceof HTMLLinkElement)
        note(`Not loaded: ${'src' in target ? target.src : target.href}`);
      else note(event.error instanceof Error ? (event.error.stack ?? event.error) : event.message);
    },
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) =>
    note(reason instanceof Error ? (reason.stack ?? reason) : reason),
  );

  /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
  const answerOf = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /** The database as it is, in whatever version; null where there is none. @returns {Promise<IDBDatabase | null>} */
  const open = () =>
    new Promise((resolve, reject) => {
      // Without a version: nothing is upgraded, and one that is not there is not made.
      const request = indexedDB.open('weightless');
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => (request.error?.name === 'AbortError' ? resolve(null) : reject(request.error));
      request.onblocked = () => reject(new Error('Another tab is in the way.'));
    });

  /** A row as JSON can say it: damaged ones may hold anything. @param {unknown} row @returns {unknown} */
  const plain = (row) => {
    try {
      return JSON.parse(
        JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
      );
    } catch (error) {
      return { unreadable: String(error) };
    }
  };

  /** All that is stored, by table, and the version of the schema. @returns {Promise<{ schema?: number, tables: Record<string, unknown[]> }>} */
  const readTables = async () => {
    const database = await open();
    if (!database) return { tables: {} };
    try {
      // Models follow from the log, and are bytes that no text is made of.
      const names = [...database.objectStoreNames].filter((name) => name !== 'snapshots');
      if (names.length === 0) return { tables: {} };
      const work = database.transaction(names, 'readonly');
      const rows = await Promise.all(names.map((name) => answerOf(work.objectStore(name).getAll())));
      const tables = Object.fromEntries(names.map((name, n) => [name, rows[n].map(plain)]));
      // The library that opens it multiplies versions by ten.
      return { schema: Math.floor(database.version / 10), tables };
    } finally {
      database.close();
    }
  };

  /** @param {string} text @param {number} milliseconds @returns {Promise<never>} */
  const failAfter = (text, milliseconds) =>
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(text)), milliseconds);
    });

  window.weightlessStart = {
    errors,
    async storedData(unsaved = []) {
      /** @type {{ schema?: number, tables: Record<string, unknown[]> }} */
      let stored = { tables: {} };
      let problem;
      try {
        const late = failAfter('The browser’s storage did not answer.', 8000);
        stored = await Promise.race([readTables(), late]);
      } catch (error) {
        // What the page holds is worth saving by itself.
        if (unsaved.length === 0) throw error;
        problem = String(error);
      }
      const head = { format: 'weightless-tables', version: 1, ...(problem && { problem }) };
      const file = { ...head, unsaved, ...stored };
      return `${JSON.stringify(file, null, 1)}\n`;
    },
  };

  document.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || !target.dataset.start) return;
    const { start, done = '' } = target.dataset;
    try {
      if (start === 'details') {
        await navigator.clipboard.writeText([location.href, navigator.userAgent, ...errors].join('\n'));
      } else {
        const link = document.createElement('a');
        const content = await window.weightlessStart.storedData();
        link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
        link.download = 'weightless-data.json';
        link.click();
      }
      target.textContent = done;
    } catch (error) {
      target.textContent = `Not possible: ${error instanceof Error ? error.message : error}`;
    }
  });
})();
