export { signaturePool } from './signature-pool.ts'
