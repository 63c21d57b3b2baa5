import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import subsetFont from 'subset-font'
import { defineConfig, type Plugin } from 'vite'
import { common } from './src/layout/letters.ts'

/** In two files each: the letters that most pages need, and the whole. */
const weights = ['Regular', 'Bold']

/** Scripts are named by their content: a page and what it loads are always of one version, however they are cached. */
const assets = { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' }

/**
 * Builds `dist/assets/`, the scripts of the pages, then `dist/prerender.js`, which `countersign` loads to make a site,
 * and puts the fonts beside them. Every address is relative: a site works wherever it is copied to.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist',
        emptyOutDir: true,
        manifest: 'assets.json',
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            analysis: 'src/client/analysis.tsx',
            claims: 'src/client/claims.tsx',
            site: 'src/client/site.ts',
            place: 'src/client/place.tsx',
            record: 'src/client/record.tsx',
            search: 'src/client/search.tsx',
          },
          output: assets,
        },
      },
    },
    ssr: {
      build: { ssr: 'src/node/prerender.ts', outDir: 'dist', emptyOutDir: false, copyPublicDir: false },
      resolve: { noExternal: true },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: assets } },
  plugins: [lighterInBrowsers(), fontsBeside()],
})

/**
 * For a phone on a slow line: React's components with a renderer of a tenth of its weight, and messages that were taken
 * apart when the page was made.
 */
function lighterInBrowsers(): Plugin {
  const instead: Readonly<Record<string, string>> = {
    react: 'preact/compat',
    'react-dom/client': 'preact/compat/client',
    'react/jsx-runtime': 'preact/jsx-runtime',
    '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
  }
  return {
    name: 'lighter in browsers',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId(id, importer) {
      return instead[id] === undefined ? undefined : this.resolve(instead[id], importer, { skipSelf: true })
    },
  }
}

function fontsBeside(): Plugin {
  return {
    name: 'fonts',
    applyToEnvironment: ({ name }) => name === 'ssr',
    async closeBundle() {
      await makeFonts(join(resolve(import.meta.dirname, this.environment.config.build.outDir), 'fonts'))
    },
  }
}

async function makeFonts(folder: string): Promise<void> {
  const package_ = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'))
  mkdirSync(folder, { recursive: true })
  for (const weight of weights) {
    const whole = join(package_, 'misc/Non-Latin/fonts/webfonts', `Vazirmatn-NL-${weight}.woff2`)
    copyFileSync(whole, join(folder, `Vazirmatn-NL-${weight}.woff2`))
    const part = await subsetFont(readFileSync(whole), common, { targetFormat: 'woff2' })
    writeFileSync(join(folder, `Vazirmatn-${weight}.woff2`), part)
  }
  writeFileSync(join(folder, 'OFL.txt'), readFileSync(join(package_, 'OFL.txt')))
}
