import { expect, test } from 'vitest'
import { apiOf } from './api.ts'

/** `npx vitest run .ci/house/api.test.ts -u` writes it anew. */
test('docs/api/tlog.md is what the sources say', async () => {
  const api = apiOf('The log library', 'packages/tlog', {
    '@countersign/tlog': 'src/index.ts',
    '@countersign/tlog/node': 'src/node/index.ts',
  })
  expect(api.match(/^#### /gm)?.length).toBeGreaterThan(80)
  await expect(api).toMatchFileSnapshot('../../docs/api/tlog.md')
})
