import { checkCommand } from './check/check.ts'
import type { Command, Group } from './command/command.ts'
import { runProgram } from './command/program.ts'
import { demo } from './demo/demo.ts'
import { importCommand } from './import/import.ts'
import { log } from './log/log.ts'
import { newCommand } from './new/new.ts'
import { proofCommand } from './proof/proof.ts'
import { publishCommand } from './publish/publish.ts'
import { runCommand } from './run/run.ts'
import { sensitivityCommand } from './sensitivity/sensitivity.ts'
import { serveCommand } from './serve/serve.ts'
import { showCommand } from './show/show.ts'
import { tallyCommand } from './tally/tally.ts'
import { verifyCommand } from './verify/verify.ts'

/** Every command, in the order of the help. */
const commands: readonly (Command | Group)[] = [
  demo,
  newCommand,
  importCommand,
  checkCommand,
  tallyCommand,
  verifyCommand,
  showCommand,
  proofCommand,
  sensitivityCommand,
  publishCommand,
  runCommand,
  serveCommand,
  log,
]

/** @returns the exit code: 0, 1 (a finding) or 2 (could not run) */
export function main(args: readonly string[]): Promise<0 | 1 | 2> {
  return runProgram(args, commands)
}
