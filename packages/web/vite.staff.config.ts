import { createHash } from 'node:crypto'
import { defineConfig, type Plugin } from 'vite'

/**
 * Builds `dist/staff/`, the applications of those who run an election: one page that is installed on a device and works
 * with no network. Every address is relative; the server serves the folder as `/staff/`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  // Whoever builds: a test, too, tries what is shipped.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: 'dist/staff',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // React's libraries mark what runs in browsers; here everything does.
      checks: { moduleLevelDirective: false },
      input: { main: 'src/staff/main.tsx', worker: 'src/staff/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  plugins: [page()],
})

/** The page, its manifest, and the list of files in the worker: everything that makes an application of scripts. */
function page(): Plugin {
  return {
    name: 'staff page',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle)
      const main = files.find(file => file.type === 'chunk' && file.name === 'main')!
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css')).map(({ fileName }) => fileName)
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('index.html', html(main.fileName, styles))
      emit('manifest.webmanifest', manifest)
      emit('icon.svg', icon)
      const worker = files.find(({ fileName }) => fileName === 'worker.js')!
      const names = ['./', 'manifest.webmanifest', 'icon.svg', ...Object.keys(bundle)].filter(
        name => !['worker.js', 'index.html'].includes(name),
      )
      const digest = createHash('sha256')
      for (const file of files) digest.update(file.type === 'chunk' ? file.code : file.source)
      if (worker.type === 'chunk')
        worker.code = worker.code
          .replace(/["'`]FILES["'`]/, JSON.stringify(JSON.stringify([...new Set(names)])))
          .replace('VERSION', digest.digest('hex').slice(0, 16))
    },
  }
}

function html(script: string, styles: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b5c74">
<title>Countersign</title>
<link rel="manifest" href="manifest.webmanifest">
<link rel="icon" href="icon.svg">
${styles.map(style => `<link rel="stylesheet" href="${style}">`).join('\n')}
<script type="module" src="${script}"></script>
</head>
<body><div id="application"></div></body>
</html>
`
}

const manifest = JSON.stringify({
  name: 'Countersign',
  short_name: 'Countersign',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b5c74',
  icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
})

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0b5c74"/>' +
  '<path d="M14 34l10 10 26-26" fill="none" stroke="#fff" stroke-width="6"/><path d="M14 52h36" stroke="#fff" stroke-width="4"/></svg>'
