/** What a log needs under Node: the fast engines, and its files. */
export { nodeCrypto, sodiumNative } from './ed25519.ts'
