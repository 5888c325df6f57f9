/** Which runs are alive in any tab of this browser. */
export interface RunLocks {
  /** Marks a run as alive until the page goes or the returned function is called. */
  hold(runId: string): () => void;
  /** Ids of runs that are alive in this tab or another. */
  held(): Promise<ReadonlySet<string>>;
}

const PREFIX = 'weightless-run-';

/** By the Web Locks API, which pages without a secure context lack: there only this tab's runs count as alive. */
export function createRunLocks(manager: LockManager | undefined): RunLocks {
  const own = new Set<string>();
  return {
    hold(runId) {
      own.add(runId);
      let release: () => void = () => {};
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      manager?.request(PREFIX + runId, () => until).catch(() => {});
      return () => {
        own.delete(runId);
        release();
      };
    },
    async held() {
      const locks = await manager?.query().catch(() => undefined);
      const names = (locks?.held ?? []).map(({ name }) => name ?? '');
      const elsewhere = names.flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
      return new Set([...own, ...elsewhere]);
    },
  };
}
