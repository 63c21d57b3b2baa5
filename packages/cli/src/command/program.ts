import { CommanderError, Command as Parser } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { type Answer, type Command, type Given, type Group, type Stopped, stop } from './command.ts'
import { progressOn } from './progress.ts'

type Exit = 0 | 1 | 2

const conventions = `
Every command takes --json (its answer as JSON on stdout) and --lang en|fa, and ends with
  0  done, and everything holds
  1  done, and something does not hold: a finding
  2  could not run: the message says what, where and what to do`

/**
 * Parses the arguments and runs the command they name.
 * @returns the exit code
 */
export async function runProgram(
  args: readonly string[],
  commands: readonly (Command | Group)[],
): Promise<Exit> {
  let exit: Exit = 0
  const program = new Parser('countersign')
    .description('Counts and proves elections: signed statements in a public record that anyone can check.')
    .version(manifest.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', conventions)
  const add = (parent: Parser, command: Command) =>
    addCommand(parent, command, async (args, given) => {
      exit = await run(command, args, given)
    })
  for (const command of commands) {
    if ('run' in command) add(program, command)
    else {
      const group = program.command(command.name).description(command.says).exitOverride()
      for (const inner of command.commands) add(group, inner)
    }
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return exit
}

function addCommand(
  parent: Parser,
  { usage, says, options = [], examples }: Command,
  act: (args: readonly string[], given: Given) => Promise<void>,
): void {
  const parser = parent.command(usage).description(says).exitOverride()
  for (const [flags, words] of options) parser.option(flags, words)
  parser.option('--json', 'the answer as JSON').option('--lang <language>', 'en or fa', 'en')
  parser.addHelpText('after', `\nExamples:\n${examples.map(example => `  $ ${example}`).join('\n')}`)
  parser.action(async () => {
    const args = parser.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string')
    await act(args, parser.opts<Given>())
  })
}

async function run({ run }: Command, args: readonly string[], given: Given): Promise<Exit> {
  const json = given.json === true
  const progress = progressOn(process.stderr, Date.now)
  const language = given.lang
  if (language !== 'en' && language !== 'fa')
    return tellStopped(
      stop('language', `no texts in the language "${language}"`, 'use --lang en or --lang fa'),
      json,
    )
  const answer = await run(args, given, { progress, language })
  progress.end()
  return 'stopped' in answer ? tellStopped(answer, json) : tell(answer, json)
}

function tell({ json, text, finding, silent }: Answer, asJson: boolean): Exit {
  if (silent) return finding ? 1 : 0
  process.stdout.write(asJson ? `${JSON.stringify(json)}\n` : `${text.replace(/\n*$/, '')}\n`)
  return finding ? 1 : 0
}

function tellStopped({ stopped }: Stopped, asJson: boolean): 2 {
  const { message, todo } = stopped
  if (asJson) process.stdout.write(`${JSON.stringify({ error: stopped })}\n`)
  else process.stderr.write(`countersign: ${message}\n${todo ? `  What to do: ${todo}\n` : ''}`)
  return 2
}
