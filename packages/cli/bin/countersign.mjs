#!/usr/bin/env node
import module from 'node:module'

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `countersign: this is Node ${process.versions.node}, and the sources need 24.\n` +
      '  What to do: run it as `npm run countersign -- …` in its folder, which brings the right Node.\n',
  )
  process.exit(2)
}
// V8 takes this at a process's beginning only. With more room for young objects nothing is faster, and a country's
// record takes 100 MB more.
const room = '--max-semi-space-size=8'
if (process.execve && !process.execArgv.includes(room) && process.platform !== 'win32')
  process.execve(
    process.execPath,
    [process.execPath, room, ...process.execArgv, ...process.argv.slice(1)],
    process.env,
  )
// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', error => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
// The sources are stripped of their types once, not at every start.
module.enableCompileCache?.()
const { main } = await import('../src/main.ts')
process.exitCode = await main(process.argv.slice(2))
