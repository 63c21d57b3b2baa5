import type { Group } from '../command/command.ts'
import { add } from './add.ts'
import { check } from './check.ts'
import { checkpoint } from './checkpoint.ts'
import { init } from './init.ts'
import { prove } from './prove.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

/** A transparency log by itself, for anything that must not be changed unnoticed. */
export const log: Group = {
  name: 'log',
  says: 'A transparency log for anything: entries in order, signed checkpoints, proofs.',
  commands: [init, add, checkpoint, prove, check, verify, serve, restore],
}
