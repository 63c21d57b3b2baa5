import type { Command, Group } from './command/command.ts'
import { runProgram } from './command/program.ts'

/** Every command by its name, in the order of the help. The code of one is loaded when it is named. */
const commands: Readonly<Record<string, () => Promise<Command | Group>>> = {
  demo: async () => (await import('./demo/demo.ts')).demo,
  new: async () => (await import('./new/new.ts')).newCommand,
  import: async () => (await import('./import/import.ts')).importCommand,
  check: async () => (await import('./check/check.ts')).checkCommand,
  tally: async () => (await import('./tally/tally.ts')).tallyCommand,
  verify: async () => (await import('./verify/verify.ts')).verifyCommand,
  software: async () => (await import('./software/software.ts')).softwareCommand,
  show: async () => (await import('./show/show.ts')).showCommand,
  proof: async () => (await import('./proof/proof.ts')).proofCommand,
  sensitivity: async () => (await import('./sensitivity/sensitivity.ts')).sensitivityCommand,
  poll: async () => (await import('./poll/poll.ts')).pollCommand,
  audit: async () => (await import('./audit/audit.ts')).audit,
  forensics: async () => (await import('./forensics/forensics.ts')).forensicsCommand,
  transfer: async () => (await import('./transfer/transfer.ts')).transferCommand,
  claims: async () => (await import('./claims/claims.ts')).claimsCommand,
  simulate: async () => (await import('./simulate/simulate.ts')).simulate,
  report: async () => (await import('./report/report.ts')).reportCommand,
  publish: async () => (await import('./publish/publish.ts')).publishCommand,
  print: async () => (await import('./print/print.ts')).printCommand,
  compare: async () => (await import('./compare/compare.ts')).compareCommand,
  read: async () => (await import('./read/read.ts')).readCommand,
  run: async () => (await import('./run/run.ts')).runCommand,
  backup: async () => (await import('./backup/backup.ts')).backupCommand,
  restore: async () => (await import('./restore/restore.ts')).restoreCommand,
  witness: async () => (await import('./witness/witness.ts')).witnessCommand,
  serve: async () => (await import('./serve/serve.ts')).serveCommand,
  log: async () => (await import('./log/log.ts')).log,
}

/** @returns the exit code: 0, 1 (a finding) or 2 (could not run) */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const [named = ''] = args
  const wanted = Object.hasOwn(commands, named) ? [commands[named]!] : Object.values(commands)
  return runProgram(args, await Promise.all(wanted.map(command => command())))
}
