import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import * as v from 'valibot';

/** Where a result was measured. */
export const machineSchema = v.object({
  cpu: v.string(),
  cores: v.number(),
  /** In units of 10^9 bytes. */
  memoryGB: v.number(),
  os: v.string(),
  node: v.string(),
  /** Tasks that ran or waited to run, as a mean over a minute, when measuring began and when it ended. */
  loadBefore: v.number(),
  loadAfter: v.number(),
});

/** See `machineSchema`. */
export type Machine = v.InferOutput<typeof machineSchema>;

/** Describes this machine. @param loadBefore `loadNow` when measuring began */
export function describeMachine(loadBefore: number): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGB: Math.round(totalmem() / 1e8) / 10,
    os: `${type()} ${release()} ${arch()}`,
    node: process.version,
    loadBefore,
    loadAfter: loadNow(),
  };
}

/** The load of the last minute. */
export function loadNow(): number {
  return Math.round(loadavg()[0] * 100) / 100;
}

/** The machine in one line, for a person. */
export function machineLine({ cpu, cores, memoryGB, os, node, loadBefore, loadAfter }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGB} GB; ${os}; Node ${node}; load ${loadBefore} before, ${loadAfter} after`;
}
