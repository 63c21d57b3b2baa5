import type { Command, Group } from './command/command.ts'
import { runProgram } from './command/program.ts'
import { demo } from './demo/demo.ts'
import { importCommand } from './import/import.ts'

/** Every command, in the order of the help. */
const commands: readonly (Command | Group)[] = [demo, importCommand]

/** @returns the exit code: 0, 1 (a finding) or 2 (could not run) */
export function main(args: readonly string[]): Promise<0 | 1 | 2> {
  return runProgram(args, commands)
}
