import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../../..')

test('the types of the API are those of the server’s description (npx vitest run packages/web/src/staff/node/api-types -u writes them)', async () => {
  const description = JSON.parse(readFileSync(resolve(root, 'packages/server/openapi.json'), 'utf8'))
  const types = astToString(await openapiTS(description))
  await expect(`${opening}${types}`).toMatchFileSnapshot('../shell/api-types.ts')
})

const opening =
  '// Made from packages/server/openapi.json by openapi-typescript; api-types.test.ts holds it to that.\n\n'
