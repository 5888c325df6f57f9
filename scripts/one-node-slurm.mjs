// A Slurm cluster of this one machine, in a folder of its own, for as long as it is needed. Linux and root only.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ExpectedError } from './main.mjs';

const WAIT_MILLIS = 500;
const MOST_WAITS = 60;

/**
 * @param {string} folder where keys, logs and state are kept, in a temporary folder of the caller's; nothing is written elsewhere
 * @returns {Promise<{ env: Record<string, string>, stop(): void }>} the environment for `sbatch`, and what ends the cluster
 * @throws ExpectedError where it does not come up; the end of its logs is in the message
 */
export async function startSlurm(folder) {
  const socket = join(folder, 'munge.socket');
  const key = join(folder, 'munge.key');
  const config = join(folder, 'slurm.conf');
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(key, randomBytes(128), { mode: 0o400 });
  writeFileSync(config, configuration(folder, socket));
  // Munge is reached by whoever knows its socket, so the way there must be open.
  for (const part of [dirname(folder), folder]) chmodSync(part, 0o711);
  // Nothing here needs control groups; slurmd only wants to know which kind there is, and must not ask a systemd for them.
  writeFileSync(join(folder, 'cgroup.conf'), 'CgroupPlugin=autodetect\nIgnoreSystemd=yes\n');
  const env = { SLURM_CONF: config };

  /** @type {import('node:child_process').ChildProcess[]} */
  const daemons = [];
  /** @param {string} command @param {string[]} args */
  const start = (command, args) => {
    const log = openSync(join(folder, `${command}.log`), 'w');
    const child = spawn(command, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } });
    child.on('error', () => {});
    daemons.push(child);
  };
  const stop = () => {
    for (const daemon of daemons.reverse()) daemon.kill('SIGTERM');
  };
  start('munged', [
    ...['--foreground', '--force', `--socket=${socket}`, `--key-file=${key}`],
    ...[`--pid-file=${join(folder, 'munge.pid')}`, `--seed-file=${join(folder, 'munge.seed')}`],
  ]);
  await wait(2 * WAIT_MILLIS);
  start('slurmctld', ['-D', '-f', config]);
  start('slurmd', ['-D', '-f', config]);
  for (let waits = 0; waits < MOST_WAITS; waits++) {
    const { stdout } = spawnSync('sinfo', ['--noheader', '--format=%T'], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    if (stdout?.trim() === 'idle') return { env, stop };
    await wait(WAIT_MILLIS);
  }
  stop();
  const logs = ['munged', 'slurmctld', 'slurmd'].map((name) => {
    const lines = readFileSync(join(folder, `${name}.log`), 'utf8')
      .trim()
      .split('\n');
    return `${name}:\n${lines.slice(-5).join('\n')}`;
  });
  throw new ExpectedError(`Slurm does not come up on this machine.\n${logs.join('\n')}`);
}

/** @param {string} folder @param {string} socket of munge @returns {string} slurm.conf */
function configuration(folder, socket) {
  const host = hostname().split('.')[0];
  // A little less than there is, or the node would be refused as smaller than it says.
  const megabytes = Math.floor((0.9 * totalmem()) / 2 ** 20);
  return `ClusterName=recipes
SlurmctldHost=${host}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${socket}
CredType=cred/munge
StateSaveLocation=${join(folder, 'state')}
SlurmdSpoolDir=${join(folder, 'spool')}
SlurmctldPidFile=${join(folder, 'slurmctld.pid')}
SlurmdPidFile=${join(folder, 'slurmd.pid')}
SlurmctldPort=16817
SlurmdPort=16818
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=${megabytes} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}
