import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'

/** Which package may use which (docs/architecture.md). What is not named may use no other. */
const allowed: Record<string, readonly string[]> = {
  election: [],
  tlog: [],
  record: ['election', 'tlog'],
  publication: ['record', 'election', 'tlog'],
  analysis: ['election'],
  roll: ['election'],
  paper: ['record', 'election', 'tlog'],
  simulation: ['election', 'tlog', 'record', 'publication', 'analysis', 'roll'],
  server: ['election', 'tlog', 'record', 'publication', 'paper', 'analysis', 'roll', 'simulation'],
  web: ['election', 'tlog', 'record', 'publication', 'analysis', 'roll'],
  cli: ['election', 'tlog', 'record', 'publication', 'paper', 'analysis', 'roll', 'simulation', 'server'],
}

const tests = '\\.test\\.ts$'

/** The import rules for packages kept in `folder` (with no slash at its end). */
function importRules(folder: string): IFlattenedRuleSet {
  const edges = Object.entries(allowed).map(([name, uses]) => ({
    name: `${name} may use ${uses.length ? uses.join(', ') : 'no other package'}`,
    severity: 'error' as const,
    from: { path: `^${folder}/${name}/` },
    to: { path: `^${folder}/`, pathNot: `^${folder}/(${[name, ...uses].join('|')})/` },
  }))
  return {
    forbidden: [
      ...edges,
      {
        name: 'node: only in cli, server and folders named node/',
        severity: 'error',
        from: { path: `^${folder}/`, pathNot: [`^${folder}/(cli|server)/`, '/node/', tests] },
        to: { dependencyTypes: ['core'] },
      },
      {
        name: 'of another package, only an index is reached',
        severity: 'error',
        from: { path: `^${folder}/([^/]+)/` },
        to: { path: `^${folder}/`, pathNot: [`^${folder}/$1/`, '/index\\.ts$'] },
      },
      {
        name: 'a package that runs in a browser does not reach into a folder named node/',
        severity: 'error',
        from: { path: `^${folder}/`, pathNot: [`^${folder}/(cli|server)/`, '/node/', tests] },
        to: { path: '/node/', dependencyTypesNot: ['npm', 'type-only', 'aliased-subpath-import'] },
      },
      {
        name: 'no circle, but of types',
        severity: 'error',
        from: {},
        to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      },
    ],
  }
}

/** Every import under `folder`, judged: how many modules were looked at, and what breaks a rule. */
export async function judgeImports(folder: string): Promise<{ modules: number; violations: string[] }> {
  const { output } = await cruise([folder], {
    ruleSet: importRules(folder),
    validate: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^packages/[^/]+/(dist/|[^/]+\\.ts$)'] },
    // The only parser of those it knows that reads TypeScript without an older TypeScript.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
      extensions: ['.ts', '.mjs', '.js'],
    },
  })
  const { summary, modules } = output as ICruiseResult
  return {
    modules: modules.filter(module => module.source.startsWith(`${folder}/`)).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}
