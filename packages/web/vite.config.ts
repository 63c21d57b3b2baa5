import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vite'

const fonts = ['Vazirmatn-NL-Regular.woff2', 'Vazirmatn-NL-Bold.woff2']

/** Builds `dist/prerender.js`, which `countersign` loads to make a site, and puts the fonts beside it. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic' } },
  build: { ssr: 'src/prerender.tsx', outDir: 'dist', emptyOutDir: true },
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  plugins: [{ name: 'fonts', closeBundle: copyFonts }],
})

function copyFonts(): void {
  const package_ = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'))
  const folder = join(import.meta.dirname, 'dist', 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const font of fonts)
    copyFileSync(join(package_, 'misc/Non-Latin/fonts/webfonts', font), join(folder, font))
  writeFileSync(join(folder, 'OFL.txt'), readFileSync(join(package_, 'OFL.txt')))
}
